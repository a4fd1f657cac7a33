// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Cursor;

/** What a programme's coordinator sees at once of all its rounds: where each dilemma is and whom it waits for. Never content. */
public record Board(UUID programmeId, String programme, List<OpenRound> rounds, Filter filter, Cursor.Items<Line> lines) {

    /** @param round only this one, or null; @param late only where something is overdue */
    public record Filter(UUID round, boolean late) {}

    public record OpenRound(UUID id, String title) {}

    /**
     * @param title  null of a concept: it is its writers' alone
     * @param since  when it entered its phase; null where nobody wrote that down
     * @param until  when that phase ends; null when it has no date or is paused
     * @param late   whether that lies behind us
     * @param needs  what then holds it
     */
    public record Line(UUID id, UUID roundId, String round, String title, String host, Phase phase, Instant since, Instant until, Instant pausedAt, boolean late,
                       List<Waiting> waiting, List<Need> needs) {

        public boolean anyLate() {
            return late || waiting.stream().anyMatch(Waiting::late);
        }

        /** The first date anybody is waited for, or the end of the phase. */
        Optional<Instant> urgent() {
            return java.util.stream.Stream.concat(Optional.ofNullable(until).stream(), waiting.stream().map(Waiting::dueAt).filter(java.util.Objects::nonNull)).min(Instant::compareTo);
        }
    }

    /**
     * @param seatId     null when it is the coordinator herself, who finds at {@code path} what to do
     * @param remindedAt the last time; null: never
     * @param today      whether that was today
     * @param remindable whether a reminder can go out now
     */
    public record Waiting(String who, String what, Instant dueAt, boolean late, Instant since, UUID seatId, int minutes, String path, Instant remindedAt, boolean today,
                          boolean remindable) {

        /** Whether {@code who} is the key of a role and not the name of a municipality. */
        public boolean isRole() {
            return who.matches("[A-Z]+");
        }

        public boolean isOwn() {
            return seatId == null;
        }
    }

    /** @param key below {@code need.}; @param path where it is solved, or null where only time does */
    public record Need(String key, String path) {
        static Need of(String key, UUID dilemmaId) {
            String part = switch (key) {
                case "peers" -> "#seats";
                case "session-date", "session-too-soon" -> "/session";
                case "session-held" -> "#session";
                case "closing" -> "#closing";
                case "quorum" -> "#steer";
                default -> null;
            };
            return new Need(key, part == null ? null : "/dilemmas/" + dilemmaId + part);
        }
    }
}
