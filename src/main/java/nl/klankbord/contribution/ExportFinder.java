// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;

/** All that somebody wrote, to take along. */
@ApplicationScoped
public class ExportFinder {
    @Inject
    EntityManager em;
    @Inject
    ContributionFinder contributions;
    @Inject
    @All
    List<Written> others;

    public Export own(Actor actor) {
        return new Export(contributions.allOwn(actor).stream().map(Text::of).toList(),
                em.createQuery("select new nl.klankbord.contribution.ExportFinder$Known(rc.dilemmaId, rc.example, rc.createdAt) from Recognition rc where rc.personId = :me order by rc.createdAt", Known.class)
                        .setParameter("me", actor.personId()).getResultList(),
                em.createQuery("select new nl.klankbord.contribution.ExportFinder$Unsent(t.draftKey, t.text, t.updatedAt) from TextDraft t where t.personId = :me order by t.draftKey", Unsent.class)
                        .setParameter("me", actor.personId()).getResultList(),
                em.createQuery("select new nl.klankbord.contribution.ExportFinder$Brought(d.id, d.canvas) from Dilemma d where " + DilemmaAccess.READS + " and "
                        + DilemmaAccess.onSeat("(select hs.id from Seat hs where hs.dilemmaId = d.id and hs.kind = HOST)") + " order by d.id", Brought.class).setParameter("me", actor.personId()).getResultList(),
                others.stream().collect(Collectors.toMap(Written::name, written -> written.own(actor))));
    }

    /** @param dilemmas that one's municipality brought in, while one sits on its seat; @param others what other modules keep, by name */
    public record Export(List<Text> contributions, List<Known> recognitions, List<Unsent> drafts, List<Brought> dilemmas, @JsonAnyGetter Map<String, List<?>> others) {}

    /** One's own words, and none of those they answer. @param draftLeft true where it is a draft as it was when one left its seat, and what was submitted may differ; else null */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Text(UUID id, UUID dilemmaId, ContributionKind kind, String text, List<String> assumptions, String example, String advice, List<Answered> answers, String mirror, Instant createdAt, Instant submittedAt, Instant withdrawnAt, Boolean draftLeft) {
        static Text of(ContributionFinder.Shown own) {
            return new Text(own.id(), own.dilemmaId(), own.kind(), own.text(), own.assumptions(), own.example(), own.advice(), own.answered(), own.mirror(), own.createdAt(), own.submittedAt(), own.withdrawnAt(), own.left() ? true : null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Known(UUID dilemmaId, String example, Instant createdAt) {}

    public record Unsent(String key, String text, Instant updatedAt) {}

    public record Brought(UUID id, Canvas canvas) {}
}
