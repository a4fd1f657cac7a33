// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static nl.klankbord.dilemma.Phase.ACCEPTED;
import static nl.klankbord.dilemma.Phase.CLARIFYING;
import static nl.klankbord.dilemma.Phase.CLOSED;
import static nl.klankbord.dilemma.Phase.DRAFT;
import static nl.klankbord.dilemma.Phase.FOLLOW_UP;
import static nl.klankbord.dilemma.Phase.HARVESTING;
import static nl.klankbord.dilemma.Phase.REFLECTING;
import static nl.klankbord.dilemma.Phase.SESSION;
import static nl.klankbord.dilemma.Phase.SUBMITTED;
import static nl.klankbord.dilemma.Standing.Role.COORDINATOR;
import static nl.klankbord.dilemma.Standing.Role.FACILITATOR;
import static nl.klankbord.dilemma.Standing.Role.GUEST;
import static nl.klankbord.dilemma.Standing.Role.HOST;
import static nl.klankbord.dilemma.Standing.Role.INVITED;
import static nl.klankbord.dilemma.Standing.Role.MEMBER;
import static nl.klankbord.dilemma.Standing.Role.PEER;

import java.util.EnumSet;
import java.util.Set;
import nl.klankbord.dilemma.Standing.Role;
import nl.klankbord.shared.Decision.Reason;

