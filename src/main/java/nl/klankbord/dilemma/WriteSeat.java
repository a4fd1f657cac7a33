// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Guests;
import nl.klankbord.identity.Person;
import nl.klankbord.programme.AuditKind;
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
    Guests guests;
    @Inject
    Colleagues colleagues;
    @Inject
    SeatAudit audit;
    @Inject
    Seating seating;
    @Inject
    Clock clock;

    /**
     * Seats a colleague of the same municipality, who takes part in the programme. Once the dilemma runs, one on a peer's
     * seat waits for the host's yes. A host's seat where nobody sits any more is filled by the coordinator.
     *
     * @param opensOwn whether a newcomer may read what the actor wrote before
     */
    @Transactional
    public Outcome<Colleague> seatColleague(Actor actor, UUID seatId, String email, boolean opensOwn) {
        Seat seat = locked(seatId);
        boolean vacant = seat != null && seat.kind() == SeatKind.HOST && colleagues.onSeat(seatId) == 0;
        Decision decision = vacant ? standings.decide(actor, seat.dilemmaId(), DilemmaDeed.FILL_HOST_SEAT) : decide(actor, seat, DilemmaDeed.SEAT_COLLEAGUE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (email == null || email.isBlank()) {
            return Outcome.invalid("email", "required");
        }
        // One answer for whoever cannot be seated, so that it tells nothing of who is known here.
        Optional<UUID> colleague = colleagues.withAddress(seat, email);
        if (colleague.isEmpty()) {
            return Outcome.invalid("email", "no-colleague");
        }
        if (seating.there(seat, colleague.get())) {
            return Outcome.refused(Reason.ALREADY_THERE);
        }
        return Outcome.done(new Colleague(colleague.get(), seating.place(seat, colleague.get(), actor.personId(), opensOwn)));
    }

    /** @param seated false while the host is asked */
    public record Colleague(UUID id, boolean seated) {}

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
        boolean last = colleagues.onSeat(seatId) == 1;
        if (last && seat.kind() == SeatKind.HOST) {
            return Outcome.refused(Reason.FROZEN);
        }
        depart("sp.seatId = :seat and sp.personId = :person", Map.of("seat", seatId, "person", personId));
        audit.note(actor, AuditKind.SEAT_LEFT, seat, personId, null);
        if (last) {
            seat.leave();
        }
        return Outcome.done(seatId);
    }

    /** Seats a colleague and leaves, in one: the way out for who sits alone on a host's seat. The colleague is a newcomer like any other. */
    @Transactional
    public Outcome<UUID> handOver(Actor actor, UUID seatId, String email, boolean opensOwn) {
        Seat seat = locked(seatId);
        Decision decision = decide(actor, seat, DilemmaDeed.LEAVE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        // On a peer's seat a colleague may wait for the host's yes: until then nobody would sit there.
        if (seat.kind() != SeatKind.HOST) {
            return Outcome.refused(Reason.NOT_YOUR_ROLE);
        }
        // One went before the other came: they never sat there together.
        Instant now = clock.instant();
        Outcome<Colleague> seated = seatColleague(actor, seatId, email, opensOwn);
        if (seated instanceof Outcome.Done) {
            depart("sp.seatId = :seat and sp.personId = :person", Map.of("seat", seatId, "person", actor.personId()), now);
            audit.note(actor, AuditKind.SEAT_LEFT, seat, actor.personId(), null);
        }
        return seated.map(Colleague::id);
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
        depart("sp.seatId = :seat", Map.of("seat", seatId));
        seat.leave();
        audit.note(actor, AuditKind.SEAT_LEFT, seat, null, null);
        return Outcome.done(seatId);
    }

    /** The host or the coordinator takes the place of a guest back: her link and her cookie work no longer. A link that she asks for herself leads to her own texts. */
    @Transactional
    public Outcome<UUID> shutOut(Actor actor, UUID seatId) {
        Seat seat = locked(seatId);
        Decision decision = seat == null ? Decision.HIDDEN : standings.decide(actor, seat.dilemmaId(), DilemmaDeed.SHUT_OUT_GUEST);
        if (!decision.granted()) {
            return Outcome.denied(seat == null ? decision : decide(actor, seat, DilemmaDeed.SHUT_OUT_GUEST) == Decision.HIDDEN ? Decision.HIDDEN : decision);
        }
        if (seat.kind() != SeatKind.GUEST) {
            return Outcome.hidden();
        }
        if (seat.status() != SeatStatus.PROPOSED && seat.status() != SeatStatus.INVITED && seat.status() != SeatStatus.ACCEPTED) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        depart("sp.seatId = :seat", Map.of("seat", seatId));
        seat.leave();
        guests.shutOut(seat.guestId());
        audit.note(actor, AuditKind.GUEST_SHUT_OUT, seat, seat.guestId(), null);
        return Outcome.done(seatId);
    }

    /** Whoever speaks for another organisation from now on leaves every seat of the former one. */
    void leaveAll(@Observes Person.ChangedOrganisation person) {
        leaveAll(person.personId());
    }

    /** A guest's seat goes with her, asked or taken. */
    void leaveAll(@Observes Person.Erased person) {
        leaveAll(person.personId());
        em.createQuery("update versioned Seat s set s.status = LEFT where s.guestId = :person and s.status in (PROPOSED, INVITED, ACCEPTED)").setParameter("person", person.personId()).executeUpdate();
    }

    private void leaveAll(UUID person) {
        closeEmptySeats(depart("sp.personId = :person", Map.of("person", person)));
    }

    /** Whoever loses a role leaves the seats it gave. */
    void leaveWithRole(@Observes Membership.Ended role) {
        if (role.personId() == null || role.role() == Role.COORDINATOR) {
            return;
        }
        closeEmptySeats(depart("sp.personId = :person and sp.kind in :kinds and sp.dilemmaId in (select d.id from Dilemma d where d.programmeId = :programme)", Map.of("person", role.personId(),
                "programme", role.programmeId(), "kinds", role.role() == Role.FACILITATOR ? List.of(SeatKind.FACILITATOR) : List.of(SeatKind.HOST, SeatKind.PEER))));
    }

    /** A seat nobody sits on any more has left; a host's stays, for a colleague to come. */
    private void closeEmptySeats(List<UUID> gone) {
        if (!gone.isEmpty()) {
            em.createQuery("update versioned Seat s set s.status = LEFT where s.dilemmaId in :dilemmas and s.status = ACCEPTED and s.kind <> HOST "
                            + "and not exists (select 1 from SeatPerson sp where sp.seatId = s.id and sp.leftAt is null)")
                    .setParameter("dilemmas", gone).executeUpdate();
        }
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

    /** The dilemmas at which somebody left. What one wrote or typed there stays one's own. */
    private List<UUID> depart(String which, Map<String, Object> parameters) {
        return depart(which, parameters, clock.instant());
    }

    private List<UUID> depart(String which, Map<String, Object> parameters, Instant now) {
        TypedQuery<UUID> leaving = em.createQuery("select distinct sp.dilemmaId from SeatPerson sp where sp.leftAt is null and " + which, UUID.class);
        Query leave = em.createQuery("update SeatPerson sp set sp.leftAt = :now where sp.leftAt is null and " + which).setParameter("now", now);
        parameters.forEach(leaving::setParameter);
        parameters.forEach(leave::setParameter);
        List<UUID> gone = leaving.getResultList();
        leave.executeUpdate();
        return gone;
    }
}
