// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Decides on every deed in a dilemma: is it known, are the house rules accepted, is it yours, is it time. */
public final class DilemmaPolicy {
    private DilemmaPolicy() {}

    /** Who is invited to what the whole programme may read, may read it like the others. */
    private static Standing.Role role(Standing standing, Deed deed) {
        return standing.role() == Standing.Role.INVITED && standing.circle() == Circle.PROGRAMME && (deed == DilemmaDeed.READ || deed == DilemmaDeed.BE_SEEN_READING) ? Standing.Role.MEMBER : standing.role();
    }

    public static Decision decide(Standing standing, Deed deed) {
        if (!standing.known()) {
            return HIDDEN;
        }
        if (!standing.rulesAccepted()) {
            return refused(Reason.RULES_NOT_ACCEPTED);
        }
        // Also a coordinator who facilitates may leave that seat.
        boolean leaves = deed == DilemmaDeed.LEAVE && standing.seat() != null;
        if (!leaves && !deed.roles().contains(role(standing, deed)) || deed == DilemmaDeed.ANSWER_INVITATION && (standing.invitation() == null || standing.seat() != null)) {
            return refused(Reason.NOT_YOUR_ROLE);
        }
        // A concept is its writers' alone, though the coordinator knows that there is one.
        if (standing.phase() == Phase.DRAFT && deed.reads() && standing.role() != Standing.Role.HOST) {
            return refused(Reason.NOT_YOUR_ROLE);
        }
        if (!deed.phases().contains(standing.phase())) {
            return refused(deed.reads() ? Reason.NOT_YOUR_ROLE : deed.wrongPhase(standing.phase()));
        }
        if (standing.paused() && (deed == DilemmaDeed.MOVE || deed == DilemmaDeed.EXTEND)) {
            return refused(Reason.PAUSED);
        }
        if (deed.done(standing) != null) {
            return refused(deed.done(standing));
        }
        boolean timed = standing.phase() == Phase.CLARIFYING || standing.phase() == Phase.REFLECTING;
        return deed.endsAtDeadline() && timed && !standing.open() ? refused(Reason.DEADLINE_PASSED) : GRANTED;
    }
}
