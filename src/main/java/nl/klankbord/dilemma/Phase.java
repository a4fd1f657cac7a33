// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.klankbord.round.Stage;

/** Where a dilemma is. The stored phase is what reveals: a passed deadline only closes writing. */
public enum Phase {
    DRAFT, SUBMITTED, ACCEPTED, CLARIFYING, REFLECTING, SESSION, HARVESTING, FOLLOW_UP, CLOSED, WITHDRAWN;

    /** From here on what was submitted in silence is open to the circle. */
    public static final Set<Phase> REVEALED = EnumSet.of(SESSION, HARVESTING, FOLLOW_UP, CLOSED);
    /** A host may withdraw as long as nothing is revealed. */
    public static final Set<Phase> WITHDRAWABLE = EnumSet.range(DRAFT, REFLECTING);

    /** The transition table: one step forward, or withdrawn until the reveal. */
    public boolean canMoveTo(Phase next) {
        return next == WITHDRAWN ? WITHDRAWABLE.contains(this) : ordinal() + 1 == next.ordinal();
    }

    /** The one that follows, when all goes on. */
    public Phase next() {
        return values()[ordinal() + 1];
    }

    /** The stage of the timetable that dates this phase. */
    public Optional<Stage> stage() {
        return ordinal() < CLARIFYING.ordinal() || ordinal() > FOLLOW_UP.ordinal()
                ? Optional.empty() : Optional.of(Stage.valueOf(name()));
    }
}
