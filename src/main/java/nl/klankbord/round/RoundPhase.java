// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

/** Where a round is. It prepares together; each of its dilemmas then runs on its own clock. */
public enum RoundPhase {
    DRAFT, CALL, MATCHING, RUNNING, CLOSED;

    /** Forward, one step at a time. */
    public boolean canMoveTo(RoundPhase next) {
        return next.ordinal() == ordinal() + 1;
    }
}
