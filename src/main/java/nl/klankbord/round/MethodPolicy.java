// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who may do what with a method. One that a round was made with stays as it is. */
public final class MethodPolicy {
    private MethodPolicy() {}

    public enum Action { READ, COPY, CHANGE, REMOVE }

    /** @param own whether it is the programme's: those that Klankbord brings along are nobody's to change */
    public static Decision decide(ProgrammeStanding standing, boolean own, boolean used, Action action) {
        Decision decision = ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MAKE_ROUND);
        if (!decision.granted() || action == Action.READ || action == Action.COPY) {
            return decision;
        }
        return !own ? refused(Reason.NOT_YOUR_ROLE) : used ? refused(Reason.IN_USE) : GRANTED;
    }
}
