// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Fixture;

/** A dilemma that Venlo is invited to, led on by its coordinator. */
record Course(Fixture fixture) {
    private static final int DAYS_AHEAD = 100;

    static Course begun() {
        return new Course(Fixture.in(Phase.ACCEPTED));
    }

    String page() {
        return fixture.fill("/dilemmas/{dilemma}");
    }

    void clarify() {
        coordinator().post(fixture.fill("/rounds/{round}/phase-changes"), Map.of("to", "RUNNING")).is(201);
    }

    void reflect() {
        ZonedDateTime starts = ZonedDateTime.now(WorkingDays.ZONE).plusDays(DAYS_AHEAD).truncatedTo(ChronoUnit.DAYS).plusHours(10);
        coordinator().put(fixture.fill("/dilemmas/{dilemma}/session"), Map.of("startsAt", starts.format(ISO_OFFSET_DATE_TIME), "endsAt", starts.plusHours(2).format(ISO_OFFSET_DATE_TIME),
                "location", "Online", "protocol", "consultancy"), "If-None-Match", "*").is(201);
        coordinator().post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "REFLECTING")).is(201);
    }

    private static Api coordinator() {
        return Api.as("coordinator");
    }
}
