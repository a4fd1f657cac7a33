// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;

/** House rules to accept, before anything else of a programme opens. */
@ApplicationScoped
class RulesAsked implements Asked {
    private static final int MINUTES = 5;
    @Inject
    EntityManager em;

    @Override
    public List<Task> of(Actor actor) {
        return em.createQuery("select new nl.klankbord.round.RulesAsked$Row(p.id, p.name) from Programme p where " + ProgrammeAccess.member("p.id")
                        + " and not " + ProgrammeAccess.rulesAccepted("p.id") + " order by p.id", Row.class)
                .setParameter("me", actor.personId()).setMaxResults(50).getResultStream()
                .map(row -> new Task("accept-rules", null, row.name, null, MINUTES, "/programmes/" + row.id + "/house-rules")).toList();
    }

    /** House rules belong to a programme; no round waits for them. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return List.of();
    }

    record Row(UUID id, String name) {}
}
