// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who takes a text back: its author, wherever he sits now, but for a concept that is the seat's and a reflection under seal. */
final class ContributionPolicy {
    private ContributionPolicy() {}

    /** @param sealed submitted, and not revealed yet */
    static Decision withdraw(ContributionFinder.Shown shown, boolean sealed) {
        return !shown.own() || !shown.submitted() && !shown.ownSeat() ? refused(Reason.OWN_CONTRIBUTION_ONLY) : sealed ? refused(Reason.FROZEN) : GRANTED;
    }
}
