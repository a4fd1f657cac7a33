// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.Set;
import nl.klankbord.shared.Decision.Reason;

/** Something one may do in a dilemma: who, and in which phases. Each module lists its own deeds in an enum. */
public interface Deed {

    String name();

    Set<Standing.Role> roles();

    Set<Phase> phases();

    /** Whether the deadline of CLARIFYING or REFLECTING ends it, even before the phase has moved. */
    default boolean endsAtDeadline() {
        return false;
    }

    /** Whether it only reads; a reader in the wrong phase is told "not yours", a writer "not now". */
    default boolean reads() {
        return false;
    }

    /** Why who was entitled to it has nothing left to do, or null. */
    default Reason done(Standing standing) {
        return null;
    }

    default Reason wrongPhase(Phase phase) {
        return Reason.WRONG_PHASE;
    }
}
