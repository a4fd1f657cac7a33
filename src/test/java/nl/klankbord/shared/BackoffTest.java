// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void what_fails_is_left_alone_twice_as_long_each_time_and_at_most_an_hour() {
        assertThat(new Backoff(1).length()).isEqualTo(Duration.ofSeconds(10));
        assertThat(new Backoff(2).length()).isEqualTo(Duration.ofSeconds(20));
        assertThat(new Backoff(9).length()).isEqualTo(Duration.ofSeconds(2560));
        assertThat(new Backoff(10).length()).isEqualTo(Duration.ofHours(1));
        assertThat(new Backoff(Integer.MAX_VALUE).length()).isEqualTo(Duration.ofHours(1));
    }
}
