// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;

/** Invites people to a session, each in a mail of their own. */
@ApplicationScoped
class SessionMail {
    private static final int MINUTES_TO_READ = 30;
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    InvitationText text;
    @Inject
    Site site;
    @Inject
    Clock clock;

    void inviteCircle(Session session) {
        send(session, Letter.Kind.SESSION, circle(session));
    }

    void cancel(Session session) {
        send(session, Letter.Kind.CANCELLATION, circle(session));
    }

    /** Everyone on a seat, and the coordinators who read it: those who sat there themselves left that to others, and without the house rules nobody reads anything. */
    private List<Reader> circle(Session session) {
        return em.createQuery("""
                        select distinct new nl.klankbord.session.SessionMail$Reader(p.name, p.email, p.language, pr.id, pr.name) from Person p, Dilemma d join Programme pr on pr.id = d.programmeId
                        where d.id = :id and (exists (select 1 from SeatPerson sp where sp.dilemmaId = d.id and sp.personId = p.id and sp.leftAt is null)
                         or exists (select 1 from Membership m where m.programmeId = d.programmeId and m.personId = p.id and m.role = COORDINATOR) and %s and not %s)""".formatted(
                        ProgrammeAccess.rulesAccepted("d.programmeId").replace(":me", "p.id"), DilemmaAccess.SAT.replace(":me", "p.id")), Reader.class)
                .setParameter("id", session.dilemmaId()).getResultList();
    }

    void invite(Session session, UUID personId) {
        send(session, Letter.Kind.SESSION, em.createQuery("""
                        select new nl.klankbord.session.SessionMail$Reader(p.name, p.email, p.language, pr.id, pr.name) from Person p, Dilemma d join Programme pr on pr.id = d.programmeId
                        where d.id = :id and p.id = :person""", Reader.class).setParameter("id", session.dilemmaId()).setParameter("person", personId).getResultList());
    }

    private void send(Session session, Letter.Kind kind, List<Reader> readers) {
        Invitation invitation = session.invitation(site.baseUrl());
        for (Reader reader : readers) {
            Locale language = Texts.locale(reader.language);
            outbox.write(new Letter(null, reader.email, language, kind, Map.of("naam", reader.name, "programma", reader.programme,
                    "datum", Spelled.day(invitation.startsAt(), language), "begin", Spelled.time(invitation.startsAt(), language),
                    "einde", Spelled.time(invitation.endsAt(), language), "minuten", MINUTES_TO_READ, "link", invitation.link(),
                    "contact", contact.of(reader.programmeId)), text.calendar(invitation, language, clock.instant())));
        }
    }

    record Reader(String name, String email, String language, UUID programmeId, String programme) {}
}
