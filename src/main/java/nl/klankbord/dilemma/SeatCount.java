// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Counts of seats, for the rules of moving. */
@ApplicationScoped
class SeatCount {
    @Inject
    EntityManager em;

    /** Peers and guests of a dilemma: how many sit there, ever did, and submitted. Who left still counts as not submitted. */
    Count of(UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.SeatCount$Count(count(case when s.status = ACCEPTED then 1 end), count(s.id), count(s.reflectionSubmittedAt))
                        from Seat s where s.dilemmaId = :id and s.kind in (PEER, GUEST) and s.acceptedAt is not null""", Count.class)
                .setParameter("id", dilemmaId).getSingleResult();
    }

    record Count(long seated, long ever, long submitted) {
        boolean complete() {
            return ever > 0 && submitted == ever;
        }
    }
}
