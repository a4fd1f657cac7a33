// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.Texts;
import nl.klankbord.shared.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final WorkingDays CALENDAR = new WorkingDays();
    private static final WorkingDays NORTH = CALENDAR.without(Set.of(SchoolHolidays.Region.NORTH));
    private static final Map<Stage, Integer> COMPACT = Map.of(CALL, 5, MATCHING, 3, CLARIFYING, 3, REFLECTING, 3, SESSION, 6, HARVESTING, 5, FOLLOW_UP, 130);
    /** Around Christmas, from a Saturday. */
    private static final Timetable FILLED = Timetable.fill(COMPACT, LocalDate.of(2026, 11, 28), CALENDAR);
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void another_first_day_gives_the_dates_that_filling_in_from_there_would_give() {
        for (LocalDate opensOn : List.of(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 30), LocalDate.of(2027, 1, 13), LocalDate.of(2027, 3, 27))) {
            assertThat(FILLED.opening(LocalDate.of(2026, 11, 28), opensOn, CALENDAR)).isEqualTo(Timetable.fill(COMPACT, opensOn, CALENDAR));
        }
    }

    @Test
    void every_date_is_filled_in_by_counting_working_days() {
        assertThat(FILLED.endsAt()).containsOnlyKeys(Stage.values());
        assertThat(days(FILLED)).startsWith("2026-12-07", "2026-12-10", "2026-12-15", "2026-12-18", "2026-12-29", "2027-01-06");
        assertThat(FILLED.endsAt().values()).allMatch(end -> Timetable.unfit(end, CALENDAR) == null);
        assertThat(days(FILLED)).isSorted();
    }

    @Test
    void a_round_that_spans_summer_and_winter_ends_each_stage_at_five_in_amsterdam() {
        Timetable autumn = Timetable.fill(COMPACT, LocalDate.of(2026, 10, 12), CALENDAR);
        assertThat(autumn.endsAt()).containsEntry(CALL, Instant.parse("2026-10-19T15:00:00Z")).containsEntry(MATCHING, Instant.parse("2026-10-22T15:00:00Z"))
                .containsEntry(CLARIFYING, Instant.parse("2026-10-27T16:00:00Z"));
    }

    @Test
    void a_method_that_skips_school_holidays_lets_no_date_fall_in_one() {
        Timetable north = Timetable.fill(COMPACT, LocalDate.of(2026, 11, 28), NORTH);
        assertThat(days(north)).startsWith("2026-12-07", "2026-12-10", "2026-12-15", "2026-12-18", "2027-01-11", "2027-01-18");
        assertThat(days(north.shift(REFLECTING, at("2026-12-17"), NORTH))).startsWith("2026-12-07", "2026-12-10", "2026-12-15", "2026-12-17", "2027-01-08", "2027-01-15");
    }

    @Test
    void looking_back_takes_as_long_whether_or_not_school_holidays_are_skipped() {
        LocalDate harvested = LocalDate.parse(days(Timetable.fill(COMPACT, LocalDate.of(2026, 11, 28), NORTH)).get(HARVESTING.ordinal()));
        Timetable north = Timetable.fill(COMPACT, LocalDate.of(2026, 11, 28), NORTH);
        assertThat(days(north)).endsWith(CALENDAR.plus(harvested, 130).toString());
        Timetable later = north.shift(HARVESTING, WorkingDays.endOf(CALENDAR.plus(harvested, 5)), NORTH);
        assertThat(days(later)).endsWith(CALENDAR.plus(harvested, 135).toString());
    }

    @Test
    void an_earlier_end_lets_what_follows_come_sooner_too() {
        assertThat(days(FILLED.shift(REFLECTING, at("2026-12-16"), CALENDAR))).startsWith("2026-12-07", "2026-12-10", "2026-12-15", "2026-12-16", "2026-12-24", "2027-01-04");
    }

    @Test
    void of_several_changes_each_moves_what_comes_between_it_and_the_next() {
        Timetable shifted = FILLED.shift(Map.of(CALL, at("2026-12-08"), REFLECTING, at("2026-12-23")), CALENDAR);
        assertThat(days(shifted)).startsWith("2026-12-08", "2026-12-11", "2026-12-16", "2026-12-23", "2027-01-04");
        assertThat(FILLED.shift(Map.of(), CALENDAR)).isEqualTo(FILLED);
    }

    @Test
    void two_dates_set_by_hand_within_one_holiday_do_not_fall_together_when_they_move() {
        Map<Stage, Instant> ends = new EnumMap<>(FILLED.endsAt());
        ends.put(SESSION, at("2026-12-22"));
        ends.put(HARVESTING, at("2026-12-29"));
        assertThat(days(new Timetable(ends).shift(REFLECTING, at("2026-12-17"), NORTH))).contains("2026-12-17", "2026-12-18", "2027-01-04").isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_later_end_moves_what_follows_by_as_many_working_days_and_nothing_before() {
        Timetable shifted = FILLED.shift(REFLECTING, at("2026-12-22"), CALENDAR);
        assertThat(days(shifted)).startsWith("2026-12-07", "2026-12-10", "2026-12-15", "2026-12-22", "2026-12-31", "2027-01-08");
        assertThat(days(FILLED)).as("the old timetable").startsWith("2026-12-07", "2026-12-10", "2026-12-15", "2026-12-18", "2026-12-29", "2027-01-06");
    }

    @Test
    void shifting_across_the_clock_change_keeps_five_o_clock() {
        Timetable autumn = Timetable.fill(COMPACT, LocalDate.of(2026, 10, 5), CALENDAR);
        assertThat(autumn.endsAt().get(CLARIFYING)).isEqualTo(Instant.parse("2026-10-20T15:00:00Z"));
        Timetable shifted = autumn.shift(CLARIFYING, Instant.parse("2026-10-26T16:00:00Z"), CALENDAR);
        assertThat(shifted.endsAt().values()).allMatch(end -> Timetable.unfit(end, CALENDAR) == null);
        assertThat(shifted.endsAt().get(REFLECTING)).isEqualTo(Instant.parse("2026-10-29T16:00:00Z"));
    }

    @Test
    void a_timetable_as_it_is_has_nothing_wrong_even_when_part_of_it_is_past() {
        for (RoundPhase phase : RoundPhase.values()) {
            assertThat(FILLED.errors(FILLED, phase, at("2026-12-16"), CALENDAR)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"CALL,2026-12-08T16:00:00Z,", "CALL,2026-12-05T16:00:00Z,no-working-day", "CALL,2026-12-08T15:00:00Z,not-five-o-clock", "CALL,2026-11-26T16:00:00Z,in-the-past",
            "FOLLOW_UP,2026-12-08T16:00:00Z,not-after-previous", "SESSION,2026-12-25T16:00:00Z,no-working-day", "HARVESTING,2026-12-29T16:00:00Z,not-after-previous",
            "FOLLOW_UP,2036-11-25T16:00:00Z,", "FOLLOW_UP,2037-11-27T16:00:00Z,too-far-ahead"})
    void a_new_date_must_be_a_later_working_day_at_five(Stage stage, Instant end, String code) {
        List<FieldError> wrong = changed(stage, end).errors(FILLED, RoundPhase.DRAFT, NOW, CALENDAR);
        assertThat(wrong).isEqualTo(code == null ? List.of() : List.of(new FieldError(stage.name(), code, List.of())));
        assertThat(wrong).allSatisfy(error -> assertThat(Texts.LANGUAGES).allMatch(language -> new Texts().has(language, "error." + error.code())));
    }

    @Test
    void no_two_stages_end_at_the_same_moment() {
        assertThat(changed(CALL, FILLED.endsAt().get(MATCHING)).errors(FILLED, RoundPhase.DRAFT, NOW, CALENDAR)).extracting(FieldError::code).containsExactly("not-after-previous");
    }

    @Test
    void every_stage_needs_a_date() {
        Map<Stage, Instant> ends = new EnumMap<>(FILLED.endsAt());
        ends.remove(SESSION);
        assertThat(new Timetable(ends).errors(FILLED, RoundPhase.DRAFT, NOW, CALENDAR)).containsExactly(new FieldError("SESSION", "required", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"CALL,stage-is-over", "MATCHING,stage-is-over", "HARVESTING,"})
    void once_a_round_runs_its_joint_stages_are_over(Stage stage, String code) {
        Instant later = WorkingDays.endOf(CALENDAR.plus(WorkingDays.dayOf(FILLED.endsAt().get(stage)), 1));
        List<FieldError> wrong = changed(stage, later).errors(FILLED, RoundPhase.RUNNING, NOW, CALENDAR);
        assertThat(wrong).extracting(FieldError::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void the_date_of_a_stage_that_runs_only_moves_later() {
        Timetable earlier = changed(CALL, at("2026-12-04")), later = changed(CALL, at("2026-12-09"));
        assertThat(earlier.errors(FILLED, RoundPhase.CALL, NOW, CALENDAR)).extracting(FieldError::code).containsExactly("only-later-while-it-runs");
        assertThat(earlier.errors(FILLED, RoundPhase.DRAFT, NOW, CALENDAR)).isEmpty();
        assertThat(later.errors(FILLED, RoundPhase.CALL, NOW, CALENDAR)).isEmpty();
    }

    @Test
    void its_entries_stand_in_the_order_of_the_stages() {
        assertThat(FILLED.entries()).extracting(Timetable.Entry::phase).containsExactly(Stage.values());
    }

    private static Timetable changed(Stage stage, Instant end) {
        Map<Stage, Instant> ends = new EnumMap<>(FILLED.endsAt());
        ends.put(stage, end);
        return new Timetable(ends);
    }

    private static Instant at(String day) {
        return WorkingDays.endOf(LocalDate.parse(day));
    }

    private static List<String> days(Timetable timetable) {
        return timetable.entries().stream().map(entry -> WorkingDays.dayOf(entry.endsAt()).toString()).toList();
    }
}
