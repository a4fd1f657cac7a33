// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Site;

/** Tells a circle that someone came to sit there when the dilemma ran already. */
@ApplicationScoped
class NewcomerMail {
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;

    /** Everyone who sits there, the newcomer apart; once for each who comes. */
    void announce(@Observes Seat.Taken seat) {
        em.flush();
        em.createQuery("""
                        select distinct new nl.klankbord.contribution.NewcomerMail$Reader(p.name, p.email, pr.id, pr.name, np.seatedAt) from Dilemma d join Programme pr on pr.id = d.programmeId
                        join SeatPerson np on %s and np.personId = :newcomer join SeatPerson sp on sp.dilemmaId = d.id and sp.leftAt is null and sp.personId <> :newcomer join Person p on p.id = sp.personId
                        where d.id = :id""".formatted(NewcomerFinder.CAME_LATER), Reader.class)
                .setParameter("id", seat.dilemmaId()).setParameter("newcomer", seat.personId()).getResultList()
                .forEach(reader -> outbox.write(new Letter("newcomer." + seat.dilemmaId() + "." + seat.personId() + "." + reader.seatedAt.toEpochMilli() + "." + reader.email, reader.email, Letter.Kind.NEWCOMER,
                        Map.of("naam", reader.name, "programma", reader.programme, "link", site.baseUrl() + "/dilemmas/" + seat.dilemmaId() + "#newcomers", "contact", contact.of(reader.programmeId)))));
    }

    record Reader(String name, String email, UUID programmeId, String programme, Instant seatedAt) {}
}
