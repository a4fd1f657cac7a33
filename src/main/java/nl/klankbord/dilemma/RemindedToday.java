// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** Of what the seats of a round were reminded today; asked here, answered by the module that reminds. */
public interface RemindedToday {

    /** In the dilemmas that the actor coordinates. */
    Set<Of> inRound(Actor actor, UUID roundId);

    /** @param what key below {@code waiting.} */
    record Of(UUID seatId, String what) {}
}
