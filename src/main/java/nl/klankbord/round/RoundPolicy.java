// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who may do what with a round. */
public final class RoundPolicy {
    private RoundPolicy() {}

    public enum Action {
        READ, SEE_WAITING, RESCHEDULE, MOVE,
        /** Its name and its first day. */
        CHANGE,
        /** Before it began, or when nothing was brought in: {@link ChangeRound} looks whether it holds anything. */
        REMOVE,
        /** Choose peers; which dilemmas have their coordinator in this one is for each dilemma to say. */
        MATCH,
        START_DILEMMA
    }

    public static Decision decide(ProgrammeStanding standing, RoundPhase phase, Action action) {
        ProgrammePolicy.Action inProgramme = switch (action) {
            case READ -> ProgrammePolicy.Action.READ_ROUNDS;
            case SEE_WAITING, RESCHEDULE, MOVE, CHANGE, REMOVE, MATCH -> ProgrammePolicy.Action.MAKE_ROUND;
            case START_DILEMMA -> ProgrammePolicy.Action.START_DILEMMA;
        };
        Decision decision = ProgrammePolicy.decide(standing, inProgramme);
        if (!decision.granted()) {
            return decision;
        }
        boolean inTime = switch (action) {
            case READ, SEE_WAITING -> true;
            case RESCHEDULE, MOVE, MATCH -> phase != RoundPhase.CLOSED;
            case CHANGE -> phase == RoundPhase.DRAFT;
            case REMOVE -> phase == RoundPhase.DRAFT || phase == RoundPhase.MATCHING;
            case START_DILEMMA -> phase == RoundPhase.CALL;
        };
        return inTime ? GRANTED : refused(Reason.WRONG_PHASE);
    }
}
