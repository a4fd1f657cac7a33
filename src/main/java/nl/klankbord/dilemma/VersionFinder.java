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
import nl.klankbord.identity.Municipality;

/** What a dilemma said since it was submitted, for the circle. */
@ApplicationScoped
public class VersionFinder {
    private static final int MOST = 200;
    @Inject
    EntityManager em;

    /** In the order they were written; the latest, if there are more than anyone reads. */
    public List<Version> of(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.VersionFinder$Version(v.id, v.kind, v.canvas, v.writtenAt, h.code, h.name) from DilemmaVersion v
                        join Dilemma d on d.id = v.dilemmaId join Municipality h on h.code = d.hostMunicipality
                        where d.id = :id and %s order by v.writtenAt desc, v.id desc""".formatted(DilemmaAccess.IN_CIRCLE), Version.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).setMaxResults(MOST).getResultList().reversed();
    }

    /** When it was changed last, if it was. */
    public Optional<Instant> changed(Actor actor, UUID dilemmaId) {
        Count count = em.createQuery("""
                        select new nl.klankbord.dilemma.VersionFinder$Count(count(v.id), max(v.writtenAt)) from DilemmaVersion v join Dilemma d on d.id = v.dilemmaId
                        where d.id = :id and %s""".formatted(DilemmaAccess.IN_CIRCLE), Count.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).getSingleResult();
        return count.versions > 1 ? Optional.of(count.latest) : Optional.empty();
    }

    /** @param code and {@code municipality} that wrote it */
    public record Version(UUID id, VersionKind kind, Canvas canvas, Instant writtenAt, String code, String municipality) {
        public Municipality.Ref writer() {
            return new Municipality.Ref(code, municipality);
        }
    }

    record Count(long versions, Instant latest) {}
}
