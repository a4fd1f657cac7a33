// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class AdjustableClockTest {
    private static final Instant THEN = Instant.parse("2026-12-03T08:00:00Z");
    private final AdjustableClock clock = new AdjustableClock();

    @Test
    void it_tells_the_systems_time_until_it_is_set() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void it_runs_on_from_the_moment_it_is_set_to() throws InterruptedException {
        clock.setTo(THEN);
        Instant first = clock.instant();
        Thread.sleep(5);
        assertThat(first).isBetween(THEN, THEN.plusSeconds(5));
        assertThat(clock.instant()).isAfter(first);
        assertThat(clock.withZone(WorkingDays.ZONE).instant()).isBetween(THEN, THEN.plusSeconds(5));
    }

    @Test
    void freed_it_tells_the_systems_time_again() {
        clock.setTo(THEN);
        clock.free();
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void it_tells_no_finer_than_the_database_keeps() {
        assertThat(clock.instant().getNano() % 1000).isZero();
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
