// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Trace;
import nl.klankbord.shared.Validation;
import nl.klankbord.shared.WorkingDays;

/** Taking a step, changing it, and saying what came of it. */
@ApplicationScoped
public class WriteStep {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    StepFinder steps;
    @Inject
    ContributionFinder contributions;
    @Inject
    WriteDraft drafts;
    @Inject
    DilemmaLock lock;
    @Inject
    Validation validation;
    @Inject
    Clock clock;

    /**
     * A step of the actor's seat. From a mirror it takes over the text, unless it says something else; only who wrote that last may copy it.
     *
     * @param dilemmaId  may be left out when it comes from a mirror
     * @param fromMirror the reflection of one's own seat whose mirror, by one's own hand, it comes from; or null
     */
    @Transactional
    public Outcome<UUID> take(Actor actor, UUID dilemmaId, UUID fromMirror, StepText content) {
        Optional<ContributionFinder.Shown> reflection = fromMirror == null ? Optional.empty() : contributions.visibleTo(actor, fromMirror);
        UUID place = dilemmaId != null ? dilemmaId : reflection.map(ContributionFinder.Shown::dilemmaId).orElse(null);
        if (place == null) {
            return fromMirror == null ? Outcome.invalid("dilemmaId", "required") : Outcome.invalid("fromMirror", "no-such-mirror");
        }
        lock.shared(place);
        Optional<Standing> standing = standings.of(actor, place);
        Decision decision = standing.map(s -> DilemmaPolicy.decide(s, StepDeed.TAKE_STEP)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        UUID seatId = standing.get().seatId();
        String mirror = reflection.filter(own -> seatId.equals(own.seatId())).map(ContributionFinder.Shown::mirror).filter(text -> !text.isBlank()).orElse(null);
        if (fromMirror != null && mirror == null) {
            return Outcome.invalid("fromMirror", "no-such-mirror");
        }
        StepText whole = content.text() == null && mirror != null ? new StepText(mirror, content.dueOn(), content.ownerId(), content.outcome(), content.report(), content.sure()) : content;
        List<FieldError> errors = errors(whole, null, Stream.of());
        if (whole.ownerId() != null && !sits(seatId, whole.ownerId())) {
            errors.add(new FieldError("ownerId", "not-on-seat", List.of()));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        Step step = new Step(place, seatId, actor.personId(), fromMirror, whole, clock.instant());
        step.report(whole.outcome(), whole.report(), actor.personId(), clock.instant());
        em.persist(step);
        drafts.forget(actor, fromMirror == null ? DraftKey.step(place) : DraftKey.stepFromMirror(fromMirror));
        return Outcome.done(step.id());
    }

    /** By anyone on its seat who may read it. Without an outcome it is open again. */
    @Transactional
    public Outcome<Integer> change(Actor actor, UUID id, Expected expected, StepText content) {
        // What is being typed in the other form of the page goes on.
        return write(actor, id, expected, content, content.report() == null ? List.of(DraftKey.stepText(id)) : List.of(DraftKey.stepText(id), DraftKey.stepReport(id)));
    }

    /** What came of it. @param until the new date of what goes on; null leaves the one there is */
    @Transactional
    public Outcome<Integer> report(Actor actor, UUID id, Expected expected, StepOutcome outcome, String words, LocalDate until, boolean sure) {
        Step step = locked(id);
        Decision decision = decide(actor, step);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        return outcome == null ? Outcome.invalid("outcome", "required")
                : write(actor, id, expected, new StepText(step.text(), until == null ? step.dueOn() : until, null, outcome, words, sure), List.of(DraftKey.stepReport(id)));
    }

    private Outcome<Integer> write(Actor actor, UUID id, Expected expected, StepText content, List<String> posted) {
        Step step = locked(id);
        Decision decision = decide(actor, step);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!expected.is(step.version())) {
            return expected.stale();
        }
        List<FieldError> errors = errors(content, step.dueOn(), Stream.of(step.text(), Objects.toString(step.report(), "")));
        if (content.ownerId() != null && !mayOwn(step, content.ownerId())) {
            errors.add(new FieldError("ownerId", "not-on-seat", List.of()));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        step.write(content, actor.personId());
        step.report(content.outcome(), content.report(), actor.personId(), clock.instant());
        em.flush();
        drafts.forget(actor, posted.toArray(String[]::new));
        return Outcome.done(step.version());
    }

    /** Takes back that it is finished, whatever else was changed since. */
    @Transactional
    public Outcome<UUID> reopen(Actor actor, UUID id) {
        Step step = locked(id);
        Decision decision = decide(actor, step);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        step.report(null, null, actor.personId(), clock.instant());
        return Outcome.done(id);
    }

    private Step locked(UUID id) {
        Step step = em.find(Step.class, id);
        if (step != null) {
            lock.shared(step.dilemmaId());
            em.refresh(step, LockModeType.PESSIMISTIC_WRITE);
        }
        return step;
    }

    private Decision decide(Actor actor, Step step) {
        Optional<StepFinder.Shown> shown = step == null ? Optional.empty() : steps.visibleTo(actor, step.id());
        if (shown.isEmpty()) {
            return Decision.HIDDEN;
        }
        Decision decision = standings.decide(actor, step.dilemmaId(), StepDeed.CHANGE_STEP);
        return decision.granted() && !shown.get().onSeat() ? Decision.refused(Reason.NOT_YOUR_ROLE) : decision;
    }

    private List<FieldError> errors(StepText content, LocalDate kept, Stream<String> known) {
        List<FieldError> errors = new ArrayList<>(validation.errors(content));
        errors.addAll(content.wrongDate(kept, WorkingDays.dayOf(clock.instant())));
        errors.addAll(Trace.unsure(content.sure(), Stream.of(Objects.toString(content.text(), ""), Objects.toString(content.report(), "")), known));
        return errors;
    }

    private boolean sits(UUID seatId, UUID personId) {
        return !em.createQuery("select sp.personId from SeatPerson sp where sp.seatId = :seat and sp.personId = :person and sp.leftAt is null", UUID.class)
                .setParameter("seat", seatId).setParameter("person", personId).getResultList().isEmpty();
    }

    /** Who owned it may stay; somebody else must be able to read it: what was written before she came opens only by its writer. */
    private boolean mayOwn(Step step, UUID personId) {
        return personId.equals(step.ownerId()) || !em.createQuery("select st.id from Step st join Dilemma d on d.id = st.dilemmaId where st.id = :id and " + StepAccess.ON_SEAT, UUID.class)
                .setParameter("id", step.id()).setParameter("me", personId).getResultList().isEmpty();
    }
}
