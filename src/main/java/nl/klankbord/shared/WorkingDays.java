// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** The calendar deadlines live by: Monday to Friday, less Dutch public holidays, until 17:00 in Amsterdam. */
@ApplicationScoped
public class WorkingDays {
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);
    private final HolidayManager holidays;
    private final Set<SchoolHolidays.Region> skipped;

    public WorkingDays() {
        this(HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS)), Set.of());
    }

    private WorkingDays(HolidayManager holidays, Set<SchoolHolidays.Region> skipped) {
        this.holidays = holidays;
        this.skipped = skipped;
    }

    /** The same calendar, less the days on which the schools of one of these regions are closed. */
    public WorkingDays without(Set<SchoolHolidays.Region> regions) {
        return new WorkingDays(holidays, Set.copyOf(regions));
    }

    /** The same calendar, school holidays or not. */
    public WorkingDays plain() {
        return skipped.isEmpty() ? this : new WorkingDays(holidays, Set.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.isHoliday(day) && !SchoolHolidays.on(day, skipped);
    }

    /** The working day that lies {@code count} working days after {@code day}; with 0, that day or the next working day. */
    public LocalDate plus(LocalDate day, int count) {
        LocalDate result = day;
        while (!isWorkingDay(result)) {
            result = result.plusDays(1);
        }
        for (int left = count; left > 0; ) {
            result = result.plusDays(1);
            if (isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** The {@code count}th working day after {@code day}, which need not be one itself: the reverse of {@link #between}. */
    public LocalDate after(LocalDate day, int count) {
        return plus(day, isWorkingDay(day) ? count : count - 1);
    }

    /** The number of working days after {@code from} up to and including {@code until}; 0 when there are none. */
    public int between(LocalDate from, LocalDate until) {
        return (int) from.plusDays(1).datesUntil(until.isBefore(from) ? from.plusDays(1) : until.plusDays(1)).filter(this::isWorkingDay).count();
    }

    /** The moment a deadline falls on that day. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
