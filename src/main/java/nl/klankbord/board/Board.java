// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.round.Asked;
import nl.klankbord.round.Who;
import nl.klankbord.shared.Cursor;

/** What a programme's coordinator sees at once of all its rounds: where each dilemma is and whom it waits for. Never content. */
public record Board(UUID programmeId, String programme, List<OpenRound> rounds, Filter filter, List<RoundLine> held, Cursor.Items<Line> lines) {

    /** The dilemmas that wait for somebody or for something. */
    public List<Line> getBusy() {
        return lines.items().stream().filter(line -> !line.isQuiet()).toList();
    }

    /** Those that run by themselves. */
    public List<Line> getQuiet() {
        return lines.items().stream().filter(Line::isQuiet).toList();
    }

    /** What the lines on this page wait for, in numbers. */
    public Count getCount() {
        List<Waiting> all = Stream.concat(held.stream().flatMap(round -> round.waiting.stream()), lines.items().stream().flatMap(line -> line.waiting.stream())).toList();
        return new Count(all.stream().filter(one -> !one.isOwn()).count(), all.stream().filter(Waiting::late).count(), all.stream().filter(Waiting::isOwn).count());
    }

    /** @param others how often somebody else is waited for; @param own how often the coordinator herself */
    public record Count(long others, long late, long own) {}

    /** @param round only this one, or null; @param late only where something is overdue */
    public record Filter(UUID round, boolean late) {}

    public record OpenRound(UUID id, String title) {}

    /** A round that waits as a whole, and for what. */
    public record RoundLine(UUID id, String title, List<Waiting> waiting) {
        boolean anyLate() {
            return waiting.stream().anyMatch(Waiting::late);
        }
    }

    /**
     * @param title  null of a concept: it is its writers' alone
     * @param since  when it entered its phase; null where nobody wrote that down
     * @param until  when that phase ends; null when it has no date or is paused
     * @param late   whether that lies behind us
     * @param extendable whether that date can be moved
     * @param left   peers and guests who left while it ran: a municipality or a role
     * @param needs  what then holds it
     */
    public record Line(UUID id, UUID roundId, String round, String title, String host, Phase phase, Instant since, Instant until, Instant pausedAt, boolean late, boolean extendable,
                       List<String> left, List<Waiting> waiting, List<Need> needs) {

        public boolean isQuiet() {
            return waiting.isEmpty() && needs.isEmpty() && left.isEmpty();
        }

        /** Whether a text of it is hidden because somebody can be recognised in it, as far as the coordinator may know. */
        public boolean isHidden() {
            return waiting.stream().anyMatch(one -> one.what.equals(Asked.Waiting.HIDDEN_TEXT));
        }

        public boolean anyLate() {
            return late || waiting.stream().anyMatch(Waiting::late);
        }

        /** The first date anybody is waited for, or the end of the phase. */
        Optional<Instant> urgent() {
            return Stream.concat(Optional.ofNullable(until).stream(), waiting.stream().map(Waiting::dueAt).filter(Objects::nonNull)).min(Instant::compareTo);
        }
    }

    /**
     * @param seatId     null when it is the coordinator herself, who finds at {@code path} what to do
     * @param remindedAt the last time; null: never
     * @param today      whether that was today
     * @param remindable whether a reminder can go out now
     */
    public record Waiting(Who who, String what, Instant dueAt, boolean late, Instant since, UUID seatId, int minutes, String path, Instant remindedAt, boolean today,
                          boolean remindable) {

        /** Whose reminder is a new link to this one dilemma; everybody else reads in one mail all that is open. */
        public boolean isGuestInvited() {
            return who.is(Who.Role.GUEST) && what.equals("answer-invitation");
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
                case "quorum" -> "#quorum";
                default -> null;
            };
            return new Need(key, part == null ? null : "/dilemmas/" + dilemmaId + part);
        }
    }
}
