// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import nl.klankbord.identity.Actor;

/** Ends a role, at whoever's word: what it gave ends with it, and the log says so. Whoever asks holds the lock on the programme. */
@ApplicationScoped
class EndRole {
    @Inject
    EntityManager em;
    @Inject
    Audit audit;
    @Inject
    Event<Membership.Ended> ended;

    boolean isLastCoordinator(Membership role) {
        return role.coordinates() && em.createQuery("select count(m) from Membership m where m.programmeId = :programme and m.role = COORDINATOR", Long.class)
                .setParameter("programme", role.programmeId()).getSingleResult() == 1;
    }

    void end(Actor actor, Membership role) {
        em.remove(role);
        audit.note(actor, role.deed(AuditKind.ROLE_ENDED));
        ended.fire(role.ended());
    }
}
