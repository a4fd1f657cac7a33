// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.identity.Actor;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.programme.Membership;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Texts;

/** Tells a circle that someone came to sit there, or to coordinate its programme, when the dilemma ran already. */
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
                        select distinct new nl.klankbord.contribution.NewcomerMail$Reader(p.name, p.email, p.language, pr.id, pr.name, np.seatedAt) from Dilemma d join Programme pr on pr.id = d.programmeId
                        join SeatPerson np on %s and np.personId = :newcomer join SeatPerson sp on sp.dilemmaId = d.id and sp.leftAt is null and sp.personId <> :newcomer join Person p on p.id = sp.personId
                        where d.id = :id""".formatted(NewcomerFinder.CAME_LATER), Reader.class)
                .setParameter("id", seat.dilemmaId()).setParameter("newcomer", seat.personId()).getResultList()
                .forEach(reader -> outbox.write(new Letter("newcomer." + seat.dilemmaId() + "." + seat.personId() + "." + reader.seatedAt.toEpochMilli() + "." + reader.email, reader.email, Texts.locale(reader.language), Letter.Kind.NEWCOMER,
                        Map.of("naam", reader.name, "programma", reader.programme, "link", site.baseUrl() + "/dilemmas/" + seat.dilemmaId() + "#newcomers", "contact", contact.of(reader.programmeId)))));
    }

    /** Everyone who sits at a running dilemma that a new coordinator reads; once each, however many dilemmas. */
    void announce(@Observes Membership.Given role) {
        if (role.role() != Role.COORDINATOR) {
            return;
        }
        em.createQuery("""
                        select new nl.klankbord.contribution.NewcomerMail$Seated(p.name, p.email, p.language, pr.name, min(d.id)) from Dilemma d join Programme pr on pr.id = d.programmeId
                        join SeatPerson sp on sp.dilemmaId = d.id and sp.leftAt is null join Person p on p.id = sp.personId
                        where pr.id = :programme and d.phase in (CLARIFYING, REFLECTING, SESSION, HARVESTING, FOLLOW_UP) and p.email <> :email and not %s
                        group by p.name, p.email, p.language, pr.name""".formatted(DilemmaAccess.SAT), Seated.class)
                .setParameter("programme", role.programmeId()).setParameter("email", role.email()).setParameter("me", role.personId() == null ? Actor.system().personId() : role.personId()).getResultList()
                .forEach(reader -> outbox.write(new Letter("coordinator." + role.membershipId() + "." + reader.email, reader.email, Texts.locale(reader.language), Letter.Kind.COORDINATOR,
                        Map.of("naam", reader.name, "programma", reader.programme, "link", site.baseUrl() + "/dilemmas/" + reader.dilemmaId + "#newcomers", "contact", contact.of(role.programmeId())))));
    }

    record Seated(String name, String email, String language, String programme, UUID dilemmaId) {}

    record Reader(String name, String email, String language, UUID programmeId, String programme, Instant seatedAt) {}
}
