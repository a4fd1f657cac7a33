// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Outcome.FieldError;

/** The reports that still keep a text closed: what a write has to know when it puts other words there, in the transaction of that write. */
@ApplicationScoped
public class HiddenTexts {
    @Inject
    EntityManager em;
    @Inject
    @All
    List<Reportable> kinds;
    @Inject
    Clock clock;

    /** More than one where several people write in one place and those of the second were reported later. */
    private Stream<TextReport> open(UUID dilemmaId, TextName name) {
        return open(dilemmaId).filter(report -> report.name().equals(name));
    }

    private Stream<TextReport> open(UUID dilemmaId) {
        return em.createQuery("from TextReport tr where tr.dilemmaId = :dilemma and " + HiddenTextFinder.CLOSED, TextReport.class).setParameter("dilemma", dilemmaId).getResultStream();
    }

    /** The words that were taken away from there do not come back by being typed again. @param field where they were typed */
    public List<FieldError> again(Actor actor, UUID dilemmaId, TextName name, String field, String typed) {
        return open(dilemmaId, name).flatMap(report -> again(actor, report, field, typed).stream()).toList();
    }

    /** The same of all fields of a dilemma, as it is and as it was said anew. */
    List<FieldError> again(Actor actor, UUID dilemmaId, Canvas typed) {
        return open(dilemmaId).filter(report -> report.name().kind().equals(FieldTexts.KIND) || report.name().kind().equals(RestatedTexts.KIND))
                .flatMap(report -> again(actor, report, report.name().field(), CanvasField.text(typed, report.name().field())).stream()).distinct().toList();
    }

    private Optional<FieldError> again(Actor actor, TextReport report, String field, String typed) {
        String words = report.words() == null ? null : kind(report).words(actor, report.name(), report.words());
        return typed != null && typed.strip().equals(words) ? Optional.of(new FieldError(field, "still-recognisable", List.of())) : Optional.empty();
    }

    /** The actor has put other words there, or nothing stands there any more. What others wrote in the same place is still theirs. */
    public void settle(Actor actor, UUID dilemmaId, TextName name) {
        open(dilemmaId, name).toList().forEach(report -> Optional.ofNullable(report.words()).flatMap(words -> kind(report).without(actor, words)).ifPresentOrElse(report::keep, () -> report.rewritten(clock.instant())));
    }

    private Reportable kind(TextReport report) {
        return kinds.stream().filter(kind -> kind.kind().equals(report.name().kind())).findFirst().orElseThrow();
    }

    /** All of one kind. */
    void settle(UUID dilemmaId, String kind) {
        open(dilemmaId).filter(report -> report.name().kind().equals(kind)).forEach(report -> report.rewritten(clock.instant()));
    }
}
