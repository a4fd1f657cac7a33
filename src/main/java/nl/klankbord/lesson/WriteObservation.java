// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.contribution.Answer;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;

/** Marks a passage of what was said or concluded. */
@ApplicationScoped
public class WriteObservation {
    private static final String CONTRIBUTION = "select d.id as dilemma, d.programmeId as programme, c.text as text, c.example as example, c.advice as advice, c.answers as answers "
            + "from Contribution c join Dilemma d on d.id = c.dilemmaId where c.id = :id and c.submittedAt is not null and c.withdrawnAt is null and c.hiddenAt is null and " + ContributionAccess.READS;
    private static final String CLOSING = "select d.id as dilemma, d.programmeId as programme, d.works as works, d.nextStep as nextStep, d.stillOpen as stillOpen "
            + "from Dilemma d where d.id = :id and d.closedAt is not null and " + DilemmaAccess.IN_CIRCLE;
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    Validation validation;
    @Inject
    Clock clock;

    /** What the actor may not read, or not yet, is as good as absent. */
    @Transactional
    public Outcome<UUID> mark(Actor actor, Marking marking) {
        if (marking.sourceType() == null || marking.sourceType() == SourceType.NOTE || marking.sourceId() == null) {
            return marking.sourceType() != null && marking.sourceType() != SourceType.NOTE ? Outcome.invalid("sourceId", "required")
                    : Outcome.invalid("sourceType", marking.sourceType() == null ? "required" : "unknown-source");
        }
        Optional<Tuple> source = em.createQuery(marking.sourceType() == SourceType.CLOSING ? CLOSING : CONTRIBUTION, Tuple.class)
                .setParameter("id", marking.sourceId()).setParameter("me", actor.personId()).getResultStream().findFirst();
        if (source.isEmpty()) {
            return Outcome.hidden();
        }
        UUID dilemma = source.get().get("dilemma", UUID.class);
        lock.shared(dilemma);
        Decision decision = standings.decide(actor, dilemma, LessonDeed.MARK);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = validation.errors(marking);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        marking.sourceType().fields().forEach(field -> fields.put(field, source.get().get(field, String.class)));
        if (marking.sourceType() == SourceType.CONTRIBUTION) {
            answers(source.get()).forEach(answer -> {
                fields.put(answer.question() + SourceType.ANSWER, answer.text());
                fields.put(answer.question() + SourceType.SKIPPED, answer.skipped());
            });
        }
        Optional<Excerpt> excerpt = Excerpt.find(fields, marking.exact());
        if (excerpt.isEmpty()) {
            return Outcome.invalid("exact", "not-in-source");
        }
        Observation observation = new Observation(source.get().get("programme", UUID.class), dilemma, marking.sourceType(), marking.sourceId(), excerpt.get(),
                Themes.of(marking.themes()), actor.personId(), clock.instant());
        em.persist(observation);
        return Outcome.done(observation.id());
    }

    @SuppressWarnings("unchecked")
    private static List<Answer> answers(Tuple source) {
        return (List<Answer>) source.get("answers");
    }

    /** @param sourceId a contribution, or the dilemma whose closing it is; @param exact the words as they stand there */
    public record Marking(SourceType sourceType, UUID sourceId,
                          @NotNull(message = "{required}") @Size(max = 2000, message = "{too-long}") @Size(min = 5, message = "{too-short}") String exact,
                          @Size(max = 10, message = "{too-many}") List<@Size(max = 60, message = "{too-long}") String> themes) {
        public Marking {
            exact = exact == null ? null : exact.strip();
        }
    }
}
