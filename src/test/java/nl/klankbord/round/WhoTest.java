// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhoTest {

    @Test
    void a_role_is_said_in_words_and_a_municipality_by_its_name_however_that_is_written() {
        assertThat(Who.of("GUEST").named(role -> role.toLowerCase(Locale.ROOT))).isEqualTo("guest");
        assertThat(Who.of("Delft").named(role -> "?")).isEqualTo("Delft");
        assertThat(Who.of("OSS").named(role -> "?")).as("in capitals, and no role").isEqualTo("OSS");
        assertThat(Who.of("FACILITATOR").told()).isEqualTo("FACILITATOR");
        assertThat(Who.of("Delft").told()).isEqualTo("Delft");
    }
}
