// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Person;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.round.Method;
import nl.klankbord.round.Round;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.round.Stage;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Texts;
import nl.klankbord.shared.Trace;
import nl.klankbord.shared.Validation;

/** A dilemma from concept to closing, as its host and the coordinator write it. */
@ApplicationScoped
public class WriteDilemma {
    /** After what others do who hear the same. */
    private static final int LATE = Interceptor.Priority.APPLICATION + 1000;
    @Inject
    EntityManager em;
    @Inject
    RoundFinder rounds;
    @Inject
    RestatementFinder restatements;
    @Inject
    StandingFinder standings;
    @Inject
    HiddenTexts hiddenTexts;
    @Inject
    DilemmaLock lock;
    @Inject
    MoveDilemma move;
    @Inject
    Event<Dilemma.Closed> closed;
    @Inject
    Event<Dilemma.Withdrawn> withdrawn;
    @Inject
    Audit audit;
    @Inject
    Validation validation;
    @Inject
    Texts texts;
    @Inject
    Clock clock;

    /**
     * A concept of the actor's municipality, who sits on the host's seat from then on.
     *
     * @param follows an earlier dilemma of the actor's own seat that is brought in again, or null; what the canvas leaves
     *                out is taken over from where that one came to
     */
    @Transactional
    public Outcome<UUID> start(Actor actor, UUID roundId, Canvas typed, UUID follows) {
        Decision decision = rounds.visibleTo(actor, roundId)
                .map(shown -> RoundPolicy.decide(shown.standing(actor), shown.phase(), RoundPolicy.Action.START_DILEMMA)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (actor.municipality().isEmpty()) {
            return Outcome.refused(Reason.NOT_YOUR_ROLE);
        }
        Round round = em.find(Round.class, roundId);
        Dilemma earlier = follows == null ? null : lock.shared(follows);
        Decision again = follows == null ? Decision.GRANTED : standings.decide(actor, follows, DilemmaDeed.BRING_IN_AGAIN);
        if (again instanceof Decision.Refused) {
            return Outcome.denied(again);
        }
        // What is hidden is no more to be followed than what does not exist.
        if (!again.granted() || earlier != null && !earlier.programmeId().equals(round.programmeId())) {
            return Outcome.invalid("followsDilemmaId", "nothing-to-follow");
        }
        Canvas canvas = earlier == null ? typed : typed.over(restatements.of(actor, follows).map(RestatementFinder.Restated::canvas).orElse(earlier.canvas()));
        List<FieldError> errors = validation.errors(canvas);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        Dilemma dilemma = new Dilemma(round.programmeId(), roundId, actor.municipality(), canvas.tidy(),
                em.find(Method.class, round.methodKey()).quorum(), clock.instant());
        dilemma.follow(follows);
        Seat seat = Seat.ofHost(dilemma.id(), actor.municipality(), clock.instant());
        em.persist(dilemma);
        em.persist(seat);
        em.persist(new SeatPerson(seat, actor.personId(), clock.instant()));
        return Outcome.done(dilemma.id());
    }

    /** @param sure whether its writer has looked at what may lead to a person: not asked of a concept; @param circle null leaves it as it is; it may change as long as the dilemma is there, the text only until clarifying ends */
    @Transactional
    public Outcome<Integer> edit(Actor actor, UUID id, Expected expected, Canvas canvas, Circle circle, boolean sure) {
        Dilemma dilemma = lock.dilemma(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.EDIT);
        boolean onlyCircle = dilemma != null && circle != null && canvas.tidy().equals(dilemma.canvas().tidy()) && standings.decide(actor, id, DilemmaDeed.WIDEN).granted();
        if (!decision.granted() && !onlyCircle) {
            return Outcome.denied(decision);
        }
        if (!expected.is(dilemma.version())) {
            return expected.stale();
        }
        List<FieldError> errors = new ArrayList<>(validation.errors(canvas));
        if (dilemma.phase() != Phase.DRAFT) {
            // What is hidden waits for other words, and is not missed meanwhile.
            validation.errors(canvas, Canvas.Submission.class).stream().filter(error -> !dilemma.hidden().contains(error.field())).forEach(errors::add);
            errors.addAll(hiddenTexts.again(actor, id, canvas));
            List<FieldError> before = dilemma.canvas().unfinished();
            canvas.unfinished().stream().filter(error -> !before.contains(error)).forEach(errors::add);
            errors.addAll(Trace.unsure(sure, canvas.texts(), dilemma.canvas().texts()));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        dilemma.hidden().stream().filter(field -> CanvasField.ALL.contains(field) && !CanvasField.text(canvas, field).equals(CanvasField.text(dilemma.canvas(), field))).forEach(field -> {
            dilemma.hide(field, false);
            hiddenTexts.settle(actor, id, FieldTexts.name(field));
        });
        boolean changed = !canvas.tidy().equals(dilemma.canvas().tidy());
        dilemma.write(canvas.tidy());
        if (changed && dilemma.phase() != Phase.DRAFT) {
            keep(actor, dilemma, VersionKind.EDITED);
        }
        if (circle != null && circle != dilemma.circle()) {
            dilemma.widen(circle);
            if (dilemma.phase() != Phase.DRAFT) {
                audit.note(actor, dilemma.deed(AuditKind.CIRCLE_CHANGED).as(circle));
            }
        }
        em.flush();
        return Outcome.done(dilemma.version());
    }

    @Transactional
    public Outcome<Phase> submit(Actor actor, UUID id, boolean sure) {
        Dilemma dilemma = lock.withRound(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.SUBMIT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Round round = em.find(Round.class, dilemma.roundId());
        if (round.phase() != RoundPhase.CALL) {
            return Outcome.refused(Reason.WRONG_PHASE);
        }
        if (!clock.instant().isBefore(round.timetable().endsAt().get(Stage.CALL))) {
            return Outcome.refused(Reason.DEADLINE_PASSED);
        }
        List<FieldError> errors = new ArrayList<>(validation.errors(dilemma.canvas(), Canvas.Submission.class));
        errors.addAll(dilemma.canvas().unfinished());
        errors.addAll(Trace.unsure(sure, dilemma.canvas().texts(), Stream.of()));
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        keep(actor, dilemma, VersionKind.SUBMITTED);
        return moved(actor, dilemma, Phase.SUBMITTED);
    }

    private void keep(Actor actor, Dilemma dilemma, VersionKind kind) {
        em.persist(new DilemmaVersion(dilemma.id(), kind, dilemma.canvas(), actor.personId(), clock.instant()));
    }

    @Transactional
    public Outcome<Phase> accept(Actor actor, UUID id) {
        return moveOn(actor, id, DilemmaDeed.ACCEPT, Phase.ACCEPTED);
    }

    /**
     * Until the reveal; then it is gone but for each writer's own text. When too few said yes, or too few reflected, also
     * after waiting once, the coordinator may cancel it too.
     */
    @Transactional
    public Outcome<Phase> withdraw(Actor actor, UUID id) {
        Dilemma dilemma = lock.withRound(id);
        Decision decision = standings.decide(actor, id, dilemma != null && move.mayCancel(dilemma) ? DilemmaDeed.CANCEL : DilemmaDeed.WITHDRAW);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        withdrawn.fire(new Dilemma.Withdrawn(id, Actor.doer(actor), dilemma.phase() == Phase.DRAFT));
        return moved(actor, dilemma, Phase.WITHDRAWN);
    }

    @Transactional
    public Outcome<Phase> close(Actor actor, UUID id, Closing closing, boolean sure) {
        Dilemma dilemma = lock.dilemma(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.CLOSE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (dilemma.closed()) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        List<FieldError> errors = new ArrayList<>(validation.errors(closing));
        errors.addAll(Trace.unsure(sure, Stream.of(closing.works(), closing.nextStep(), closing.stillOpen()), Stream.of()));
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        dilemma.close(closing, actor.personId(), clock.instant());
        closed.fire(new Dilemma.Closed(id, actor.personId()));
        return Outcome.done(dilemma.phase());
    }

    /** A concept that nobody of its host is left to read is withdrawn, and its words go: after its writer left her seats. One that waits for somebody else stays. */
    void letGoOfConcepts(@Observes @Priority(LATE) Person.Erased person) {
        em.createQuery("select distinct d.id from Dilemma d join SeatPerson sp on " + ReturnToConcept.LEFT_LAST, UUID.class).setParameter("me", person.personId()).getResultList().forEach(id -> {
            Dilemma concept = lock.withRound(id);
            long left = em.createQuery("select count(*) from SeatPerson sp where sp.dilemmaId = :id and sp.kind = HOST and sp.leftAt is null", Long.class).setParameter("id", id).getSingleResult();
            if (left == 0 && concept.phase() == Phase.DRAFT) {
                withdrawn.fire(new Dilemma.Withdrawn(id, null, true));
                move.record(null, concept, Phase.WITHDRAWN);
                concept.forget(texts.get(Locale.of("nl"), "nameless.dilemma"));
                em.createNativeQuery("delete from dilemma_version where dilemma_id = :id").setParameter("id", id).executeUpdate();
            }
        });
    }

    private Outcome<Phase> moveOn(Actor actor, UUID id, DilemmaDeed deed, Phase next) {
        Dilemma dilemma = lock.withRound(id);
        Decision decision = standings.decide(actor, id, deed);
        return decision.granted() ? moved(actor, dilemma, next) : Outcome.denied(decision);
    }

    private Outcome<Phase> moved(Actor actor, Dilemma dilemma, Phase next) {
        move.record(Actor.doer(actor), dilemma, next);
        return Outcome.done(next);
    }

    /** A concept that was not submitted moves along to the next call, and then keeps to the method of that round. */
    void takeConceptsAlong(@Observes Round.Moved round) {
        if (round.to() == RoundPhase.CALL) {
            // Not a change of its text: whoever is typing keeps the version.
            em.createQuery("""
                            update Dilemma d set d.roundId = :round, d.quorum = :quorum where d.programmeId = :programme and d.phase = DRAFT
                            and d.roundId in (select r.id from Round r where r.phase in (MATCHING, RUNNING, CLOSED))""")
                    .setParameter("quorum", em.find(Method.class, em.find(Round.class, round.roundId()).methodKey()).quorum())
                    .setParameter("round", round.roundId()).setParameter("programme", round.programmeId()).executeUpdate();
        }
    }
}
