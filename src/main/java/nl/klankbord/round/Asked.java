// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** What people still have to do; each module tells it of its own things, "Mijn werk" and the coordinator's round collect it. */
public interface Asked {

    /** What is asked of the actor. */
    List<Task> of(Actor actor);

    /**
     * Whom rounds wait for, in the dilemmas the actor coordinates: who, for what, until when and since when. Never
     * content. As many statements for forty rounds as for one.
     */
    List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds);

    /**
     * @param what    key of the sentence that asks, below {@code asked.}
     * @param about   title the actor may see, or null
     * @param by      who asks: a programme or a municipality
     * @param dueAt   null when there is no date
     * @param minutes what it is expected to take
     * @param link    where it is done
     * @param dilemmaId the one it is about, when people say of such work how long it took; or null
     */
    record Task(String what, String about, String by, Instant dueAt, int minutes, String link, UUID dilemmaId) {
        public Task(String what, String about, String by, Instant dueAt, int minutes, String link) {
            this(what, about, by, dueAt, minutes, link, null);
        }

        /** Somebody may be recognised in a text: that goes before whatever has a date. */
        public boolean isFirst() {
            return what.startsWith("look-at-");
        }

        public Task taking(int minutes) {
            return new Task(what, about, by, dueAt, minutes, link, dilemmaId);
        }
    }

    /**
     * @param what    key of the sentence that says for what, below {@code waiting.}
     * @param roundId the round that waits as a whole; null when it is one dilemma
     * @param dilemmaId null when it is the round
     * @param seatId  the seat that is waited for; null when it is the coordinator
     * @param since   null when nobody wrote down when it began
     * @param minutes what it is expected to take
     * @param path    where it is done
     */
    record Waiting(Who who, String what, Instant dueAt, UUID roundId, UUID dilemmaId, UUID seatId, Instant since, int minutes, String path) {
        /** What a coordinator does when a text was hidden because somebody can be recognised in it. */
        public static final String HIDDEN_TEXT = "look-at-report";

        /** @param who as a query tells it, see {@link Who#of} */
        public Waiting(String who, String what, Instant dueAt, UUID dilemmaId, UUID seatId, Instant since, int minutes, String path) {
            this(Who.of(who), what, dueAt, dilemmaId, seatId, since, minutes, path);
        }

        public Waiting(Who who, String what, Instant dueAt, UUID dilemmaId, UUID seatId, Instant since, int minutes, String path) {
            this(who, what, dueAt, null, dilemmaId, seatId, since, minutes, path);
        }

        public Waiting taking(int minutes) {
            return new Waiting(who, what, dueAt, roundId, dilemmaId, seatId, since, minutes, path);
        }

        /** What a round as a whole asks of its coordinator. */
        public static Waiting ofRound(UUID roundId, String what, Instant dueAt, Instant since, int minutes, String path) {
            return new Waiting(Who.COORDINATOR, what, dueAt, roundId, null, null, since, minutes, path);
        }
    }
}
