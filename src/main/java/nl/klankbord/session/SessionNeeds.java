// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.MoveNeed;
import nl.klankbord.dilemma.Phase;

/** A date before the silence begins, and a meeting held before the harvest. */
@ApplicationScoped
class SessionNeeds implements MoveNeed {
    @Inject
    EntityManager em;

    @Override
    public List<String> unmet(Dilemma dilemma, Phase to) {
        if (to != Phase.REFLECTING && to != Phase.HARVESTING) {
            return List.of();
        }
        List<SessionStatus> found = em.createQuery("select s.status from Session s where s.dilemmaId = :id", SessionStatus.class)
                .setParameter("id", dilemma.id()).getResultList();
        return to == Phase.REFLECTING ? found.isEmpty() ? List.of("session-date") : List.of()
                : found.contains(SessionStatus.HELD) ? List.of() : List.of("session-held");
    }
}
