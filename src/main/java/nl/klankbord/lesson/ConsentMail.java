// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;

/** Asks people for their consent by mail: once, and once more before the time is over. Whoever is asked twice over gets one mail. */
@ApplicationScoped
class ConsentMail {
    static final int MINUTES_TO_ANSWER = 3;
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;

    void ask(UUID lessonId) {
        readers("k.lessonId = :lesson", Map.of("lesson", lessonId)).forEach(reader -> write("consent", reader));
    }

    /** Those who have not answered and whose time is over before {@code until}. */
    void remind(Instant now, Instant until) {
        readers("l.status = DRAFT and k.dueAt > :now and k.dueAt <= :until", Map.of("now", now, "until", until)).forEach(reader -> write("consent-reminder", reader));
    }

    private List<Reader> readers(String which, Map<String, Object> parameters) {
        var query = em.createQuery("""
                select distinct new nl.klankbord.lesson.ConsentMail$Reader(l.id, pr.id, pr.name, p.id, p.name, p.email, p.language, k.askedAt, k.dueAt)
                from LessonConsent k join Lesson l on l.id = k.lessonId join Programme pr on pr.id = l.programmeId
                join Person p on p.id = k.personId or exists (select 1 from SeatPerson sp where sp.dilemmaId = k.dilemmaId and sp.kind = HOST
                 and sp.personId = p.id and sp.leftAt is null)
                where\s""" + ConsentAccess.OPEN + " and " + which, Reader.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private void write(String occasion, Reader reader) {
        outbox.write(new Letter(occasion + "." + reader.lessonId + "." + reader.askedAt.toEpochMilli() + "." + reader.personId, reader.email, reader.locale(), Letter.Kind.CONSENT,
                Map.of("naam", reader.name, "programma", reader.programme, "antwoordVoor", Spelled.moment(reader.dueAt, reader.locale()),
                        "minuten", MINUTES_TO_ANSWER, "link", site.baseUrl() + "/lessons/" + reader.lessonId + "#consent", "contact", contact.of(reader.programmeId))));
    }

    record Reader(UUID lessonId, UUID programmeId, String programme, UUID personId, String name, String email, String language, Instant askedAt, Instant dueAt) {
        Locale locale() {
            return Texts.locale(language);
        }
    }
}
