// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.lesson.ConsentFinder;
import nl.klankbord.mail.Letter;
import nl.klankbord.matching.InviteGuest;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.round.Asked;
import nl.klankbord.round.Who;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;

/** Writes to the people that lines of waiting are about, each in a mail of their own that says what is asked and of whom nothing. */
@ApplicationScoped
class ReminderMail {
    @Inject
    EntityManager em;
    @Inject
    ConsentFinder consents;
    @Inject
    InviteGuest guests;
    @Inject
    TimeTaken times;
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

    /** Whom a line of waiting is about; without an account only a link of her own lets a guest in who has not answered, see {@link #letIn}. */
    List<Reader> readers(Actor actor, Asked.Waiting line) {
        return isGuestInvited(line) ? List.of() : line.what().equals("give-consent") ? people(consents.unanswered(actor, line.dilemmaId(), line.seatId()))
                : line.what().equals("answer-invitation") ? invited(line.seatId()) : seated(line.seatId());
    }

    /** The number of guests who got a new link. */
    int letIn(Asked.Waiting line) {
        return isGuestInvited(line) ? guests.remind(line.seatId()) : 0;
    }

    private static boolean isGuestInvited(Asked.Waiting line) {
        return line.what().equals("answer-invitation") && line.who().is(Who.Role.GUEST);
    }

    /** Whether this address was reminded of anything in a programme on that day; what another programme asks is not its coordinator's to know. */
    boolean reminded(Reader reader, UUID programmeId, LocalDate day) {
        return outbox.written(key(reader, programmeId, day));
    }

    private static String key(Reader reader, UUID programmeId, LocalDate day) {
        return "reminder." + day + "." + programmeId + "." + reader.email;
    }

    /** All that somebody is waited for, in one letter; where it is more than one thing, "Mijn werk" has them all. @param lines the first to be done first */
    void write(Reader reader, UUID programmeId, List<Asked.Waiting> lines, LocalDate today) {
        Programme programme = em.createQuery("select new nl.klankbord.board.ReminderMail$Programme(p.id, p.name) from Programme p where p.id = :id", Programme.class).setParameter("id", programmeId).getSingleResult();
        Estimate estimate = times.in(programmeId);
        Map<String, Long> tasks = lines.stream().collect(Collectors.groupingBy(line -> texts.get(reader.locale(), "asked." + what(line)), LinkedHashMap::new, Collectors.counting()));
        outbox.write(new Letter(key(reader, programmeId, today), reader.email, reader.locale(), Letter.Kind.REMINDER,
                Map.of("naam", reader.name, "programma", programme.name, "taak", tasks.entrySet().stream().map(ReminderMail::times).collect(Collectors.joining("; ")), "wanneer", when(lines.getFirst().dueAt(), reader.locale()),
                        "minuten", lines.stream().mapToInt(line -> estimate.corrected(line.what(), line.minutes())).sum(), "link", site.baseUrl() + (lines.size() == 1 ? lines.getFirst().path() : "/"),
                        "contact", contact.of(programme.id))));
    }

    private static String times(Map.Entry<String, Long> task) {
        return task.getKey() + (task.getValue() == 1 ? "" : " (" + task.getValue() + "×)");
    }

    private static String what(Asked.Waiting line) {
        return line.what().equals("answer-invitation") && line.who().is(Who.Role.FACILITATOR) ? "answer-facilitation" : line.what();
    }

    private String when(Instant dueAt, Locale language) {
        return dueAt == null ? texts.get(language, "reminder.noDate")
                : texts.get(language, dueAt.isBefore(clock.instant()) ? "reminder.late" : "reminder.before", Spelled.moment(dueAt, language));
    }

    private List<Reader> seated(UUID seatId) {
        return em.createQuery("select new nl.klankbord.board.ReminderMail$Reader(p.name, p.email, p.language) from SeatPerson sp join Person p on p.id = sp.personId where sp.seatId = :seat and sp.leftAt is null", Reader.class)
                .setParameter("seat", seatId).getResultList();
    }

    /** Who got the invitation and sits nowhere in this dilemma: a municipality's participants, or one facilitator. */
    private List<Reader> invited(UUID seatId) {
        return em.createQuery("""
                        select distinct new nl.klankbord.board.ReminderMail$Reader(coalesce(p.name, m.email), m.email, p.language) from Seat s join Dilemma d on d.id = s.dilemmaId
                        join Membership m on m.programmeId = d.programmeId left join Person p on p.id = m.personId left join Organisation o on o.id = p.organisationId
                        where s.id = :seat and (s.kind = PEER and m.role = PARTICIPANT and o.municipalityCode = s.municipalityCode or s.kind = FACILITATOR and m.role = FACILITATOR and m.email = s.invitedEmail)
                        and not exists (select 1 from SeatPerson sp where sp.dilemmaId = d.id and sp.personId = p.id and sp.leftAt is null)""", Reader.class).setParameter("seat", seatId).getResultList();
    }

    private List<Reader> people(Collection<UUID> ids) {
        return em.createQuery("select new nl.klankbord.board.ReminderMail$Reader(p.name, p.email, p.language) from Person p where p.id in :ids", Reader.class).setParameter("ids", ids).getResultList();
    }

    record Reader(String name, String email, String language) {
        Locale locale() {
            return Texts.locale(language);
        }
    }

    record Programme(UUID id, String name) {}
}
