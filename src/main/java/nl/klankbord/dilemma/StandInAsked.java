// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** Whether somebody who sat in for a colleague wants to stay, now that the colleague is back. */
@ApplicationScoped
class StandInAsked implements Asked {
    private static final int MINUTES = 1;
    @Inject
    EntityManager em;

    @Override
    public List<Task> of(Actor actor) {
        return em.createQuery("select new nl.klankbord.dilemma.StandInAsked$Row(d.id, d.title, h.name) from Dilemma d join Municipality h on h.code = d.hostMunicipality where " + DilemmaAccess.READS
                        + " and d.phase <> CLOSED and exists (select 1 from StandIn si join SeatPerson ss on ss.seatId = si.seatId and ss.personId = si.colleagueId and ss.leftAt is null "
                        + "where si.dilemmaId = d.id and si.colleagueId = :me and si.overAt is not null) order by d.id", Row.class)
                .setParameter("me", actor.personId()).setMaxResults(50).getResultStream()
                .map(row -> new Task("stay-or-leave", row.title, row.host, null, MINUTES, "/dilemmas/" + row.id + "#leave")).toList();
    }

    /** Nobody waits for it. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return List.of();
    }

    record Row(UUID id, String title, String host) {}
}
