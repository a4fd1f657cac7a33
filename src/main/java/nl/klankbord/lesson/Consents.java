// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.shared.WorkingDays;

/** Asks those behind a lesson, and counts what they say. In the transaction of the write that needs it, with the lesson locked. */
@ApplicationScoped
class Consents {
    /** How long one has, in working days. */
    private static final int TIME_TO_ANSWER = 10;
    /** How long before the end of it a reminder goes out, in working days. */
    private static final int REMINDED_BEFORE = 3;
    @Inject
    EntityManager em;
    @Inject
    ConsentMail mail;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    /** Asks everyone who wrote a passage and every host, once more when the words are new: nobody agreed to those. */
    void ask(Lesson lesson) {
        em.createQuery("delete from LessonConsent k where k.lessonId = :lesson").setParameter("lesson", lesson.id()).executeUpdate();
        Instant now = clock.instant();
        Instant dueAt = WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(now), TIME_TO_ANSWER));
        List<Agreement.Passage> passages = passages(lesson);
        passages.stream().map(Agreement.Passage::writers).flatMap(Set::stream).distinct().forEach(author -> em.persist(LessonConsent.ofAuthor(lesson.id(), author, now, dueAt)));
        passages.stream().map(Agreement.Passage::dilemma).distinct().forEach(dilemma -> em.persist(LessonConsent.ofHost(lesson.id(), dilemma, now, dueAt)));
        em.flush();
        mail.ask(lesson.id());
    }

    Agreement of(Lesson lesson) {
        List<Agreement.Ask> asks = em.createQuery("select new nl.klankbord.lesson.Agreement$Ask(k.kind, coalesce(k.personId, k.dilemmaId), k.given, k.dueAt) "
                + "from LessonConsent k where k.lessonId = :lesson", Agreement.Ask.class).setParameter("lesson", lesson.id()).getResultList();
        return new Agreement(passages(lesson), asks);
    }

    /** Reminds, once each, those whose time is nearly over. */
    @Transactional
    void remind() {
        Instant now = clock.instant();
        mail.remind(now, WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(now), REMINDED_BEFORE)));
    }

    private List<Agreement.Passage> passages(Lesson lesson) {
        return em.createQuery("select new nl.klankbord.lesson.Consents$Row(o.id, m.code, d.id, wp.id) from PatternObservation po join Observation o on o.id = po.observationId" + ObservationAccess.JOINS
                        + " left join Person wp on c.id is not null and " + ContributionAccess.writes("wp.id") + " where po.patternId = :pattern and " + ObservationAccess.LIVE, Row.class)
                .setParameter("pattern", lesson.patternId()).getResultStream().collect(Collectors.groupingBy(Row::observation)).values().stream().map(Row::passage).toList();
    }

    /** Who wrote this contribution. */
    Set<UUID> writers(UUID contribution) {
        return new HashSet<>(em.createQuery("select wp.id from Person wp join Contribution c on c.id = :id where " + ContributionAccess.writes("wp.id"), UUID.class).setParameter("id", contribution).getResultList());
    }

    /** @param writer null for a closing */
    record Row(UUID observation, String municipality, UUID dilemma, UUID writer) {
        static Agreement.Passage passage(List<Row> rows) {
            return new Agreement.Passage(rows.getFirst().municipality, rows.stream().map(Row::writer).filter(Objects::nonNull).collect(Collectors.toSet()), rows.getFirst().dilemma);
        }
    }
}
