// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.identity.Person;
import nl.klankbord.programme.Membership;

/**
 * A concept that nobody sits at any more waits for who left it last: nobody else ever reads it, so a role or a gemeente that
 * was lost by mistake and comes back gives the seat back too.
 */
@ApplicationScoped
class ReturnToConcept {
    /** After roles that wait for an address were given to whoever has it. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 1000;
    /** A concept {@code d} with a host's seat {@code sp.seatId} that {@code :me} was the last to leave. */
    static final String LEFT_LAST = """
            d.phase = DRAFT and sp.dilemmaId = d.id and sp.kind = HOST and sp.personId = :me and sp.leftAt is not null
            and not exists (select 1 from SeatPerson other where other.seatId = sp.seatId and (other.leftAt is null or other.leftAt > sp.leftAt))""";
    @Inject
    EntityManager em;
    @Inject
    DilemmaLock lock;
    @Inject
    Colleagues colleagues;
    @Inject
    Clock clock;

    void withRole(@Observes @Priority(LATE) Membership.Given role) {
        if (role.personId() != null) {
            sitAgain(role.personId());
        }
    }

    void withOrganisation(@Observes @Priority(LATE) Person.Arrived person) {
        sitAgain(person.personId());
    }

    private void sitAgain(UUID person) {
        em.flush();
        em.createQuery("select distinct sp.seatId from Dilemma d join SeatPerson sp on " + LEFT_LAST, UUID.class).setParameter("me", person).getResultList().forEach(id -> {
            Seat seat = em.find(Seat.class, id);
            Dilemma concept = lock.dilemma(seat.dilemmaId());
            if (concept.phase() == Phase.DRAFT && colleagues.onSeat(id) == 0 && colleagues.fits(seat, person)) {
                em.persist(new SeatPerson(seat, person, clock.instant()));
            }
        });
    }
}
