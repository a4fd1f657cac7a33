// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;

import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;

/** Who may do what in a programme. The administrator manages people and reads no content. */
public final class ProgrammePolicy {
    private ProgrammePolicy() {}

    public enum Action {
        /** Name, purpose and house rules. */
        READ,
        ACCEPT_RULES,
        /** Rounds and everything in them. */
        READ_ROUNDS,
        MANAGE_MEMBERS, EDIT, MAKE_ROUND, START_DILEMMA,
        /** Who did what, never content. */
        READ_AUDIT,
        /** How long texts stay. */
        SET_RETENTION
    }

    public static Decision create(Actor actor) {
        return actor.programmeCreator() ? GRANTED : refused(Reason.NOT_YOUR_ROLE);
    }

    /** @param asked whether a dilemma of the programme has asked this guest, or has her at its table */
    public static Decision acceptAsGuest(boolean asked) {
        return asked ? GRANTED : HIDDEN;
    }

    public static Decision decide(ProgrammeStanding standing, Action action) {
        if (!standing.member() && !standing.platformAdmin()) {
            return HIDDEN;
        }
        return switch (action) {
            case READ -> GRANTED;
            case ACCEPT_RULES -> standing.member() ? GRANTED : refused(Reason.NOT_YOUR_ROLE);
            case MANAGE_MEMBERS, READ_AUDIT -> standing.platformAdmin() && !standing.member() ? GRANTED : only(standing, standing.coordinator());
            case READ_ROUNDS -> only(standing, standing.member());
            case EDIT, MAKE_ROUND, SET_RETENTION -> only(standing, standing.coordinator());
            case START_DILEMMA -> only(standing, standing.participant());
        };
    }

    private static Decision only(ProgrammeStanding standing, boolean allowed) {
        if (!standing.member()) {
            return refused(Reason.NOT_YOUR_ROLE);
        }
        if (!standing.rulesAccepted()) {
            return refused(Reason.RULES_NOT_ACCEPTED);
        }
        return allowed ? GRANTED : refused(Reason.NOT_YOUR_ROLE);
    }
}
