// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Texts;

/** Tells who was away and who sat in for her that it is over: one mail each, however many seats it was. */
@ApplicationScoped
class ReplacementMail {
    private static final int MINUTES = 2;
    /** Who sits in and still does where it goes on. */
    private static final String OVER = """
            select distinct new nl.klankbord.dilemma.ReplacementMail$Over(s.absentId, s.colleagueId, d.programmeId) from StandIn s
            join SeatPerson sp on sp.seatId = s.seatId and sp.personId = s.colleagueId and sp.leftAt is null join Dilemma d on d.id = s.dilemmaId
            where s.overAt is null and d.phase not in (CLOSED, WITHDRAWN) and not %s order by d.programmeId""";
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;

    /** Before it is written down that it is over, in the same transaction. @param stillAway the condition on the stand-in {@code s} */
    void tell(String stillAway, LocalDate today) {
        em.createQuery(OVER.formatted(stillAway), Over.class).setParameter("today", today).getResultList().forEach(over -> {
            // Who named another colleague, or nobody any more, is still away.
            reader(over.absent, today).filter(reader -> !reader.away).ifPresent(reader -> write(reader, Letter.Kind.RETURN, over, today));
            reader(over.colleague, today).ifPresent(reader -> write(reader, Letter.Kind.RELIEF, over, today));
        });
    }

    private Optional<Reader> reader(UUID who, LocalDate today) {
        return em.createQuery("select new nl.klankbord.dilemma.ReplacementMail$Reader(p.name, p.email, p.language, "
                        + "case when p.absentFrom <= :today and (p.absentUntil is null or p.absentUntil >= :today) then true else false end) from Person p where p.id = :who", Reader.class)
                .setParameter("who", who).setParameter("today", today).getResultStream().findFirst();
    }

    private void write(Reader reader, Letter.Kind kind, Over over, LocalDate today) {
        outbox.write(new Letter(kind.name().toLowerCase(Locale.ROOT) + "." + today + "." + over.absent + "." + over.colleague, reader.email, Texts.locale(reader.language), kind,
                Map.of("naam", reader.name, "minuten", MINUTES, "link", site.baseUrl() + "/", "contact", contact.of(over.programme))));
    }

    record Over(UUID absent, UUID colleague, UUID programme) {}

    record Reader(String name, String email, String language, boolean away) {}
}
