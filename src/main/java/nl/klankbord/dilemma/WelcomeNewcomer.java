// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;

/** The host's yes or no to someone who joins another seat when the dilemma runs already: the text they will read is the host's. */
@ApplicationScoped
public class WelcomeNewcomer {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    Colleagues colleagues;
    @Inject
    DilemmaLock lock;
    @Inject
    Seating seating;
    @Inject
    SeatAudit audit;
    @Inject
    Event<Seat.Taken> taken;
    @Inject
    Event<Newcomer.Trusted> trusted;
    @Inject
    Clock clock;

    /** A no needs no reason. Whoever no longer fits by then does not come to sit there; a seat that was left is taken again only to finish the work. */
    @Transactional
    public Outcome<UUID> agree(Actor actor, UUID newcomerId, Boolean agreed) {
        Newcomer newcomer = locked(newcomerId);
        if (newcomer == null) {
            return Outcome.hidden();
        }
        Decision decision = standings.decide(actor, newcomer.dilemmaId(), DilemmaDeed.AGREE_TO_NEWCOMER);
        // Who has no part in the question is not told that there is one.
        if (decision instanceof Decision.Refused(Reason reason) && reason == Reason.NOT_YOUR_ROLE) {
            return Outcome.hidden();
        }
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (newcomer.answered()) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        if (agreed == null) {
            return Outcome.invalid("agreed", "required");
        }
        Seat seat = em.find(Seat.class, newcomer.seatId(), LockModeType.PESSIMISTIC_WRITE);
        if (agreed && (seat.status() != SeatStatus.ACCEPTED && !seating.refillable(seat) || !colleagues.fits(seat, newcomer.personId()))) {
            return Outcome.invalid("agreed", "no-longer-fits");
        }
        if (agreed && colleagues.sits(seat.dilemmaId(), newcomer.personId())) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        newcomer.agree(agreed, clock.instant());
        if (agreed) {
            seat.takeAgain();
            em.persist(new SeatPerson(seat, newcomer.personId(), clock.instant()));
            audit.note(actor, AuditKind.SEAT_JOINED, seat, newcomer.personId(), null);
            taken.fire(new Seat.Taken(seat.dilemmaId(), newcomer.personId()));
            trusted.fire(newcomer.trusted());
        }
        return Outcome.done(newcomer.personId());
    }

    /** Null when there is none, or none any more: with an erasure the question goes too. */
    private Newcomer locked(UUID id) {
        Newcomer newcomer = em.find(Newcomer.class, id);
        if (newcomer == null) {
            return null;
        }
        lock.dilemma(newcomer.dilemmaId());
        colleagues.hold(newcomer.personId());
        em.detach(newcomer);
        return em.find(Newcomer.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
