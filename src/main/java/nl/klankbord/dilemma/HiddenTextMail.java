// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Hql;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Texts;
import nl.klankbord.shared.WorkingDays;

/** Tells at once that a text was hidden, for it may be a leak, and that it is shown again: those who may know of it, and nothing of what it says; of one text once a day, however often it is reported and shown. */
@ApplicationScoped
public class HiddenTextMail {
    private static final String READERS = """
            select distinct new nl.klankbord.dilemma.HiddenTextMail$Reader(rp.name, rp.email, rp.language, pg.id, pg.name, rd.title)
            from Person rp, Dilemma d join Programme pg on pg.id = d.programmeId join Round rd on rd.id = d.roundId join %s
            where d.id = :dilemma and rp.id in :people and rp.id <> :doer and %s and %s and %s""";
    private static final String PEOPLE = "select sp.personId from SeatPerson sp where sp.dilemmaId = :dilemma and sp.leftAt is null "
            + "union select m.personId from Membership m join Dilemma d on d.programmeId = m.programmeId where d.id = :dilemma and m.role = COORDINATOR and m.personId is not null";
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;
    @Inject
    Clock clock;

    /** Who wrote it can put it right; who coordinates talks with her. */
    public void hidden(Actor by, Text text) {
        write(by, text, Letter.Kind.HIDDEN, text.wrote);
        write(by, text, Letter.Kind.HIDDEN_REPORT, DilemmaAccess.COORDINATES + " and not " + text.wrote);
    }

    /** Who wrote it and who reported it. Before the report is lifted, in the same transaction: then it is still known whose words those are. */
    public void shown(Actor by, Text text) {
        write(by, text, Letter.Kind.SHOWN, Hql.anyOf(text.wrote, text.reported));
    }

    private void write(Actor by, Text text, Letter.Kind kind, String whom) {
        List<UUID> people = Ids.with(text.dilemmaId, em.createQuery(PEOPLE, UUID.class).setParameter("dilemma", text.dilemmaId).getResultList());
        em.createQuery(READERS.formatted(text.source, DilemmaAccess.IN_CIRCLE, text.known, whom).replace(":me", "rp.id"), Reader.class)
                .setParameter("dilemma", text.dilemmaId).setParameter("thing", text.thing).setParameter("people", people).setParameter("doer", by.personId()).getResultList()
                .forEach(reader -> outbox.write(new Letter(kind.name().toLowerCase(Locale.ROOT) + "." + text.thing + "." + WorkingDays.dayOf(clock.instant()) + "." + reader.email, reader.email, Texts.locale(reader.language), kind,
                        Map.of("naam", reader.name, "programma", reader.programme, "ronde", reader.round, "link", site.baseUrl() + "/dilemmas/" + text.dilemmaId + text.place, "contact", contact.of(reader.programmeId)))));
    }

    /**
     * What was hidden or is shown again, in the words of a query about a dilemma {@code d}; parameter {@code :me}.
     *
     * @param source where it is kept, with the condition that {@code :thing} is it
     * @param wrote  whether somebody wrote it; {@code known}: may know that it is hidden; {@code reported}: said that somebody can be recognised in it
     * @param place  of its page, where it stands
     */
    public record Text(UUID dilemmaId, UUID thing, String source, String wrote, String known, String reported, String place) {}

    record Reader(String name, String email, String language, UUID programmeId, String programme, String round) {}
}
