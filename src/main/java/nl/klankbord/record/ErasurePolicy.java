// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;

import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who may have a person erased: she herself, and the administrator of the platform. */
final class ErasurePolicy {
    private ErasurePolicy() {}

    /** @param there whether there is such a person, who has not been erased; @param alone whether a programme would have no coordinator left */
    static Decision erase(Actor actor, UUID person, boolean there, boolean alone) {
        if (!there || actor instanceof Actor.OfSystem || !actor.personId().equals(person) && !actor.platformAdmin()) {
            return HIDDEN;
        }
        return alone ? refused(Reason.LAST_COORDINATOR) : GRANTED;
    }
}
