// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static nl.klankbord.dilemma.Phase.CLARIFYING;
import static nl.klankbord.dilemma.Phase.HARVESTING;
import static nl.klankbord.dilemma.Phase.REFLECTING;
import static nl.klankbord.dilemma.Phase.SESSION;
import static nl.klankbord.dilemma.Standing.Role.COORDINATOR;
import static nl.klankbord.dilemma.Standing.Role.FACILITATOR;
import static nl.klankbord.dilemma.Standing.Role.GUEST;
import static nl.klankbord.dilemma.Standing.Role.HOST;
import static nl.klankbord.dilemma.Standing.Role.PEER;

import java.util.EnumSet;
import java.util.Set;
import nl.klankbord.dilemma.Deed;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.Standing.Role;
import nl.klankbord.shared.Decision.Reason;

/** What may be said, by whom and when. */
public enum ContributionDeed implements Deed {
    ASK(EnumSet.of(PEER, GUEST, FACILITATOR), EnumSet.of(CLARIFYING)),
    ANSWER(EnumSet.of(HOST), EnumSet.of(CLARIFYING, SESSION, HARVESTING)),
    /** Also after the reveal: what was never submitted may still come in, and shows as later. */
    REFLECT(EnumSet.of(PEER, GUEST), EnumSet.of(REFLECTING, SESSION, HARVESTING)),
    /** Of who submitted it too, as it was taken back since. */
    PUT_BACK_REFLECTION(EnumSet.of(PEER, GUEST), EnumSet.of(REFLECTING, SESSION, HARVESTING)),
    REMARK(EnumSet.of(HOST, PEER, GUEST, FACILITATOR, COORDINATOR), EnumSet.of(SESSION, HARVESTING)),
    RECOGNISE(EnumSet.of(PEER, GUEST), EnumSet.range(CLARIFYING, HARVESTING)),
    RESPOND(EnumSet.of(HOST), EnumSet.of(HARVESTING)),
    /** Say that somebody can be recognised in a text. */
    REPORT(EnumSet.of(HOST, PEER, GUEST, FACILITATOR, COORDINATOR), EnumSet.range(CLARIFYING, Phase.CLOSED)),
    /** Say whether a newcomer may read what one wrote before. */
    ANSWER_NEWCOMER(EnumSet.of(HOST, PEER, GUEST, FACILITATOR, COORDINATOR), EnumSet.range(CLARIFYING, Phase.CLOSED)),
    WITHDRAW_OWN(EnumSet.of(HOST, PEER, GUEST, FACILITATOR, COORDINATOR), EnumSet.range(CLARIFYING, Phase.CLOSED));

    private final Set<Role> roles;
    private final Set<Phase> phases;

    ContributionDeed(Set<Role> roles, Set<Phase> phases) {
        this.roles = roles;
        this.phases = phases;
    }

    public static ContributionDeed posting(ContributionKind kind) {
        return switch (kind) {
            case QUESTION -> ASK;
            case ANSWER -> ANSWER;
            case REFLECTION -> REFLECT;
            case REMARK -> REMARK;
        };
    }

    static ContributionDeed puttingBack(ContributionKind kind) {
        return kind == ContributionKind.REFLECTION ? PUT_BACK_REFLECTION : posting(kind);
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public Set<Phase> phases() {
        return phases;
    }

    @Override
    public boolean endsAtDeadline() {
        return this == ASK || this == ANSWER || this == REFLECT || this == PUT_BACK_REFLECTION;
    }

    @Override
    public Reason done(Standing standing) {
        return this == REFLECT && standing.reflectionSubmitted() ? Reason.ALREADY_SUBMITTED : null;
    }

    @Override
    public Reason wrongPhase(Phase phase) {
        return phase == CLARIFYING && (this == REFLECT || this == REMARK) ? Reason.ADVICE_WHILE_CLARIFYING
                : phase == REFLECTING && this == ANSWER ? Reason.HOST_IS_SILENT : Reason.WRONG_PHASE;
    }
}
