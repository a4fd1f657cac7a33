// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who hides a text and shows it again, and who takes it back: its author, wherever he sits now, but for a concept that is the seat's and a reflection under seal. */
final class ContributionPolicy {
    private ContributionPolicy() {}

    /** Who wrote it takes it back instead. @param circle what the policy of the dilemma says */
    static Decision report(Decision circle, ContributionFinder.Shown shown) {
        return circle.granted() && shown.own() ? refused(Reason.OWN_CONTRIBUTION) : circle;
    }

    static Decision lift(Decision circle, ContributionFinder.Shown shown) {
        return circle.granted() && !shown.lifts() ? refused(Reason.NOT_YOUR_ROLE) : circle;
    }

    /** @param sealed submitted, and not revealed yet */
    static Decision withdraw(ContributionFinder.Shown shown, boolean sealed) {
        return !shown.own() || !shown.submitted() && !shown.ownSeat() ? refused(Reason.OWN_CONTRIBUTION_ONLY) : sealed ? refused(Reason.FROZEN) : GRANTED;
    }
}
