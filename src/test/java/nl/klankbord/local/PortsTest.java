// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1"})
    void namesAPortThatAnotherProgramUses(String address) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            assertThatThrownBy(() -> new Ports(other.getLocalPort(), 1, 1, 1).refuseTaken())
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is needed for MariaDB")
                    .hasMessageContaining("Nothing was started");
        }
    }

    @Test
    void freePortsAreFree() {
        assertThatCode(() -> Ports.free().refuseTaken()).doesNotThrowAnyException();
    }
}
