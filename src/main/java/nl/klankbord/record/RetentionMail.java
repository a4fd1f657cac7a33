// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;

/** Tells whoever wrote or sat at a dilemma that its texts go, in time to take along one's own. */
@ApplicationScoped
class RetentionMail {
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;

    /** Also those who left: what they wrote goes too. Once for each day that is announced. */
    void tell(UUID dilemmaId, Notice notice) {
        em.createQuery("""
                        select distinct new nl.klankbord.record.RetentionMail$Reader(p.id, p.name, p.email, p.language, pr.id, pr.name) from Dilemma d join Programme pr on pr.id = d.programmeId
                        join Person p on exists (select 1 from SeatPerson sp where sp.dilemmaId = d.id and sp.personId = p.id)
                          or exists (select 1 from Contribution c where c.dilemmaId = d.id and (c.authorId = p.id or c.writtenBy = p.id))
                          or exists (select 1 from ContributionWriter w where w.dilemmaId = d.id and w.personId = p.id)
                        where d.id = :id""", Reader.class).setParameter("id", dilemmaId).getResultList()
                .forEach(reader -> outbox.write(new Letter("retention." + dilemmaId + "." + notice.on() + "." + notice.way() + "." + reader.id, reader.email, reader.locale(), Letter.Kind.RETENTION,
                        Map.of("naam", reader.name, "programma", reader.programme, "datum", Spelled.day(notice.on(), reader.locale()), "link", site.baseUrl() + "/texts", "contact", contact.of(reader.programmeId)))));
    }

    record Reader(UUID id, String name, String email, String language, UUID programmeId, String programme) {
        Locale locale() {
            return Texts.locale(language);
        }
    }
}
