// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What was typed of the dates of a round; each is a day, its time is the end of that working day.
 *
 * @param shown   the days the form had, in the order of the stages
 * @param preview there when one asked to see the dates rather than to save them
 */
record TimetableForm(@RestForm String version, @RestForm String shown, @RestForm String preview, @RestForm("CALL") String call, @RestForm("MATCHING") String matching,
                     @RestForm("CLARIFYING") String clarifying, @RestForm("REFLECTING") String reflecting, @RestForm("SESSION") String session,
                     @RestForm("HARVESTING") String harvesting, @RestForm("FOLLOW_UP") String followUp) {

    String of(Stage stage) {
        return switch (stage) {
            case CALL -> call;
            case MATCHING -> matching;
            case CLARIFYING -> clarifying;
            case REFLECTING -> reflecting;
            case SESSION -> session;
            case HARVESTING -> harvesting;
            case FOLLOW_UP -> followUp;
        };
    }

    /** What is no date is left out, so that its own field says so. */
    Timetable typed() {
        return days(this::of);
    }

    Timetable before() {
        List<String> days = Form.commas(shown);
        return days(stage -> stage.ordinal() < days.size() ? days.get(stage.ordinal()) : null);
    }

    /** That is allowed, and worth a word. */
    boolean changedIntoHoliday() {
        Timetable before = before();
        return typed().entries().stream().anyMatch(entry -> !entry.endsAt().equals(before.endsAt().get(entry.phase()))
                && SchoolHolidays.on(WorkingDays.dayOf(entry.endsAt())).isPresent());
    }

    private static Timetable days(Function<Stage, String> typed) {
        Map<Stage, Instant> ends = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            LocalDate day = Form.date(typed.apply(stage));
            if (day != null) {
                ends.put(stage, WorkingDays.endOf(day));
            }
        }
        return new Timetable(ends);
    }

    /** A form with these dates. */
    static TimetableForm of(String version, Timetable timetable) {
        Function<Stage, String> day = stage -> timetable.endsAt().containsKey(stage) ? WorkingDays.dayOf(timetable.endsAt().get(stage)).toString() : "";
        return new TimetableForm(version, Arrays.stream(Stage.values()).map(day).collect(Collectors.joining(",")), null, day.apply(Stage.CALL), day.apply(Stage.MATCHING),
                day.apply(Stage.CLARIFYING), day.apply(Stage.REFLECTING), day.apply(Stage.SESSION), day.apply(Stage.HARVESTING), day.apply(Stage.FOLLOW_UP));
    }
}
