// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** Remembers who opened a dilemma for the first time, as everyone is told beforehand. */
@ApplicationScoped
public class Openings {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    Clock clock;

    /** To be called for who is about to read its text. Only the first time counts. */
    @Transactional
    public Outcome<UUID> open(Actor actor, UUID dilemmaId) {
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.BE_SEEN_READING);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        // Two tabs at once are one opening.
        em.createNativeQuery("insert ignore into dilemma_opening (dilemma_id, person_id, opened_at) values (:dilemma, :person, :now)")
                .setParameter("dilemma", dilemmaId).setParameter("person", actor.personId()).setParameter("now", clock.instant()).executeUpdate();
        return Outcome.done(dilemmaId);
    }

    /** What is over is nobody's to look back on. */
    void forget(UUID dilemmaId) {
        em.createQuery("delete from Opening o where o.dilemmaId = :dilemma").setParameter("dilemma", dilemmaId).executeUpdate();
    }
}
