// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpelledTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-12-03T16:00:00Z | nl | donderdag 3 december 2026, 17.00 uur",
            "2026-12-03T16:00:00Z | en | Thursday 3 December 2026, 17:00",
            "2026-07-01T22:30:00Z | nl | donderdag 2 juli 2026, 00.30 uur",
            "2026-10-24T12:00:00Z | nl | zaterdag 24 oktober 2026, 14.00 uur",
            "2026-10-25T13:00:00Z | nl | zondag 25 oktober 2026, 14.00 uur"})
    void a_moment_is_spelled_out_in_amsterdams_time(Instant moment, String language, String spelled) {
        assertThat(Spelled.moment(moment, Locale.of(language))).isEqualTo(spelled);
    }
}
