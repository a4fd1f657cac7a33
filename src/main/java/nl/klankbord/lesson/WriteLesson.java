// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.contribution.Contribution;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Outcome.Unmet;
import nl.klankbord.shared.Validation;

/** A lesson from draft to library, as a coordinator writes it. */
@ApplicationScoped
public class WriteLesson {
    @Inject
    EntityManager em;
    @Inject
    PatternFinder patterns;
    @Inject
    LessonFinder lessons;
    @Inject
    HarvestFinder harvest;
    @Inject
    Consents consents;
    @Inject
    LessonDrafts drafts;
    @Inject
    Validation validation;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /** Asks everyone behind the pattern for consent to these words. */
    @Transactional
    public Outcome<UUID> draft(Actor actor, UUID patternId, Wording wording) {
        Decision decision = LessonPolicy.harvest(harvest.anywhere(actor));
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = new ArrayList<>(validation.errors(wording));
        PatternFinder.Shown pattern = patternId == null ? null : patterns.visibleTo(actor, patternId).filter(PatternFinder.Shown::coordinator).orElse(null);
        if (pattern == null) {
            errors.add(new FieldError("patternId", patternId == null ? "required" : "unknown-pattern", List.of()));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        Lesson lesson = new Lesson(pattern.programmeId(), patternId, wording, clock.instant());
        em.persist(lesson);
        em.flush();
        consents.ask(lesson);
        drafts.forget(actor, patternId);
        return Outcome.done(lesson.id());
    }

    /** Other words, or more readers, are asked about anew. */
    @Transactional
    public Outcome<Integer> edit(Actor actor, UUID id, Expected expected, Wording wording) {
        Lesson lesson = lock(id);
        Decision decision = lessons.decide(actor, id, LessonPolicy.Action.EDIT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!expected.is(lesson.version())) {
            return expected.stale();
        }
        List<FieldError> errors = validation.errors(wording);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        boolean askAgain = !wording.saysNoMoreThan(lesson.wording());
        lesson.write(wording);
        em.flush();
        if (askAgain) {
            consents.ask(lesson);
        }
        drafts.forget(actor, id);
        return Outcome.done(lesson.version());
    }

    @Transactional
    public Outcome<LessonStatus> publish(Actor actor, UUID id) {
        Lesson lesson = lock(id);
        Decision decision = lessons.decide(actor, id, LessonPolicy.Action.PUBLISH);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<String> unmet = consents.of(lesson).unmet(clock.instant());
        if (!unmet.isEmpty()) {
            return new Outcome.Blocked<>(unmet.stream().map(need -> new Unmet(need, null)).toList());
        }
        lesson.publish(clock.instant());
        audit.note(actor, Audit.Deed.of(AuditKind.LESSON_PUBLISHED, lesson.programmeId(), id));
        return Outcome.done(lesson.status());
    }

    /** Out of the library for good, and at once. */
    @Transactional
    public Outcome<LessonStatus> withdraw(Actor actor, UUID id) {
        Lesson lesson = lock(id);
        Decision decision = lessons.decide(actor, id, LessonPolicy.Action.WITHDRAW);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        lesson.withdraw();
        audit.note(actor, Audit.Deed.of(AuditKind.LESSON_WITHDRAWN, lesson.programmeId(), id));
        return Outcome.done(lesson.status());
    }

    /**
     * Its writer took a source back. What no longer rests on enough because of that falls back; passages that went with the term
     * of their dilemma leave a lesson where it is. Drafts are locked too: one that is being published at this moment is counted
     * before or after, not past it.
     */
    void recount(@Observes Contribution.Withdrawn withdrawn) {
        UUID source = withdrawn.contributionId();
        Set<UUID> writers = consents.writers(source);
        em.createQuery("""
                        select distinct l.id from Lesson l join PatternObservation po on po.patternId = l.patternId join Observation o on o.id = po.observationId
                        where o.sourceId = :source order by l.id""", UUID.class).setParameter("source", source).getResultList().forEach(id -> {
            Lesson lesson = lock(id);
            Agreement agreement = consents.of(lesson);
            if (lesson.status() == LessonStatus.PUBLISHED && agreement.agreed(new Agreement.Passage(null, writers, withdrawn.dilemmaId())) && !agreement.enough()) {
                lesson.fallBack();
            }
        });
    }

    private Lesson lock(UUID id) {
        return em.find(Lesson.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
