// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** The answers of those whose passages a lesson rests on. */
@ApplicationScoped
public class WriteConsent {
    @Inject
    EntityManager em;
    @Inject
    LessonFinder lessons;
    @Inject
    Consents consents;
    @Inject
    WriteDraft drafts;
    @Inject
    Validation validation;
    @Inject
    Clock clock;

    /**
     * One answer to all that is asked of the actor for this lesson. It may change until publication; after that only a
     * no still counts, which takes the passage out at once, and the lesson with it when too few municipalities are left.
     */
    @Transactional
    public Outcome<LessonStatus> answer(Actor actor, UUID lessonId, Answer answer) {
        Lesson lesson = em.find(Lesson.class, lessonId, LockModeType.PESSIMISTIC_WRITE);
        Decision decision = lessons.decide(actor, lessonId, LessonPolicy.Action.ANSWER);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = validation.errors(answer);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        List<LessonConsent> asked = em.createQuery("select k from LessonConsent k where k.lessonId = :lesson and " + ConsentAccess.ASKED_OF_ME, LessonConsent.class)
                .setParameter("lesson", lessonId).setParameter("me", actor.personId()).getResultList();
        boolean published = lesson.status() == LessonStatus.PUBLISHED;
        if (published && answer.given && !asked.stream().allMatch(LessonConsent::given)) {
            return Outcome.refused(Reason.WRONG_PHASE);
        }
        asked.forEach(consent -> consent.answer(answer.given, answer.why, actor.personId(), clock.instant()));
        drafts.forget(actor, DraftKey.consent(lessonId));
        if (published && !consents.of(lesson).enough()) {
            lesson.fallBack();
        }
        return Outcome.done(lesson.status());
    }

    public record Answer(@NotNull(message = "{required}") Boolean given, @Size(max = 1000, message = "{too-long}") String why) {
        public Answer {
            why = why == null || why.isBlank() ? null : why.strip();
        }
    }
}
