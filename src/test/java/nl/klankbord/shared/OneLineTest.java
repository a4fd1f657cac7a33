// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void whatever_breaks_a_line_or_does_not_show_is_one_space() {
        assertThat(OneLine.of(" Jan\r\n\tJansen,\u0000\u0085 bewoner\u00a0\u2028 ")).isEqualTo("Jan Jansen, bewoner");
    }

    @Test
    void a_name_on_one_line_stays_as_it_is() {
        assertThat(OneLine.of("Anne-Marie d’Æó 😀")).isEqualTo("Anne-Marie d’Æó 😀");
        assertThat(OneLine.of("\r\n")).isEmpty();
        assertThat(OneLine.of(null)).isNull();
    }
}
