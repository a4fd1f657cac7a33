// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Cursor;

/** Marked passages, for those who may read what they come from. */
@ApplicationScoped
public class ObservationFinder {
    private static final String SHOW = "select new nl.klankbord.lesson.ObservationFinder$Shown(o.id, o.programmeId, o.dilemmaId, case when " + DilemmaAccess.IN_CIRCLE
            + " then d.title end, o.sourceType, o.sourceId, o.field, " + ObservationAccess.EXACT + ", o.themes, m.code, m.name, o.createdAt) from Observation o"
            + ObservationAccess.JOINS + " where " + ObservationAccess.READS;
    @Inject
    EntityManager em;

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + " and o.id = :id", Shown.class).setParameter("id", id).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** @param dilemmaId of this dilemma, or null; @param programmeId of this programme, or null */
    public Cursor.Items<Shown> list(Actor actor, UUID dilemmaId, UUID programmeId, Cursor cursor) {
        TypedQuery<Shown> query = em.createQuery(SHOW + (dilemmaId == null ? "" : " and d.id = :dilemma") + (programmeId == null ? "" : " and o.programmeId = :programme")
                + " and o.id > :after order by o.id", Shown.class);
        if (dilemmaId != null) {
            query.setParameter("dilemma", dilemmaId);
        }
        if (programmeId != null) {
            query.setParameter("programme", programmeId);
        }
        return cursor.page(query.setParameter("me", actor.personId()).setParameter("after", cursor.after()).setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** Those of the given ids that the actor may read. */
    List<Shown> among(Actor actor, List<UUID> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery(SHOW + " and o.id in :ids order by o.id", Shown.class)
                .setParameter("ids", ids).setParameter("me", actor.personId()).getResultList();
    }

    /** @param dilemma title of the dilemma, for its circle; @param code null when its writer spoke for no municipality */
    public record Shown(UUID id, UUID programmeId, UUID dilemmaId, String dilemma, SourceType sourceType, UUID sourceId, String field, String exact, Themes themes,
                        String code, String name, Instant createdAt) {
        public Municipality.Ref municipality() {
            return code == null ? null : new Municipality.Ref(code, name);
        }
    }
}