/** What may be done with a dilemma and its seats. */
public enum DilemmaDeed implements Deed {
    /** Its text. Of a concept only its writers; withdrawn, only its host. */
    READ(EnumSet.of(HOST, PEER, GUEST, COORDINATOR, FACILITATOR, MEMBER), EnumSet.allOf(Phase.class)),
    /** Who sits there and what is said. */
    READ_CIRCLE(EnumSet.of(HOST, PEER, GUEST, COORDINATOR, FACILITATOR), EnumSet.range(SUBMITTED, CLOSED)),
    /** Also while others ask about it, so that an answer can be a clearer text; from the reflections on, everyone speaks about the same words. */
    EDIT(EnumSet.of(HOST), EnumSet.range(DRAFT, CLARIFYING)),
    /** Take one of its files away. */
    REMOVE_FILE(EnumSet.of(HOST), EnumSet.range(DRAFT, ACCEPTED)),
    WIDEN(EnumSet.of(HOST), EnumSet.range(DRAFT, CLOSED)),
    SUBMIT(EnumSet.of(HOST), EnumSet.of(DRAFT)),
    ACCEPT(EnumSet.of(COORDINATOR), EnumSet.of(SUBMITTED)),
    WITHDRAW(EnumSet.of(HOST), Phase.WITHDRAWABLE),
    /** Withdraw, or cancel what too few said yes to or reflected on. */
    CANCEL(EnumSet.of(HOST, COORDINATOR), EnumSet.of(ACCEPTED, REFLECTING)),
    MOVE(EnumSet.of(COORDINATOR), EnumSet.range(ACCEPTED, FOLLOW_UP)),
    EXTEND(EnumSet.of(COORDINATOR), EnumSet.range(CLARIFYING, HARVESTING)),
    /** Stop its clock, and let it go on. */
    PAUSE(EnumSet.of(COORDINATOR), EnumSet.range(CLARIFYING, HARVESTING)),
    CLOSE(EnumSet.of(HOST), EnumSet.of(HARVESTING)),
    RESTATE(EnumSet.of(HOST), EnumSet.of(HARVESTING)),
    /** Say that somebody can be recognised in a text of it; and, of one's own that was hidden, write it in other words. */
    REPORT_TEXT(EnumSet.of(HOST, PEER, GUEST, COORDINATOR, FACILITATOR, MEMBER), EnumSet.range(SUBMITTED, CLOSED)),
    REWRITE_TEXT(EnumSet.of(HOST, PEER, GUEST), EnumSet.range(SUBMITTED, CLOSED)),
    /** Once is not enough: the same question in a later round, linked to this one. */
    BRING_IN_AGAIN(EnumSet.of(HOST), EnumSet.of(FOLLOW_UP, CLOSED)),
    /** Also for a seat that was left: who comes later reads what was written before only where its writer agrees. */
    PROPOSE_SEAT(EnumSet.of(COORDINATOR), EnumSet.range(ACCEPTED, SESSION)),
    AGREE_TO_SEAT(EnumSet.of(HOST), EnumSet.range(ACCEPTED, SESSION)),
    ANSWER_INVITATION(EnumSet.of(INVITED, COORDINATOR), EnumSet.range(ACCEPTED, SESSION)),
    SEAT_COLLEAGUE(EnumSet.of(HOST, PEER), EnumSet.range(DRAFT, FOLLOW_UP)),
    AGREE_TO_NEWCOMER(EnumSet.of(HOST), EnumSet.range(CLARIFYING, FOLLOW_UP)),
    /** When nothing is weighed any more: let the others who say so too see one's mail address. */
    SHARE_ADDRESS(EnumSet.of(HOST, PEER), EnumSet.of(FOLLOW_UP, CLOSED)),
    /** Someone of its own municipality on a host's seat where nobody sits any more. */
    FILL_HOST_SEAT(EnumSet.of(COORDINATOR), EnumSet.range(SUBMITTED, FOLLOW_UP)),
    /** Someone of its own municipality on a peer's seat that was left, when nobody new is asked any more. Before that the municipality is proposed again. */
    FILL_PEER_SEAT(EnumSet.of(COORDINATOR), EnumSet.of(HARVESTING, FOLLOW_UP)),
    /** Take the place of a guest back. */
    SHUT_OUT_GUEST(EnumSet.of(HOST, COORDINATOR), EnumSet.range(ACCEPTED, FOLLOW_UP)),
    LEAVE(EnumSet.of(HOST, PEER, GUEST, FACILITATOR), EnumSet.range(DRAFT, FOLLOW_UP)),
    /** Per seat begun or submitted, never what. */
    SEE_PROGRESS(EnumSet.of(COORDINATOR), EnumSet.range(ACCEPTED, CLOSED)),
    /** How many are done, never who. */
    COUNT_PROGRESS(EnumSet.of(HOST, COORDINATOR), EnumSet.range(ACCEPTED, CLOSED)),
    /** Who opened it first, and when; everyone is told beforehand that the host sees it. */
    SEE_READERS(EnumSet.of(HOST), EnumSet.range(SUBMITTED, FOLLOW_UP)),
    BE_SEEN_READING(EnumSet.of(PEER, GUEST, COORDINATOR, FACILITATOR, MEMBER), EnumSet.range(SUBMITTED, FOLLOW_UP)),
    /** Seats that nobody accepted yet, or ever. */
    SEE_ALL_SEATS(EnumSet.of(HOST, COORDINATOR), EnumSet.range(ACCEPTED, CLOSED));

    private final Set<Role> roles;
    private final Set<Phase> phases;

    DilemmaDeed(Set<Role> roles, Set<Phase> phases) {
        this.roles = roles;
        this.phases = phases;
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
    public boolean reads() {
        return this == READ || this == READ_CIRCLE || this == SEE_PROGRESS || this == COUNT_PROGRESS || this == SEE_ALL_SEATS
                || this == SEE_READERS || this == BE_SEEN_READING;
    }

    @Override
    public Reason wrongPhase(Phase phase) {
        boolean asks = this == PROPOSE_SEAT || this == AGREE_TO_SEAT || this == ANSWER_INVITATION;
        boolean refills = this == FILL_PEER_SEAT && ANSWER_INVITATION.phases.contains(phase);
        return asks && FILL_PEER_SEAT.phases.contains(phase) ? Reason.NO_NEW_SEATS : refills ? Reason.PROPOSE_AGAIN : Reason.WRONG_PHASE;
    }

    @Override
    public boolean endsAtDeadline() {
        return this == EDIT;
    }
}
