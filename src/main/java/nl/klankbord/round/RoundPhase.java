// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.EnumSet;
import java.util.Set;

/** Where a round is. It prepares together; each of its dilemmas then runs on its own clock. */
public enum RoundPhase {
    DRAFT, CALL, MATCHING, RUNNING, CLOSED;

    public static final Set<RoundPhase> ANY = EnumSet.allOf(RoundPhase.class);
    /** Not over yet. */
    public static final Set<RoundPhase> PRESENT = EnumSet.range(DRAFT, RUNNING);

    /** Forward, one step at a time. */
    public boolean canMoveTo(RoundPhase next) {
        return next.ordinal() == ordinal() + 1;
    }
}
