// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProfilePolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** Letting a circle see one's mail address, and taking that back. No log tells of it: it is between those who do. */
@ApplicationScoped
public class ShareAddress {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    DilemmaLock lock;
    @Inject
    Clock clock;

    /** With everyone who sits there now; once more, also with who came since. */
    @Transactional
    public Outcome<UUID> share(Actor actor, UUID dilemmaId) {
        lock.shared(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.SHARE_ADDRESS);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        em.createNativeQuery("insert into shared_address (person_id, dilemma_id, shared_at) values (:person, :dilemma, :now) on duplicate key update shared_at = values(shared_at)")
                .setParameter("person", actor.personId()).setParameter("dilemma", dilemmaId).setParameter("now", clock.instant()).executeUpdate();
        return Outcome.done(dilemmaId);
    }

    /** Hers to take back whatever became of the circle, her seat or the house rules. */
    @Transactional
    public Outcome<UUID> takeBack(Actor actor, UUID dilemmaId) {
        SharedAddress own = em.find(SharedAddress.class, new SharedAddress.Key(actor.personId(), dilemmaId));
        Decision decision = own == null ? standings.decide(actor, dilemmaId, DilemmaDeed.SHARE_ADDRESS) : ProfilePolicy.change(actor, own.personId());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (own != null) {
            em.remove(own);
        }
        return Outcome.done(dilemmaId);
    }

    /** From every circle at once. */
    @Transactional
    public Outcome<Integer> takeBackAll(Actor actor) {
        Decision decision = ProfilePolicy.change(actor, actor.personId());
        return decision.granted() ? Outcome.done(em.createQuery("delete from SharedAddress a where a.personId = :me").setParameter("me", actor.personId()).executeUpdate()) : Outcome.denied(decision);
    }

    /** Who leaves a circle is in touch with it no more, and says so anew when she comes back. */
    void forget(@Observes Seat.Left left) {
        em.createQuery("delete from SharedAddress a where a.personId = :person and a.dilemmaId = :dilemma").setParameter("person", left.personId()).setParameter("dilemma", left.dilemmaId()).executeUpdate();
    }
}
