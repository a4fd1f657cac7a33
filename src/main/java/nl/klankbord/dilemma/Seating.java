// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.programme.AuditKind;

/** The one rule by which a colleague comes to sit on a seat: at once, or with the host's yes when the dilemma runs already and the seat is a peer's. */
@ApplicationScoped
class Seating {
    @Inject
    EntityManager em;
    @Inject
    Colleagues colleagues;
    @Inject
    SeatAudit audit;
    @Inject
    Event<Seat.Taken> taken;
    @Inject
    Event<Newcomer.Trusted> trusted;
    @Inject
    Clock clock;

    /** Whether somebody sits at the dilemma already, or waits for the host's yes to this seat. */
    boolean there(Seat seat, UUID colleague) {
        return colleagues.sits(seat.dilemmaId(), colleague)
                || !em.createQuery("select n.id from Newcomer n where n.seatId = :seat and n.personId = :person and n.agreed is null", UUID.class)
                .setParameter("seat", seat.id()).setParameter("person", colleague).getResultList().isEmpty();
    }

    /** Whether it is a peer's that was left, where a colleague may finish the work, and her municipality has no other by now. */
    boolean refillable(Seat seat) {
        Phase phase = em.find(Dilemma.class, seat.dilemmaId()).phase();
        return seat.kind() == SeatKind.PEER && seat.status() == SeatStatus.LEFT && DilemmaDeed.FILL_PEER_SEAT.phases().contains(phase)
                && em.createQuery("select o.id from Seat o where o.dilemmaId = :dilemma and o.municipalityCode = :gm and o.status in (PROPOSED, INVITED, ACCEPTED)", UUID.class)
                .setParameter("dilemma", seat.dilemmaId()).setParameter("gm", seat.municipalityCode()).getResultList().isEmpty();
    }

    /** False while the host is asked. @param opensOwn whether a newcomer may read what {@code namedBy} wrote before */
    boolean place(Seat seat, UUID colleague, UUID namedBy, boolean opensOwn) {
        Newcomer newcomer = new Newcomer(seat, colleague, namedBy, opensOwn, clock.instant());
        boolean runs = em.find(Dilemma.class, seat.dilemmaId()).phase().compareTo(Phase.CLARIFYING) >= 0;
        if (runs && seat.kind() != SeatKind.HOST) {
            em.persist(newcomer);
            return false;
        }
        em.persist(new SeatPerson(seat, colleague, clock.instant()));
        audit.note(namedBy, AuditKind.SEAT_JOINED, seat, colleague, null);
        taken.fire(new Seat.Taken(seat.dilemmaId(), colleague));
        if (runs) {
            trusted.fire(newcomer.trusted());
        }
        return true;
    }
}
