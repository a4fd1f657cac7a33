// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who may do what with a lesson, and who may make one. */
public final class LessonPolicy {
    private LessonPolicy() {}

    public enum Action {
        READ, EDIT, PUBLISH, WITHDRAW,
        /** Who was asked and what they said: all for the coordinator, one's own for who was asked. */
        READ_CONSENTS,
        ANSWER
    }

    /** Making patterns and lessons. */
    static Decision harvest(HarvestFinder.Standing standing) {
        return !standing.coordinator() ? refused(Reason.NOT_YOUR_ROLE) : standing.rulesAccepted() ? GRANTED : refused(Reason.RULES_NOT_ACCEPTED);
    }

    public static Decision decide(LessonStanding standing, Action action) {
        if (!standing.known()) {
            return HIDDEN;
        }
        // A published lesson is no longer a thing of the programme alone, and a yes can be taken back under any house rules.
        boolean underRules = standing.status() != LessonStatus.PUBLISHED || forCoordinator(action);
        if (underRules && !standing.rulesAccepted()) {
            return refused(forCoordinator(action) && !standing.coordinator() ? Reason.NOT_YOUR_ROLE : Reason.RULES_NOT_ACCEPTED);
        }
        boolean yours = switch (action) {
            case READ -> true;
            case EDIT, PUBLISH, WITHDRAW -> standing.coordinator();
            case READ_CONSENTS -> standing.coordinator() || standing.asked();
            case ANSWER -> standing.asked();
        };
        if (!yours) {
            return refused(Reason.NOT_YOUR_ROLE);
        }
        boolean inTime = switch (action) {
            case READ, READ_CONSENTS -> true;
            case EDIT, PUBLISH -> standing.status() == LessonStatus.DRAFT;
            case WITHDRAW -> standing.status() == LessonStatus.PUBLISHED;
            case ANSWER -> standing.status() != LessonStatus.WITHDRAWN;
        };
        return inTime ? GRANTED : refused(Reason.WRONG_PHASE);
    }

    private static boolean forCoordinator(Action action) {
        return action == Action.EDIT || action == Action.PUBLISH || action == Action.WITHDRAW;
    }
}
