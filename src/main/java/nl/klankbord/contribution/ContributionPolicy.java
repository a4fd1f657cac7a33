// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who hides a text and shows it again, who adds a file to it, and who takes it back and puts it there again: who wrote it, wherever he sits now, but for a reflection, that is the seat's, and one under seal. */
final class ContributionPolicy {
    private ContributionPolicy() {}

    /** Who wrote it takes it back instead. @param circle what the policy of the dilemma says */
    static Decision report(Decision circle, ContributionFinder.Shown shown) {
        return circle.granted() && shown.own() ? refused(Reason.OWN_CONTRIBUTION) : circle;
    }

    static Decision lift(Decision circle, ContributionFinder.Shown shown) {
        return circle.granted() && !shown.lifts() ? refused(Reason.NOT_YOUR_ROLE) : circle;
    }

    /** Its author, and to a concept a colleague too. @param writing what the policy of the dilemma says of writing one of its kind now */
    static Decision addFile(Decision writing, ContributionFinder.Shown shown) {
        return !(isConcept(shown) ? shown.ownSeat() : shown.own()) ? refused(Reason.OWN_CONTRIBUTION_ONLY)
                : shown.withdrawn() || shown.hidden() ? refused(Reason.FROZEN) : !writing.granted() ? writing : isReflection(shown) && shown.submitted() ? refused(Reason.ALREADY_SUBMITTED) : GRANTED;
    }

    static Decision removeFile(Decision writing, ContributionFinder.Shown shown, boolean sealed) {
        return isConcept(shown) && shown.ownSeat() && writing.granted() ? GRANTED : withdraw(shown, sealed);
    }

    private static boolean isReflection(ContributionFinder.Shown shown) {
        return shown.kind() == ContributionKind.REFLECTION;
    }

    private static boolean isConcept(ContributionFinder.Shown shown) {
        return isReflection(shown) && !shown.submitted();
    }

    /** Who took it back, from the seat it was written on. @param writing what the policy of the dilemma says of writing one of its kind now */
    static Decision putBack(Decision writing, ContributionFinder.Shown shown) {
        return writing instanceof Decision.Hidden ? writing : !(shown.withdrawn() ? shown.putsBack() : shown.own()) ? refused(Reason.OWN_CONTRIBUTION_ONLY) : writing;
    }

    /** @param sealed submitted, and not revealed yet */
    static Decision withdraw(ContributionFinder.Shown shown, boolean sealed) {
        return !shown.takesBack() ? refused(Reason.OWN_CONTRIBUTION_ONLY) : sealed ? refused(Reason.FROZEN) : GRANTED;
    }
}
