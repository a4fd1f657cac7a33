// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
    @TempDir
    Path services;
    private Place place;
    private final Ports ports = Ports.free();

    @BeforeEach
    void place() {
        place = new Place(services, "dev");
    }

    @Test
    void aLiveReloadFindsItsOwnServices() {
        Claim.on(place).passTo(ports, new Progress());

        assertThat(Claim.on(place).isOurs()).isTrue();
        assertThat(Claim.on(place).ports()).isEqualTo(ports);
    }

    @Test
    void anotherProcessOfTheSameCheckoutIsRefused() throws Exception {
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        write("owner=" + other.pid() + "@" + other.info().startInstant().orElseThrow().toEpochMilli());

        assertThatThrownBy(() -> Claim.on(place).passTo(ports, new Progress()))
                .isInstanceOf(Refused.class).hasMessageContaining("as process " + other.pid());
    }

    @Test
    void aClaimOfTheDeadIsTakenOver() throws Exception {
        // The number lives, but it began at another moment: it is another process.
        write("owner=" + ProcessHandle.current().parent().orElseThrow().pid() + "@1");

        Claim.on(place).passTo(ports, new Progress());

        assertThat(Claim.on(place).isOurs()).isTrue();
    }

    @Test
    void servicesOfThePreviousRunMayFinishStopping() throws Exception {
        Process stopping = new ProcessBuilder("sleep", "1").start();
        write("owner=1@1\nchildren=" + stopping.pid() + "@" + stopping.info().startInstant().orElseThrow().toEpochMilli());

        Claim.on(place).passTo(ports, new Progress());

        assertThat(stopping.isAlive()).isFalse();
    }

    private void write(String claim) throws Exception {
        Files.writeString(place.trace("dev.properties"), claim);
    }
}
