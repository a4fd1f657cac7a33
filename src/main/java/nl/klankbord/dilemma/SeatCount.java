// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts of seats, for the rules of moving. */
@ApplicationScoped
class SeatCount {
    static final Count NONE = new Count(0, 0, 0);
    @Inject
    EntityManager em;

    /** Peers and guests of a dilemma: how many sit there, ever did, and submitted. Who left still counts as not submitted. */
    Count of(UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.SeatCount$Count(count(case when s.status = ACCEPTED then 1 end), count(s.id), count(s.reflectionSubmittedAt))
                        from Seat s where s.dilemmaId = :id and s.kind in (PEER, GUEST) and s.acceptedAt is not null""", Count.class)
                .setParameter("id", dilemmaId).getSingleResult();
    }

    /** The same for several at once; those without such seats are not among them. */
    Map<UUID, Count> of(Collection<UUID> dilemmaIds) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.SeatCount$Row(s.dilemmaId, count(case when s.status = ACCEPTED then 1 end), count(s.id), count(s.reflectionSubmittedAt))
                        from Seat s where s.dilemmaId in :ids and s.kind in (PEER, GUEST) and s.acceptedAt is not null group by s.dilemmaId""", Row.class)
                .setParameter("ids", dilemmaIds).getResultStream().collect(Collectors.toMap(Row::dilemmaId, row -> new Count(row.seated, row.ever, row.submitted)));
    }

    record Row(UUID dilemmaId, long seated, long ever, long submitted) {}

    record Count(long seated, long ever, long submitted) {
        boolean complete() {
            return ever > 0 && submitted == ever;
        }
    }
}
