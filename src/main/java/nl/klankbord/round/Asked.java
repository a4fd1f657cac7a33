// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** What people still have to do; each module tells it of its own things, "Mijn werk" and the coordinator's round collect it. */
public interface Asked {

    /** What is asked of the actor. */
    List<Task> of(Actor actor);

    /** Whom a round waits for, in the dilemmas the actor coordinates: who, for what, until when. Never content. */
    List<Waiting> inRound(Actor actor, UUID roundId);

    /**
     * @param what    key of the sentence that asks, below {@code asked.}
     * @param about   title the actor may see, or null
     * @param by      who asks: a programme or a municipality
     * @param dueAt   null when there is no date
     * @param minutes what it is expected to take
     * @param link    where it is done
     */
    record Task(String what, String about, String by, Instant dueAt, int minutes, String link) {}

    /** @param who a municipality or a role, never a person's address */
    record Waiting(String who, String what, Instant dueAt, UUID dilemmaId) {}
}
