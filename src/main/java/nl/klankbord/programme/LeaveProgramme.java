// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;

/** Somebody lays down a role of her own. What she wrote stays; places that came with the role are left. */
@ApplicationScoped
public class LeaveProgramme {
    @Inject
    EntityManager em;
    @Inject
    EndRole role;

    /** The last coordinator stays until there is another. */
    @Transactional
    public Outcome<UUID> leave(Actor actor, UUID membershipId) {
        // Who presses twice finds nothing there the second time.
        em.createQuery("select m.programmeId from Membership m where m.id = :id and m.personId = :me", UUID.class).setParameter("id", membershipId).setParameter("me", actor.personId())
                .getResultStream().findFirst().ifPresent(programme -> em.find(Programme.class, programme, LockModeType.PESSIMISTIC_WRITE));
        Membership membership = em.find(Membership.class, membershipId);
        Decision decision = membership == null || membership.pending() ? Decision.HIDDEN : ProfilePolicy.change(actor, membership.personId());
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (role.isLastCoordinator(membership)) {
            return Outcome.refused(Reason.LAST_COORDINATOR);
        }
        role.end(actor, membership);
        return Outcome.done(membershipId);
    }
}
