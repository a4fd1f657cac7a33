// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProfilePolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;

/** A writer's yes or no to her municipality; it may change as often as she likes. */
@ApplicationScoped
public class WriteRecordConsent {
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<Boolean> answer(Actor actor, Boolean given) {
        Decision decision = ProfilePolicy.change(actor, actor.personId());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (given == null) {
            return Outcome.invalid("given", "required");
        }
        if (!given) {
            // Also what one wrote for a municipality one spoke for before.
            em.createQuery("delete from RecordConsent c where c.personId = :me").setParameter("me", actor.personId()).executeUpdate();
            return Outcome.done(false);
        }
        if (actor.municipality().isEmpty()) {
            return Outcome.refused(Reason.NOT_YOUR_ROLE);
        }
        var key = new RecordConsent.Key(actor.personId(), actor.municipality());
        RecordConsent before = em.find(RecordConsent.class, key);
        if (before == null) {
            em.persist(new RecordConsent(key, clock.instant()));
        } else {
            before.withFiles();
        }
        return Outcome.done(true);
    }
}
