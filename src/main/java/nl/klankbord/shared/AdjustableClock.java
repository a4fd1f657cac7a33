// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock everything reads. It runs with the system's, unless a demo or a test has set it to another moment. */
@ApplicationScoped
public class AdjustableClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    public void setTo(Instant now) {
        shift = Duration.between(Instant.now(), now);
    }

    public void free() {
        shift = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), shift);
    }
}
