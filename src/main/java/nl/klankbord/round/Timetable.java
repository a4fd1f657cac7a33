// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.WorkingDays;

/** The moment each stage ends. */
public record Timetable(Map<Stage, Instant> endsAt) {
    private static final Duration LONGEST = Duration.ofDays(3652);

    /** Every date of a round, counted in working days from the day the call opens. */
    public static Timetable fill(Map<Stage, Integer> workingDays, LocalDate opensOn, WorkingDays calendar) {
        Map<Stage, Instant> ends = new EnumMap<>(Stage.class);
        LocalDate day = calendar.plus(opensOn, 0);
        for (Stage stage : Stage.values()) {
            day = calendar.plus(day, workingDays.get(stage));
            ends.put(stage, WorkingDays.endOf(day));
        }
        return new Timetable(ends);
    }

    /** Moves a stage and all after it by the working days that lie between its present end and {@code until}. */
    public Timetable shift(Stage from, Instant until, WorkingDays calendar) {
        int days = calendar.between(WorkingDays.dayOf(endsAt.get(from)), WorkingDays.dayOf(until));
        Map<Stage, Instant> ends = new EnumMap<>(endsAt);
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(from) >= 0) {
                ends.put(stage, WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(endsAt.get(stage)), days)));
            }
        }
        ends.put(from, until);
        return new Timetable(ends);
    }

    /** What is wrong with these dates as a new timetable, given the stage a round is in (null: none yet). */
    List<FieldError> errors(Timetable current, RoundPhase phase, Instant now, WorkingDays calendar) {
        List<FieldError> errors = new java.util.ArrayList<>();
        Instant previous = Instant.MIN;
        for (Stage stage : Stage.values()) {
            Instant end = endsAt.get(stage);
            String code = end == null ? "required" : end.equals(current.endsAt.get(stage)) && end.isAfter(previous) ? null
                    : !end.isAfter(previous) ? "not-after-previous" : end.isBefore(now) ? "in-the-past" : end.isAfter(now.plus(LONGEST)) ? "too-far-ahead"
                    : phase == RoundPhase.RUNNING && stage.compareTo(Stage.CLARIFYING) < 0 ? "stage-is-over" : unfit(end, calendar);
            if (code != null) {
                errors.add(new FieldError(stage.name(), code, List.of()));
            }
            previous = end == null ? previous : end;
        }
        return errors;
    }

    /** Why a moment cannot be a deadline, or null when it can. */
    public static String unfit(Instant deadline, WorkingDays calendar) {
        LocalDate day = WorkingDays.dayOf(deadline);
        return !calendar.isWorkingDay(day) ? "no-working-day" : !WorkingDays.endOf(day).equals(deadline) ? "not-five-o-clock" : null;
    }

    public List<Entry> entries() {
        return java.util.Arrays.stream(Stage.values()).filter(endsAt::containsKey).map(stage -> new Entry(stage, endsAt.get(stage))).toList();
    }

    public record Entry(Stage phase, Instant endsAt) {}

}
