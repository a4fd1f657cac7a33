// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** Lets the colleagues on one's seat see that one is writing its reflection. Kept in the database, so that every instance tells the same. */
@ApplicationScoped
public class WritePresence {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> show(Actor actor, UUID dilemmaId) {
        Standing standing = standings.of(actor, dilemmaId).orElse(null);
        Decision decision = standing == null ? Decision.HIDDEN : DilemmaPolicy.decide(standing, ContributionDeed.REFLECT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        seen(actor, standing.seatId());
        return Outcome.done(dilemmaId);
    }

    void seen(Actor actor, UUID seatId) {
        em.createNativeQuery("insert into reflection_presence (seat_id, person_id, seen_at) values (:seat, :person, :now) on duplicate key update seen_at = values(seen_at)")
                .setParameter("seat", seatId).setParameter("person", actor.personId()).setParameter("now", clock.instant()).executeUpdate();
    }

    /** It is submitted: who wrote when is nobody's business any more. */
    void forget(UUID seatId) {
        em.createQuery("delete from Presence pr where pr.seatId = :seat").setParameter("seat", seatId).executeUpdate();
    }
}
