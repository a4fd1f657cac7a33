// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static nl.klankbord.round.Stage.CALL;
import static nl.klankbord.round.Stage.CLARIFYING;
import static nl.klankbord.round.Stage.FOLLOW_UP;
import static nl.klankbord.round.Stage.HARVESTING;
import static nl.klankbord.round.Stage.MATCHING;
import static nl.klankbord.round.Stage.REFLECTING;
import static nl.klankbord.round.Stage.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.round.Stage;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.WorkingDays;
import org.junit.jupiter.api.Test;

class DilemmaTest {
    private static final WorkingDays CALENDAR = new WorkingDays();
    private static final Instant EARLY = Instant.parse("2026-11-30T09:00:00Z");

    /** CALL 7, MATCHING 10, CLARIFYING 15, REFLECTING 18, SESSION 29 December 2026, HARVESTING 6 January 2027. */
    static Timetable timetable() {
        return Timetable.fill(Map.of(CALL, 5, MATCHING, 3, CLARIFYING, 3, REFLECTING, 3, SESSION, 6, HARVESTING, 5, FOLLOW_UP, 130), LocalDate.of(2026, 11, 30), CALENDAR);
    }

    /** A dilemma that came to its phase long before every date. */
    static Dilemma in(Phase phase) {
        Canvas canvas = new Canvas("Titel", null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        Dilemma dilemma = new Dilemma(UUID.randomUUID(), UUID.randomUUID(), "GM0503", canvas, 2, EARLY);
        Stream.of(Phase.values()).filter(next -> phase == Phase.WITHDRAWN ? next == phase : next != Phase.DRAFT && next.compareTo(phase) <= 0)
                .forEach(next -> dilemma.moveTo(next, null, EARLY, timetable(), null, CALENDAR));
        return dilemma;
    }

    @Test
    void it_takes_the_dates_of_its_round_when_it_begins_and_keeps_them() {
        Dilemma dilemma = in(Phase.ACCEPTED);
        assertThat(dilemma.endsAt()).isNull();
        dilemma.moveTo(Phase.CLARIFYING, null, EARLY, timetable(), null, CALENDAR);
        assertThat(dilemma.endsAt()).isEqualTo(at("2026-12-15"));
        Timetable later = timetable().shift(CALL, at("2026-12-14"), CALENDAR);
        dilemma.moveTo(Phase.REFLECTING, null, EARLY, later, null, CALENDAR);
        assertThat(dilemma.endsAt()).isEqualTo(at("2026-12-18"));
    }

    @Test
    void the_reveal_is_the_rounds_until_it_runs_and_its_own_from_then_on() {
        Timetable later = timetable().shift(CALL, at("2026-12-14"), CALENDAR);
        assertThat(in(Phase.ACCEPTED).reveal(later)).isEqualTo(later.endsAt().get(Stage.REFLECTING));
        assertThat(in(Phase.CLARIFYING).reveal(later)).isEqualTo(at("2026-12-18"));
    }

    @Test
    void an_extension_moves_its_reveal_and_all_later_dates() {
        Dilemma dilemma = in(Phase.CLARIFYING);
        dilemma.extend(at("2026-12-17"), CALENDAR);
        assertThat(dilemma.endsAt()).isEqualTo(at("2026-12-17"));
        assertThat(dilemma.reveal(timetable())).isEqualTo(at("2026-12-22"));
        dilemma.moveTo(Phase.REFLECTING, null, EARLY, timetable(), null, CALENDAR);
        dilemma.moveTo(Phase.SESSION, null, EARLY, timetable(), null, CALENDAR);
        assertThat(dilemma.endsAt()).isEqualTo(at("2026-12-31"));
    }

    @Test
    void a_phase_entered_too_late_for_its_date_gets_its_full_length_and_moves_what_follows() {
        Dilemma dilemma = in(Phase.CLARIFYING);
        Instant late = Instant.parse("2026-12-21T09:00:00Z");
        dilemma.moveTo(Phase.REFLECTING, null, late, timetable(), at("2026-12-24"), CALENDAR);
        assertThat(dilemma.endsAt()).isEqualTo(at("2026-12-24"));
        dilemma.moveTo(Phase.SESSION, null, late, timetable(), at("2027-01-29"), CALENDAR);
        assertThat(dilemma.endsAt()).as("four working days after 29 December").isEqualTo(at("2027-01-05"));
    }

    @Test
    void a_phase_entered_in_time_keeps_its_date() {
        Dilemma dilemma = in(Phase.CLARIFYING);
        dilemma.moveTo(Phase.REFLECTING, null, EARLY, timetable(), at("2027-06-01"), CALENDAR);
        assertThat(dilemma.endsAt()).isEqualTo(at("2026-12-18"));
    }

    @Test
    void below_its_quorum_it_waits_once() {
        Dilemma dilemma = in(Phase.REFLECTING);
        assertThat(dilemma.waitedForQuorum()).isFalse();
        dilemma.waitForQuorum(at("2026-12-28"), CALENDAR);
        assertThat(dilemma.waitedForQuorum()).isTrue();
        assertThat(dilemma.endsAt()).isEqualTo(at("2026-12-28"));
    }

    @Test
    void what_has_ended_has_no_date_any_more() {
        assertThat(in(Phase.CLOSED).endsAt()).isNull();
        assertThat(in(Phase.WITHDRAWN).endsAt()).isNull();
    }

    @Test
    void its_title_follows_its_canvas() {
        Dilemma dilemma = in(Phase.DRAFT);
        dilemma.write(new Canvas("Nieuwe titel", null, null, null, null, null, null, null, null, null, null, null, null, null, null));
        assertThat(dilemma).extracting("title").isEqualTo("Nieuwe titel");
    }

    private static Instant at(String day) {
        return WorkingDays.endOf(LocalDate.parse(day));
    }
}
