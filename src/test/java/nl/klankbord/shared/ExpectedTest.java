// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "3", " \"3\" "})
    void a_version_is_read_with_or_without_quotes_weak_or_strong(String header) {
        assertThat(Expected.ifMatch(header).is(3)).isTrue();
        assertThat(Expected.ifMatch(header).is(4)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "  ")
    void without_a_header_no_version_was_named(String header) {
        assertThat(Expected.ifMatch(header).version()).isNull();
        assertThat(Expected.ifMatch(header).is(0)).isFalse();
        assertThat(Expected.ifMatch(header).<Void>stale()).isEqualTo(new Outcome.Stale<>(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"abc\"", "\"3\", \"4\"", "-1", "99999999999999999999", "\"3-gzip\"", "3.0", "٣"})
    void anything_else_was_named_and_matches_no_version(String header) {
        Expected expected = Expected.ifMatch(header);
        for (int version = 0; version < 100; version++) {
            assertThat(expected.is(version)).isFalse();
        }
        assertThat(expected.<Void>stale()).isEqualTo(new Outcome.Stale<>(true));
    }

    @Test
    void a_version_beyond_the_small_numbers_is_compared_by_value() {
        assertThat(Expected.ifMatch("\"1000\"").is(1000)).isTrue();
    }
}
