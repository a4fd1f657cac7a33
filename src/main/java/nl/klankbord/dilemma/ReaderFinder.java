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

/** Who opened a dilemma, for its host. */
@ApplicationScoped
public class ReaderFinder {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;

    /** In the order they came; empty for who may not see it. */
    public Optional<List<Reader>> of(Actor actor, UUID dilemmaId) {
        return !standings.decide(actor, dilemmaId, DilemmaDeed.SEE_READERS).granted() ? Optional.empty() : Optional.of(em.createQuery("""
                        select new nl.klankbord.dilemma.ReaderFinder$Reader(p.name, m.code, m.name, o.openedAt) from Opening o join Person p on p.id = o.personId
                        left join Organisation g on g.id = p.organisationId left join Municipality m on m.code = g.municipalityCode
                        where o.dilemmaId = :id order by o.openedAt, p.id""", Reader.class).setParameter("id", dilemmaId).getResultList());
    }

    /** @param code and {@code municipality} that the reader speaks for, or null */
    public record Reader(String name, String code, String municipality, Instant openedAt) {}
}
