// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.web.Language;

/**
 * Picture of a timetable: its stages in equal slots, and the point where we are now.
 *
 * @param now from 0 to 1000, or null when it has not begun or is over
 */
public record Timeline(String title, String description, Integer now, List<Part> phases) {
    private static final int WIDTH = 1000;
    private static final int GAP = 8;

    /** A round's. From RUNNING on its dilemmas have dates of their own; the picture then shows what was planned. */
    public static Timeline of(RoundFinder.Shown round, Timetable timetable, Instant now, Language language) {
        Instant begins = round.opensOn().atStartOfDay(WorkingDays.ZONE).toInstant();
        Map<Stage, Instant> closed = round.closed(timetable);
        return of(language.text("round.timeline", round.title()), really(timetable, closed), begins, position(round.phase(), timetable.entries(), now), now, language)
                .closed(timetable.entries().stream().map(entry -> closed.get(entry.phase())).toArray(Instant[]::new), language);
    }

    /** A stage ends when it was closed, whatever was planned. */
    private static Timetable really(Timetable planned, Map<Stage, Instant> closed) {
        Map<Stage, Instant> ends = new EnumMap<>(Stage.class);
        ends.putAll(planned.endsAt());
        ends.putAll(closed);
        return new Timetable(ends);
    }

    /** @param at when each stage was closed, or null */
    private Timeline closed(Instant[] at, Language language) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).withZone(WorkingDays.ZONE);
        List<Part> parts = new ArrayList<>(phases);
        for (int i = 0; i < at.length; i++) {
            Part part = phases.get(i);
            parts.set(i, at[i] == null ? part : new Part(part.label, part.at, language.text("round.closedOn", day.format(at[i])), part.state, part.stateText, part.x, part.width));
        }
        return new Timeline(title, description, now, parts);
    }

    private static int position(RoundPhase phase, List<Timetable.Entry> entries, Instant now) {
        return switch (phase) {
            case DRAFT -> -1;
            case CALL -> 0;
            case MATCHING -> 1;
            case RUNNING -> {
                int at = Stage.CLARIFYING.ordinal();
                while (at < entries.size() - 1 && !entries.get(at).endsAt().isAfter(now)) {
                    at++;
                }
                yield at;
            }
            case CLOSED -> entries.size();
        };
    }

    /**
     * @param begins when the first stage begins
     * @param at     which stage is the present one; below 0: not begun, beyond the last: over
     */
    public static Timeline of(String title, Timetable timetable, Instant begins, int at, Instant now, Language language) {
        List<Timetable.Entry> entries = timetable.entries();
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).withZone(WorkingDays.ZONE);
        int slot = WIDTH / Math.max(1, entries.size());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Timetable.Entry entry = entries.get(i);
            String state = i < at ? "DONE" : i == at ? "CURRENT" : "NEXT";
            parts.add(new Part(language.text("stage." + entry.phase()), WorkingDays.dayOf(entry.endsAt()).toString(),
                    language.text("round.until", day.format(entry.endsAt())), state, language.text("round.state." + state), i * slot, slot - GAP));
        }
        if (at < 0 || at >= entries.size()) {
            return new Timeline(title, language.text(at < 0 ? "round.notBegun" : "round.over"), null, parts);
        }
        Instant from = at == 0 ? begins : entries.get(at - 1).endsAt();
        int elapsed = (int) (parts.get(at).width() * part(from, entries.get(at).endsAt(), now));
        return new Timeline(title, language.text("round.now", parts.get(at).label(), parts.get(at).text()), parts.get(at).x() + elapsed, parts);
    }

    private static double part(Instant from, Instant until, Instant now) {
        double whole = Math.max(1, Duration.between(from, until).toSeconds());
        return Math.clamp(Duration.between(from, now).toSeconds() / whole, 0, 1);
    }

    /** @param at the day it ends, for machines; in words it is {@code text} */
    public record Part(String label, String at, String text, String state, String stateText, int x, int width) {}
}
