// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;

/** Loads whether an actor may make patterns and lessons: as coordinator, with the house rules accepted. */
@ApplicationScoped
class HarvestFinder {
    private static final String STANDING = "select new nl.klankbord.lesson.HarvestFinder$Standing(count(p.id) > 0, count(case when "
            + ProgrammeAccess.rulesAccepted("p.id") + " then 1 end) > 0) from Programme p where " + ProgrammeAccess.has(Role.COORDINATOR, "p.id");
    @Inject
    EntityManager em;

    /** In one programme or another: before one may learn what it is about. */
    Standing anywhere(Actor actor) {
        return em.createQuery(STANDING, Standing.class).setParameter("me", actor.personId()).getSingleResult();
    }

    Standing in(Actor actor, UUID programmeId) {
        return em.createQuery(STANDING + " and p.id = :programme", Standing.class).setParameter("me", actor.personId()).setParameter("programme", programmeId).getSingleResult();
    }

    record Standing(boolean coordinator, boolean rulesAccepted) {}
}
