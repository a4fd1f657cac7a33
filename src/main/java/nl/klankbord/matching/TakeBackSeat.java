// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.SeatAudit;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;

/** What was asked or answered about a seat, taken back before the next one has answered. Nobody reads more by it. */
@ApplicationScoped
public class TakeBackSeat {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    InvitePeers invite;
    @Inject
    InviteGuest guests;
    @Inject
    SeatAudit audit;
    @Inject
    DilemmaLock lock;
    @Inject
    Clock clock;

    /** The coordinator's proposal, as long as the host has not answered. */
    @Transactional
    public Outcome<SeatStatus> proposal(Actor actor, UUID seatId) {
        Seat seat = locked(seatId);
        Decision decision = decide(actor, seat, DilemmaDeed.PROPOSE_SEAT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (seat.status() != SeatStatus.PROPOSED) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        seat.lapse();
        audit.note(actor, AuditKind.SEAT_TAKEN_BACK, seat, null, null);
        return Outcome.done(seat.status());
    }

    /** The host's yes or no, as long as the invited have not answered: she is asked again. */
    @Transactional
    public Outcome<SeatStatus> agreement(Actor actor, UUID seatId) {
        Seat seat = locked(seatId);
        Decision decision = decide(actor, seat, DilemmaDeed.AGREE_TO_SEAT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (seat.status() != SeatStatus.REFUSED && seat.status() != SeatStatus.INVITED) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        if (seat.status() == SeatStatus.REFUSED && isAskedElsewhere(seat)) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        // Meanwhile others may have been asked in their place.
        List<FieldError> full = seat.status() == SeatStatus.REFUSED && seat.kind() == SeatKind.PEER ? invite.full("agreed", em.find(Dilemma.class, seat.dilemmaId()), 1) : List.of();
        if (!full.isEmpty()) {
            return new Outcome.Invalid<>(full);
        }
        guests.sendAway(seat);
        seat.askHostAgain(clock.instant());
        audit.note(actor, AuditKind.SEAT_TAKEN_BACK, seat, null, null);
        return Outcome.done(seat.status());
    }

    /** Whether the same municipality, facilitator or guest has another seat here by now, or declared an interest. */
    private boolean isAskedElsewhere(Seat seat) {
        return !em.createQuery("""
                        select s.id from Seat s where s.dilemmaId = :dilemma and s.kind = :kind and s.status in (PROPOSED, INVITED, ACCEPTED, CONFLICT)
                        and (s.municipalityCode = :municipality or s.invitedEmail = :email or s.guestId in (select g.id from Person g where g.email = (select p.email from Person p where p.id = :guest)))""", UUID.class)
                .setParameter("dilemma", seat.dilemmaId()).setParameter("kind", seat.kind()).setParameter("municipality", seat.municipalityCode())
                .setParameter("email", seat.invitedEmail()).setParameter("guest", seat.guestId()).getResultList().isEmpty();
    }

    /** Who has no part in a proposal is not told that there is one. */
    private Decision decide(Actor actor, Seat seat, DilemmaDeed deed) {
        Decision decision = seat == null ? Decision.HIDDEN : standings.decide(actor, seat.dilemmaId(), deed);
        return decision instanceof Decision.Refused(Reason reason) && reason == Reason.NOT_YOUR_ROLE && !standings.decide(actor, seat.dilemmaId(), DilemmaDeed.SEE_ALL_SEATS).granted()
                ? Decision.HIDDEN : decision;
    }

    private Seat locked(UUID seatId) {
        Seat seat = em.find(Seat.class, seatId);
        if (seat != null) {
            lock.dilemma(seat.dilemmaId());
            em.refresh(seat, LockModeType.PESSIMISTIC_WRITE);
        }
        return seat;
    }
}
