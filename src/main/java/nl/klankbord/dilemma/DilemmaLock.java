// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import nl.klankbord.round.Round;

/**
 * Row locks that keep a write and a move apart: what a write checks still holds when it commits. Taken before anything
 * is read, the round before its dilemma. An absent dilemma gives null; the decision that follows is then "hidden".
 */
@ApplicationScoped
public class DilemmaLock {
    @Inject
    EntityManager em;

    public Dilemma dilemma(UUID id) {
        return em.find(Dilemma.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** For writes beside each other: they wait for a move, not for one another. */
    public Dilemma shared(UUID id) {
        return em.find(Dilemma.class, id, LockModeType.PESSIMISTIC_READ);
    }

    Dilemma withRound(UUID id) {
        em.createQuery("select d.roundId from Dilemma d where d.id = :id", UUID.class).setParameter("id", id).getResultStream().findFirst()
                .ifPresent(round -> em.find(Round.class, round, LockModeType.PESSIMISTIC_WRITE));
        return dilemma(id);
    }
}
