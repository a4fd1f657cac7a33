// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.klankbord.round.RoundContents;

/** A round holds a dilemma from its first word, also one that was withdrawn: its writers keep what they wrote there. */
@ApplicationScoped
class DilemmasInRound implements RoundContents {
    @Inject
    EntityManager em;

    @Override
    public boolean holds(UUID roundId) {
        return em.createQuery("select count(d.id) from Dilemma d where d.roundId = :id", Long.class).setParameter("id", roundId).getSingleResult() > 0;
    }
}
