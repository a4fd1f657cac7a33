// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.contribution.WriteDraft;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** Puts observations of several municipalities together. */
@ApplicationScoped
public class WritePattern {
    @Inject
    EntityManager em;
    @Inject
    ObservationFinder observations;
    @Inject
    HarvestFinder harvest;
    @Inject
    WriteDraft drafts;
    @Inject
    Validation validation;
    @Inject
    Clock clock;

    /** By a coordinator, of observations of her own programme from at least three municipalities. */
    @Transactional
    public Outcome<UUID> make(Actor actor, Combination combination) {
        Decision decision = LessonPolicy.harvest(harvest.anywhere(actor));
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = validation.errors(combination);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        List<UUID> ids = combination.observationIds().stream().distinct().toList();
        List<ObservationFinder.Shown> found = observations.among(actor, ids);
        List<UUID> programmes = found.stream().map(ObservationFinder.Shown::programmeId).distinct().toList();
        // Hidden, absent and of a programme that one does not coordinate give one answer.
        if (found.size() < ids.size() || programmes.stream().anyMatch(programme -> !LessonPolicy.harvest(harvest.in(actor, programme)).granted())
                || satThere(actor, ids)) {
            return Outcome.invalid("observationIds", "unknown-observation");
        }
        if (programmes.size() > 1) {
            return Outcome.invalid("observationIds", "one-programme");
        }
        if (found.stream().map(ObservationFinder.Shown::code).filter(Objects::nonNull).distinct().count() < Pattern.MUNICIPALITIES) {
            return Outcome.invalid("observationIds", "three-municipalities", Pattern.MUNICIPALITIES);
        }
        Pattern pattern = new Pattern(programmes.getFirst(), combination.statement(), actor.personId(), clock.instant());
        em.persist(pattern);
        ids.forEach(id -> em.persist(new PatternObservation(pattern.id(), id)));
        found.stream().map(ObservationFinder.Shown::dilemmaId).distinct().forEach(dilemma -> em.persist(new PatternDilemma(pattern.id(), dilemma)));
        drafts.forget(actor, DraftKey.pattern(programmes.getFirst()));
        return Outcome.done(pattern.id());
    }

    /** At one of the dilemmas behind it, as host or peer: then another coordinator acts. */
    private boolean satThere(Actor actor, List<UUID> observations) {
        return em.createQuery("select count(*) from Observation o join SeatPerson sp on sp.dilemmaId = o.dilemmaId where o.id in :ids and sp.personId = :me and sp.kind in (HOST, PEER, GUEST)", Long.class)
                .setParameter("ids", observations).setParameter("me", actor.personId()).getSingleResult() > 0;
    }

    public record Combination(@NotBlank(message = "{required}") @Size(max = 1000, message = "{too-long}") String statement,
                              @NotEmpty(message = "{required}") @Size(max = 100, message = "{too-many}") List<@NotNull(message = "{required}") UUID> observationIds) {
        public Combination {
            statement = statement == null ? null : statement.strip();
        }
    }
}
