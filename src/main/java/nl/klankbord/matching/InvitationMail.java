// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.identity.Guests;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;

/** Asks the people of an invited seat; one seat asks each of them once. */
@ApplicationScoped
class InvitationMail {
    private static final int MINUTES_TO_ANSWER = 3;
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Guests guests;
    @Inject
    Contact contact;
    @Inject
    Site site;

    /** A peer's municipality: its participants in the programme; a facilitator: that person. */
    void invite(Seat seat) {
        if (seat.kind() == SeatKind.GUEST) {
            letGuestIn(seat);
            return;
        }
        boolean peer = seat.kind() == SeatKind.PEER;
        em.createQuery("select distinct new nl.klankbord.matching.InvitationMail$Reader(coalesce(p.name, m.email), m.email, p.language, pr.id, pr.name, case when d.phase = ACCEPTED then value(dl) else coalesce(d.endsAt, value(dl)) end) from Dilemma d "
                        + "join Programme pr on pr.id = d.programmeId join Round r on r.id = d.roundId join r.deadlines dl on key(dl) = MATCHING "
                        + "join Membership m on m.programmeId = pr.id left join Person p on p.id = m.personId left join Organisation o on o.id = p.organisationId "
                        + "where d.id = :id and " + (peer ? "m.role = PARTICIPANT and o.municipalityCode = :who" : "m.role = FACILITATOR and m.email = :who"), Reader.class)
                .setParameter("id", seat.dilemmaId()).setParameter("who", peer ? seat.municipalityCode() : seat.invitedEmail()).getResultList()
                .forEach(reader -> outbox.write(new Letter("invitation." + seat.id() + "." + reader.email, reader.email, reader.locale(), peer ? Letter.Kind.INVITATION : Letter.Kind.FACILITATION,
                        Map.of("naam", reader.name, "programma", reader.programme, "antwoordVoor", Spelled.moment(reader.dueAt, reader.locale()),
                                "minuten", MINUTES_TO_ANSWER, "link", site.baseUrl() + "/dilemmas/" + seat.dilemmaId(), "contact", contact.of(reader.programmeId)))));
    }

    /** A new personal link, which takes the place of one not used yet. The key says whose it is: the letter goes with her. */
    void letGuestIn(Seat seat) {
        link(seat, Letter.Kind.GUEST);
    }

    /** The same for who has left: she reads what she wrote herself, and nothing else. */
    void letIntoOwnTexts(Seat seat) {
        link(seat, Letter.Kind.OWN_TEXTS);
    }

    /** Nobody is asked for what is over. */
    void takeBack(@Observes Seat.Lapsed lapsed) {
        outbox.takeBack(lapsed.guestId() == null ? "invitation." + lapsed.seatId() + "." : "guest." + lapsed.guestId() + ".");
    }

    private void link(Seat seat, Letter.Kind kind) {
        em.createQuery("select new nl.klankbord.matching.InvitationMail$Reader(p.name, p.email, p.language, pr.id, pr.name, d.createdAt) from Person p, Dilemma d join Programme pr on pr.id = d.programmeId "
                        + "where d.id = :id and p.id = :guest", Reader.class).setParameter("id", seat.dilemmaId()).setParameter("guest", seat.guestId()).getResultList()
                .forEach(reader -> outbox.write(new Letter("guest." + seat.guestId() + "." + Ids.next(), reader.email, reader.locale(), kind, Map.of("naam", reader.name, "programma", reader.programme,
                        "dagen", Guests.LINK_DAYS, "link", site.baseUrl() + "/guest/" + guests.link(seat.guestId()), "contact", contact.of(reader.programmeId)))));
    }

    record Reader(String name, String email, String language, UUID programmeId, String programme, Instant dueAt) {
        Locale locale() {
            return Texts.locale(language);
        }
    }
}
