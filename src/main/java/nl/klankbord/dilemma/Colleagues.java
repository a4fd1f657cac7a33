// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Person;

/** Who may sit on a seat of a municipality: those of its people who take part in the programme and do not coordinate it. */
@ApplicationScoped
class Colleagues {
    private static final String FIT = """
            select p.id from Person p join Membership m on m.personId = p.id join Organisation o on o.id = p.organisationId
            where o.municipalityCode = :gm and m.role = PARTICIPANT and p.erasedAt is null
            and not exists (select 1 from Membership cm where cm.personId = p.id and cm.programmeId = m.programmeId and cm.role = COORDINATOR)
            and m.programmeId = (select d.programmeId from Dilemma d where d.id = :dilemma) and\s""";
    @Inject
    EntityManager em;

    Optional<UUID> withAddress(Seat seat, String email) {
        return em.createQuery(FIT + "p.email = :email", UUID.class).setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .setParameter("gm", Objects.toString(seat.municipalityCode(), "")).setParameter("dilemma", seat.dilemmaId()).getResultStream().findFirst().filter(person -> fits(seat, person));
    }

    /** Until the end of the transaction this person is not erased. Taken before the seat: an erasure holds the person first. */
    void hold(UUID personId) {
        em.find(Person.class, personId, LockModeType.PESSIMISTIC_READ);
    }

    /** Whether someone who was named earlier still may, and goes on to until the end of the transaction. */
    boolean fits(Seat seat, UUID personId) {
        hold(personId);
        return !em.createQuery(FIT + "p.id = :person", UUID.class).setParameter("person", personId)
                .setParameter("gm", Objects.toString(seat.municipalityCode(), "")).setParameter("dilemma", seat.dilemmaId()).getResultList().isEmpty();
    }

    /** Whether someone has a seat there, of whatever kind. */
    boolean sits(UUID dilemmaId, UUID personId) {
        return !em.createQuery("select sp.seatId from SeatPerson sp where sp.dilemmaId = :d and sp.personId = :p and sp.leftAt is null", UUID.class)
                .setParameter("d", dilemmaId).setParameter("p", personId).getResultList().isEmpty();
    }

    long onSeat(UUID seatId) {
        return em.createQuery("select count(*) from SeatPerson sp where sp.seatId = :s and sp.leftAt is null", Long.class).setParameter("s", seatId).getSingleResult();
    }
}
