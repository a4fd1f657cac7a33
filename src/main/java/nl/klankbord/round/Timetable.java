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
            day = calendar(stage, calendar).plus(day, workingDays.get(stage));
            ends.put(stage, WorkingDays.endOf(day));
        }
        return new Timetable(ends);
    }

    /** Opens on another day; every date follows, each as many working days after the one before as it was. */
    Timetable opening(LocalDate was, LocalDate opensOn, WorkingDays calendar) {
        int days = calendar.between(calendar.plus(was, 0), WorkingDays.dayOf(endsAt.get(Stage.CALL)));
        return shift(Stage.CALL, WorkingDays.endOf(calendar.plus(calendar.plus(opensOn, 0), Math.max(1, days))), calendar);
    }

    /** Moves the end of a stage; those after it follow, each as many working days after the one before as it was. */
    public Timetable shift(Stage from, Instant until, WorkingDays calendar) {
        return shift(Map.of(from, until), calendar);
    }

    /** The same for several stages: what lies before the first change stays, what was changed itself follows nothing. */
    Timetable shift(Map<Stage, Instant> changes, WorkingDays calendar) {
        Map<Stage, Instant> ends = new EnumMap<>(endsAt);
        Stage previous = null;
        boolean moves = false;
        for (Entry entry : entries()) {
            Stage stage = entry.phase();
            if (changes.containsKey(stage)) {
                ends.put(stage, changes.get(stage));
                moves = true;
            } else if (moves) {
                WorkingDays counted = calendar(stage, calendar);
                int days = counted.between(WorkingDays.dayOf(endsAt.get(previous)), WorkingDays.dayOf(entry.endsAt()));
                // Two dates set by hand within one holiday have no working day between them, and still are two.
                ends.put(stage, WorkingDays.endOf(counted.after(WorkingDays.dayOf(ends.get(previous)), Math.max(1, days))));
            }
            previous = stage;
        }
        return new Timetable(ends);
    }

    /** Nobody is at a table while one looks back: a year of that is a year, whatever holidays the method leaves out. */
    public static WorkingDays calendar(Stage stage, WorkingDays calendar) {
        return stage == Stage.FOLLOW_UP ? calendar.plain() : calendar;
    }

    /** What is wrong with these dates as a new timetable, given the stage a round is in (null: none yet). */
    List<FieldError> errors(Timetable current, RoundPhase phase, Instant now, WorkingDays calendar) {
        List<FieldError> errors = new java.util.ArrayList<>();
        Instant previous = Instant.MIN;
        for (Stage stage : Stage.values()) {
            Instant end = endsAt.get(stage);
            String code = end == null ? "required" : end.equals(current.endsAt.get(stage)) && end.isAfter(previous) ? null
                    : !end.isAfter(previous) ? "not-after-previous" : end.isBefore(now) ? "in-the-past" : end.isAfter(now.plus(LONGEST)) ? "too-far-ahead"
                    : phase == RoundPhase.RUNNING && stage.compareTo(Stage.CLARIFYING) < 0 ? "stage-is-over"
                    : runs(stage, phase) && end.isBefore(current.endsAt.get(stage)) ? "only-later-while-it-runs" : unfit(end, calendar);
            if (code != null) {
                errors.add(new FieldError(stage.name(), code, List.of()));
            }
            previous = end == null ? previous : end;
        }
        return errors;
    }

    /** People work towards the date of a stage that runs. Who wants to go on earlier moves the round by hand, for all to see. */
    private static boolean runs(Stage stage, RoundPhase phase) {
        return phase != null && stage.name().equals(phase.name());
    }

    /** Whether a date is so far off that nobody means it, and counting from it leads nowhere. */
    static boolean beyondReason(Instant end, Instant now) {
        return end.isAfter(now.plus(LONGEST)) || end.isBefore(now.minus(LONGEST));
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
