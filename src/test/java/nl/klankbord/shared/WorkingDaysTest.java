// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    private final WorkingDays calendar = new WorkingDays();

    @ParameterizedTest
    @CsvSource({"2026-12-04,true", "2026-12-05,false", "2026-12-06,false", "2026-12-07,true"})
    void a_weekend_is_no_working_day(LocalDate day, boolean works) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(works);
    }

    /** As the Algemene termijnenwet has them: Good Friday and every 5 May count too. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({"2027-01-01,New Year", "2027-03-26,Good Friday", "2027-03-29,Easter Monday", "2027-04-27,King's Day", "2027-05-05,Liberation Day", "2027-05-06,Ascension",
            "2027-05-17,Whit Monday", "2026-12-25,Christmas", "2028-12-26,the day after Christmas"})
    void a_public_holiday_is_no_working_day(LocalDate day, String name) {
        assertThat(calendar.isWorkingDay(day)).as(name).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-30", "2027-03-25", "2027-04-26", "2027-04-28", "2027-05-07", "2026-12-24", "2030-05-06", "2026-12-28"})
    void the_days_around_a_holiday_are_working_days(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @Test
    void kings_day_moves_to_saturday_when_it_would_be_a_sunday() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 4, 26))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 4, 28))).isTrue();
    }

    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource({"2026-12-01,0,2026-12-01", "2026-12-05,0,2026-12-07", "2026-12-05,1,2026-12-08", "2026-12-04,1,2026-12-07", "2026-12-24,1,2026-12-28",
            "2026-12-24,5,2027-01-04", "2027-03-25,1,2027-03-30", "2027-05-04,1,2027-05-07"})
    void counting_skips_what_is_no_working_day(LocalDate from, int count, LocalDate expected) {
        assertThat(calendar.plus(from, count)).isEqualTo(expected);
    }

    @Test
    void school_holidays_are_working_days_unless_one_asks_for_a_calendar_without_them() {
        LocalDate friday = LocalDate.of(2027, 2, 19);
        assertThat(calendar.plus(friday, 1)).isEqualTo(LocalDate.of(2027, 2, 22));
        assertThat(calendar.without(Set.of(SchoolHolidays.Region.SOUTH)).plus(friday, 0)).isEqualTo(LocalDate.of(2027, 2, 22));
        WorkingDays north = calendar.without(Set.of(SchoolHolidays.Region.NORTH, SchoolHolidays.Region.SOUTH));
        assertThat(north.plus(LocalDate.of(2027, 2, 12), 1)).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(north.between(friday, LocalDate.of(2027, 3, 1))).isEqualTo(1);
        assertThat(north.isWorkingDay(LocalDate.of(2027, 3, 26))).as("Good Friday").isFalse();
    }

    @Test
    void the_days_between_are_as_many_as_were_added() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        for (int count = 0; count <= 300; count++) {
            assertThat(calendar.between(monday, calendar.plus(monday, count))).isEqualTo(count);
        }
    }

    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource({"2026-12-04,1,2026-12-07", "2026-12-05,1,2026-12-07", "2026-12-05,3,2026-12-09", "2026-12-24,2,2026-12-29", "2026-12-25,2,2026-12-29"})
    void what_comes_after_a_day_that_is_no_working_day_begins_to_count_with_the_next(LocalDate from, int count, LocalDate expected) {
        assertThat(calendar.after(from, count)).isEqualTo(expected);
        assertThat(calendar.between(from, expected)).isEqualTo(count);
    }

    @Test
    void no_working_days_lie_between_a_day_and_an_earlier_one() {
        assertThat(calendar.between(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 11, 30))).isZero();
        assertThat(calendar.between(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 6))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01,2026-07-01T15:00:00Z", "2026-12-01,2026-12-01T16:00:00Z", "2026-10-23,2026-10-23T15:00:00Z", "2026-10-26,2026-10-26T16:00:00Z",
            "2027-03-26,2027-03-26T16:00:00Z", "2027-03-30,2027-03-30T15:00:00Z"})
    void a_deadline_falls_at_five_in_amsterdam_in_summer_and_in_winter(LocalDate day, Instant moment) {
        assertThat(WorkingDays.endOf(day)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01T21:59:59Z,2026-07-01", "2026-07-01T22:00:00Z,2026-07-02", "2026-12-01T22:59:59Z,2026-12-01", "2026-12-01T23:00:00Z,2026-12-02"})
    void a_day_begins_at_midnight_in_amsterdam(Instant moment, LocalDate day) {
        assertThat(WorkingDays.dayOf(moment)).isEqualTo(day);
    }
}
