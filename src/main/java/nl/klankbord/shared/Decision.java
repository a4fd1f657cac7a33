// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

/** What a policy says of an actor who wants to do something. */
public sealed interface Decision {
    Decision GRANTED = new Granted();
    Decision HIDDEN = new Hidden();

    static Decision refused(Reason reason) {
        return new Refused(reason);
    }

    default boolean granted() {
        return this instanceof Granted;
    }

    record Granted() implements Decision {}

    /** Whether another moment or state would allow it, so that its form is still there. */
    default boolean conflict() {
        return this instanceof Refused(Reason reason) && reason.conflict();
    }

    /** Whether a yes to the house rules is all that is missing. */
    default boolean awaitsRules() {
        return this instanceof Refused(Reason reason) && reason == Reason.RULES_NOT_ACCEPTED;
    }

    /** The thing is known to the actor, this deed is not allowed. */
    record Refused(Reason reason) implements Decision {}

    /** To this actor the thing does not exist. */
    record Hidden() implements Decision {}

    /** Why a deed is refused; the name is the key of the text that says so. */
    enum Reason {
        RULES_NOT_ACCEPTED, NOT_YOUR_ROLE, WRONG_PHASE, DEADLINE_PASSED, ALREADY_SUBMITTED, ALREADY_THERE,
        ADVICE_WHILE_CLARIFYING, HOST_IS_SILENT, FROZEN, ALREADY_ANSWERED, TOO_EARLY, PAUSED, NOT_PAUSED, OWN_CONTRIBUTION_ONLY, OWN_CONTRIBUTION, COLLEAGUE_BEGAN,
        IN_USE, ROUND_IN_USE, NO_NEW_SEATS, PROPOSE_AGAIN, REMINDED_TODAY, NOBODY_TO_REMIND, TOO_EARLY_TO_SAY, LAST_COORDINATOR, LEVEL_OWN;

        /** Whether another moment or state would allow it (409), rather than another person (403). */
        public boolean conflict() {
            return this != RULES_NOT_ACCEPTED && this != NOT_YOUR_ROLE && this != OWN_CONTRIBUTION_ONLY;
        }
    }
}
