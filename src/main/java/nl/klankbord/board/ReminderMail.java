// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.lesson.ConsentFinder;
import nl.klankbord.mail.Letter;
import nl.klankbord.matching.InviteGuest;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.round.Asked;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;

/** Writes to the people a line of waiting is about, each in a mail of their own that says what is asked and of whom nothing. */
@ApplicationScoped
class ReminderMail {
    private static final Locale DUTCH = Locale.of("nl");
    @Inject
    EntityManager em;
    @Inject
    ConsentFinder consents;
    @Inject
    InviteGuest guests;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Texts texts;
    @Inject
    Site site;
    @Inject
    Clock clock;

    /** The number of people written to. */
    int remind(Actor actor, Asked.Waiting line, LocalDate today) {
        if (line.what().equals("answer-invitation") && line.who().equals("GUEST")) {
            // Without an account only a link of her own lets her in.
            return guests.remind(line.seatId());
        }
        Collection<Reader> readers = line.what().equals("give-consent") ? people(consents.unanswered(actor, line.dilemmaId(), line.seatId()))
                : line.what().equals("answer-invitation") ? invited(line.seatId()) : seated(line.seatId());
        Programme programme = em.createQuery("select new nl.klankbord.board.ReminderMail$Programme(p.id, p.name) from Dilemma d join Programme p on p.id = d.programmeId where d.id = :id", Programme.class)
                .setParameter("id", line.dilemmaId()).getSingleResult();
        readers.forEach(reader -> outbox.write(new Letter("reminder." + today + "." + line.what() + "." + line.dilemmaId() + "." + reader.email, reader.email, Letter.Kind.REMINDER,
                Map.of("naam", reader.name, "programma", programme.name, "taak", texts.get(DUTCH, "asked." + what(line)), "wanneer", when(line.dueAt()),
                        "minuten", line.minutes(), "link", site.baseUrl() + line.path(), "contact", contact.of(programme.id)))));
        return readers.size();
    }

    private static String what(Asked.Waiting line) {
        return line.what().equals("answer-invitation") && line.who().equals("FACILITATOR") ? "answer-facilitation" : line.what();
    }

    private String when(Instant dueAt) {
        return dueAt == null ? texts.get(DUTCH, "reminder.noDate")
                : texts.get(DUTCH, dueAt.isBefore(clock.instant()) ? "reminder.late" : "reminder.before", Spelled.moment(dueAt, DUTCH));
    }

    private List<Reader> seated(UUID seatId) {
        return em.createQuery("select new nl.klankbord.board.ReminderMail$Reader(p.name, p.email) from SeatPerson sp join Person p on p.id = sp.personId where sp.seatId = :seat and sp.leftAt is null", Reader.class)
                .setParameter("seat", seatId).getResultList();
    }

    /** Who got the invitation and sits nowhere in this dilemma: a municipality's participants, or one facilitator. */
    private List<Reader> invited(UUID seatId) {
        return em.createQuery("""
                        select distinct new nl.klankbord.board.ReminderMail$Reader(coalesce(p.name, m.email), m.email) from Seat s join Dilemma d on d.id = s.dilemmaId
                        join Membership m on m.programmeId = d.programmeId left join Person p on p.id = m.personId left join Organisation o on o.id = p.organisationId
                        where s.id = :seat and (s.kind = PEER and m.role = PARTICIPANT and o.municipalityCode = s.municipalityCode or s.kind = FACILITATOR and m.role = FACILITATOR and m.email = s.invitedEmail)
                        and not exists (select 1 from SeatPerson sp where sp.dilemmaId = d.id and sp.personId = p.id and sp.leftAt is null)""", Reader.class).setParameter("seat", seatId).getResultList();
    }

    private List<Reader> people(Collection<UUID> ids) {
        return em.createQuery("select new nl.klankbord.board.ReminderMail$Reader(p.name, p.email) from Person p where p.id in :ids", Reader.class).setParameter("ids", ids).getResultList();
    }

    record Reader(String name, String email) {}

    record Programme(UUID id, String name) {}
}
