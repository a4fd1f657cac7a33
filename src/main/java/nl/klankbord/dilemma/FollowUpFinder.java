// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** Dilemmas that were brought in again: which one came before, and which came after, for who may read both. */
@ApplicationScoped
public class FollowUpFinder {
    @Inject
    EntityManager em;

    public Links of(Actor actor, UUID dilemmaId) {
        List<Pair> pairs = em.createQuery("select new nl.klankbord.dilemma.FollowUpFinder$Pair(d.id, d.title, n.id, n.title) from Dilemma n join Dilemma d on d.id = n.follows where (n.id = :id or d.id = :id) and "
                        + DilemmaAccess.READS + " and " + DilemmaAccess.of("n", DilemmaAccess.READS) + " order by n.id", Pair.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).getResultList();
        return new Links(pairs.stream().filter(pair -> pair.laterId.equals(dilemmaId)).findFirst().map(pair -> new Link(pair.id, pair.title)).orElse(null),
                pairs.stream().filter(pair -> pair.id.equals(dilemmaId)).map(pair -> new Link(pair.laterId, pair.laterTitle)).toList());
    }

    /** @param follows the one before, or null */
    public record Links(Link follows, List<Link> followedBy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(UUID id, String title) {}

    record Pair(UUID id, String title, UUID laterId, String laterTitle) {}
}
