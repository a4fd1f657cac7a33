// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Person;
import nl.klankbord.programme.Membership;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;

/** Who sits on a seat. */
@ApplicationScoped
public class WriteSeat {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    Event<Seat.Taken> taken;
    @Inject
    Clock clock;

    /**
     * Seats a colleague of the same municipality, who takes part in the programme. Only before CLARIFYING: an audience
     * does not grow after the writing has begun.
     */
    @Transactional
    public Outcome<UUID> seatColleague(Actor actor, UUID seatId, String email) {
        Seat seat = locked(seatId);
        Decision decision = decide(actor, seat, DilemmaDeed.SEAT_COLLEAGUE);
        if (decision instanceof Decision.Refused(Reason reason) && reason == Reason.WRONG_PHASE) {
            return Outcome.refused(Reason.CIRCLE_IS_SET);
        }
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (email == null || email.isBlank()) {
            return Outcome.invalid("email", "required");
        }
        // One answer for whoever cannot be seated, so that it tells nothing of who is known here.
        List<UUID> colleague = em.createQuery("""
                        select p.id from Person p join Membership m on m.personId = p.id join Organisation o on o.id = p.organisationId
                        where p.email = :email and o.municipalityCode = :gm and m.role = PARTICIPANT
                        and not exists (select 1 from Membership cm where cm.personId = p.id and cm.programmeId = m.programmeId and cm.role = COORDINATOR)
                        and m.programmeId = (select d.programmeId from Dilemma d where d.id = :dilemma)""", UUID.class)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT)).setParameter("gm", Objects.toString(seat.municipalityCode(), ""))
                .setParameter("dilemma", seat.dilemmaId()).getResultList();
        if (colleague.isEmpty()) {
            return Outcome.invalid("email", "no-colleague");
        }
        if (sits(seat.dilemmaId(), colleague.getFirst())) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        em.persist(new SeatPerson(seat, colleague.getFirst(), clock.instant()));
        taken.fire(new Seat.Taken(seat.dilemmaId(), colleague.getFirst()));
        return Outcome.done(colleague.getFirst());
    }

    /** One leaves one's own seat; the last one of a peer takes the seat along. A host's last one stays: the dilemma would have nobody. */
    @Transactional
    public Outcome<UUID> leave(Actor actor, UUID seatId, UUID personId) {
        Seat seat = locked(seatId);
        Decision decision = decide(actor, seat, DilemmaDeed.LEAVE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!actor.personId().equals(personId)) {
            return Outcome.refused(Reason.NOT_YOUR_ROLE);
        }
        boolean last = onSeat(seatId) == 1;
        if (last && seat.kind() == SeatKind.HOST) {
            return Outcome.refused(Reason.FROZEN);
        }
        depart(personId, seatId);
        if (last) {
            seat.leave();
        }
        return Outcome.done(seatId);
    }

    /** The whole seat leaves. What it wrote stays its writers' own; the reveal goes on waiting for it. */
    @Transactional
    public Outcome<UUID> leave(Actor actor, UUID seatId) {
        Seat seat = locked(seatId);
        Decision decision = decide(actor, seat, DilemmaDeed.LEAVE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (seat.kind() == SeatKind.HOST) {
            return Outcome.refused(Reason.FROZEN);
        }
        em.createQuery("update SeatPerson sp set sp.leftAt = :now where sp.seatId = :seat and sp.leftAt is null")
                .setParameter("now", clock.instant()).setParameter("seat", seatId).executeUpdate();
        seat.leave();
        return Outcome.done(seatId);
    }

    /** Whoever speaks for another organisation from now on leaves every seat of the former one. */
    void leaveAll(@Observes Person.ChangedOrganisation person) {
        em.createQuery("update SeatPerson sp set sp.leftAt = :now where sp.personId = :person and sp.leftAt is null")
                .setParameter("now", clock.instant()).setParameter("person", person.personId()).executeUpdate();
        closeEmptySeats();
    }

    /** Whoever loses a role leaves the seats it gave. */
    void leaveWithRole(@Observes Membership.Ended role) {
        if (role.personId() == null || role.role() == Role.COORDINATOR) {
            return;
        }
        em.createQuery("update SeatPerson sp set sp.leftAt = :now where sp.personId = :person and sp.leftAt is null and sp.kind in :kinds "
                        + "and sp.dilemmaId in (select d.id from Dilemma d where d.programmeId = :programme)")
                .setParameter("now", clock.instant()).setParameter("person", role.personId()).setParameter("programme", role.programmeId())
                .setParameter("kinds", role.role() == Role.FACILITATOR ? List.of(SeatKind.FACILITATOR) : List.of(SeatKind.HOST, SeatKind.PEER)).executeUpdate();
        closeEmptySeats();
    }

    /** A seat nobody sits on any more has left; a host's stays, for a colleague to come. */
    private void closeEmptySeats() {
        em.createQuery("update Seat s set s.status = LEFT where s.status = ACCEPTED and s.kind <> HOST "
                + "and not exists (select 1 from SeatPerson sp where sp.seatId = s.id and sp.leftAt is null)").executeUpdate();
    }

    private Seat locked(UUID seatId) {
        Seat seat = em.find(Seat.class, seatId);
        if (seat != null) {
            lock.dilemma(seat.dilemmaId());
            em.refresh(seat);
        }
        return seat;
    }

    /** What one may do with one's own seat. Somebody else's is as good as absent to who does not see it. */
    private Decision decide(Actor actor, Seat seat, DilemmaDeed deed) {
        Standing standing = seat == null ? null : standings.of(actor, seat.dilemmaId()).orElse(null);
        if (standing == null || seat.id().equals(standing.seatId())) {
            return standing == null ? Decision.HIDDEN : DilemmaPolicy.decide(standing, deed);
        }
        boolean seen = DilemmaPolicy.decide(standing, DilemmaDeed.SEE_ALL_SEATS).granted()
                || (seat.status() == SeatStatus.ACCEPTED || seat.status() == SeatStatus.LEFT) && DilemmaPolicy.decide(standing, DilemmaDeed.READ_CIRCLE).granted();
        return seen ? Decision.refused(Reason.NOT_YOUR_ROLE) : Decision.HIDDEN;
    }

    private boolean sits(UUID dilemmaId, UUID personId) {
        return !em.createQuery("select sp.seatId from SeatPerson sp where sp.dilemmaId = :d and sp.personId = :p and sp.leftAt is null", UUID.class)
                .setParameter("d", dilemmaId).setParameter("p", personId).getResultList().isEmpty();
    }

    private long onSeat(UUID seatId) {
        return em.createQuery("select count(*) from SeatPerson sp where sp.seatId = :s and sp.leftAt is null", Long.class).setParameter("s", seatId).getSingleResult();
    }

    private void depart(UUID personId, UUID seatId) {
        em.createQuery("update SeatPerson sp set sp.leftAt = :now where sp.seatId = :seat and sp.personId = :person and sp.leftAt is null")
                .setParameter("now", clock.instant()).setParameter("seat", seatId).setParameter("person", personId).executeUpdate();
    }
}
