// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** The dilemma as its host restated it, for the circle. */
@ApplicationScoped
public class RestatementFinder {
    private static final List<String> FIELDS = List.of("title", "question", "intention", "tension", "assumptions");
    @Inject
    EntityManager em;

    public Optional<Restated> of(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.RestatementFinder$Restated(v.canvas, v.writtenAt) from DilemmaVersion v join Dilemma d on d.id = v.dilemmaId
                        where d.id = :id and v.kind = RESTATED and %s order by v.id desc""".formatted(DilemmaAccess.IN_CIRCLE), Restated.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).setMaxResults(1).getResultStream().findFirst();
    }

    public record Restated(Canvas canvas, Instant writtenAt) {
        /** The fields that its host said anew, as far as they say something. */
        public List<TextName> texts() {
            return FIELDS.stream().filter(field -> !CanvasField.text(canvas, field).isEmpty()).map(field -> new TextName(RestatedTexts.KIND, field, null)).toList();
        }
    }
}
