// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.klankbord.shared.SchoolHolidays.Free;
import nl.klankbord.shared.SchoolHolidays.Holiday;
import nl.klankbord.shared.SchoolHolidays.Region;
import nl.klankbord.shared.SchoolHolidays.Season;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchoolHolidaysTest {

    @ParameterizedTest
    @EnumSource(Region.class)
    void each_region_has_the_five_holidays_of_each_school_year_one_after_the_other(Region region) {
        List<Holiday> own = SchoolHolidays.known().stream().filter(holiday -> holiday.region() == region).toList();
        assertThat(own).isSortedAccordingTo(Comparator.comparing(Holiday::from)).hasSizeGreaterThanOrEqualTo(15);
        for (int i = 0; i < own.size(); i++) {
            assertThat(own.get(i).season()).isEqualTo(Season.values()[i % 5]);
        }
        assertThat(own).first().satisfies(holiday -> assertThat(holiday.from().getYear()).isEqualTo(2026));
    }

    @Test
    void each_goes_from_a_saturday_to_a_sunday_and_takes_as_many_weeks_as_the_law_says() {
        assertThat(SchoolHolidays.known()).allSatisfy(holiday -> {
            assertThat(holiday.from().getDayOfWeek()).as("%s", holiday).isEqualTo(DayOfWeek.SATURDAY);
            assertThat(holiday.until().getDayOfWeek()).as("%s", holiday).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(ChronoUnit.DAYS.between(holiday.from(), holiday.until()) + 1).as("%s", holiday)
                    .isEqualTo(switch (holiday.season()) { case SUMMER -> 44; case CHRISTMAS -> 16; default -> 9; });
        });
    }

    @Test
    void christmas_and_may_are_the_same_for_the_whole_country() {
        assertThat(SchoolHolidays.known().stream().filter(holiday -> holiday.season() == Season.CHRISTMAS || holiday.season() == Season.MAY).map(Holiday::from).distinct()).hasSize(6);
    }

    @ParameterizedTest(name = "{1} on {0}: {2}")
    @CsvSource({"2027-02-19,NORTH,false", "2027-02-20,NORTH,true", "2027-02-28,NORTH,true", "2027-03-01,NORTH,false", "2027-02-15,SOUTH,true", "2027-02-15,MIDDLE,false",
            "2028-07-10,MIDDLE,true", "2028-07-10,SOUTH,false", "2029-09-02,NORTH,true"})
    void its_first_and_last_day_belong_to_it(LocalDate day, Region region, boolean free) {
        assertThat(SchoolHolidays.on(day, Set.of(region))).isEqualTo(free);
    }

    @Test
    void a_day_tells_which_holiday_it_is_and_where() {
        assertThat(SchoolHolidays.on(LocalDate.of(2027, 2, 22))).contains(new Free(Season.SPRING, List.of(Region.NORTH, Region.MIDDLE)));
        assertThat(SchoolHolidays.on(LocalDate.of(2026, 12, 28))).contains(new Free(Season.CHRISTMAS, List.of(Region.values())));
        assertThat(SchoolHolidays.on(LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void what_is_known_ends_with_a_summer() {
        assertThat(SchoolHolidays.knownUntil()).isEqualTo(LocalDate.of(2029, 9, 2));
    }
}
