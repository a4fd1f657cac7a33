// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Trace;
import nl.klankbord.shared.Validation;

/** After all that was said a host often asks another question: the dilemma anew, beside the one it began with. */
@ApplicationScoped
public class RestateDilemma {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    HiddenTexts hiddenTexts;
    @Inject
    RestatementFinder restatements;
    @Inject
    Validation validation;
    @Inject
    Event<Dilemma.Restated> restated;
    @Inject
    Clock clock;

    /** The latest one counts; the text that was reviewed stays as it is. */
    @Transactional
    public Outcome<UUID> restate(Actor actor, UUID id, Canvas canvas, boolean sure) {
        Dilemma dilemma = lock.shared(id);
        Decision decision = standings.decide(actor, id, DilemmaDeed.RESTATE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = new java.util.ArrayList<>(validation.errors(canvas));
        errors.addAll(validation.errors(canvas, Canvas.Submission.class));
        errors.addAll(hiddenTexts.again(actor, id, canvas));
        errors.addAll(Trace.unsure(sure, canvas.texts(), Stream.concat(dilemma.canvas().texts(), restatements.of(actor, id).stream().flatMap(before -> before.canvas().texts()))));
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        hiddenTexts.settle(id, RestatedTexts.KIND);
        em.persist(new DilemmaVersion(id, VersionKind.RESTATED, canvas.tidy(), actor.personId(), clock.instant()));
        restated.fire(new Dilemma.Restated(id, actor.personId()));
        return Outcome.done(id);
    }
}
