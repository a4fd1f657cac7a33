// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.Newcomer;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** What a newcomer asks: of the host to let them in, of who wrote before to let them read. */
@ApplicationScoped
class NewcomerAsked implements Asked {
    private static final int MINUTES = 1;
    private static final String TASK = "select new nl.klankbord.contribution.NewcomerAsked$Row(d.id, d.title, h.name) from Dilemma d join Municipality h on h.code = d.hostMunicipality where "
            + DilemmaAccess.IN_CIRCLE + " and ";
    private static final String NAMED = "from Newcomer n join Seat s on s.id = n.seatId where n.dilemmaId = d.id and " + Newcomer.WAITS;
    private static final String WAITS = "exists (select 1 " + NAMED + ")";
    @Inject
    EntityManager em;
    @Inject
    NewcomerFinder newcomers;

    @Override
    public List<Task> of(Actor actor) {
        return Stream.concat(
                tasks(actor, "agree-to-newcomer", NewcomerFinder.HOSTS + " and " + WAITS),
                tasks(actor, "open-to-newcomer", "d.phase <> CLOSED and exists (select 1 from SeatPerson np where " + NewcomerFinder.CAME_LATER + " and np.personId <> :me and np.kind <> FACILITATOR and "
                        + newcomers.wroteBefore() + " and not exists (select 1 from NewcomerConsent nc where nc.seatId = np.seatId and nc.personId = np.personId and nc.authorId = :me and nc.decidedAt >= np.seatedAt))")).toList();
    }

    private Stream<Task> tasks(Actor actor, String what, String condition) {
        return em.createQuery(TASK + condition + " order by d.id", Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream()
                .map(row -> new Task(what, row.title, row.host, null, MINUTES, "/dilemmas/" + row.id + "#newcomers"));
    }

    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return em.createQuery("select new nl.klankbord.contribution.NewcomerAsked$Line(h.name, d.endsAt, d.id, hs.id, (select min(n.namedAt) " + NAMED + ")) from Dilemma d join Municipality h on h.code = d.hostMunicipality "
                        + "join Seat hs on hs.dilemmaId = d.id and hs.kind = HOST where d.roundId in :rounds and " + DilemmaAccess.COORDINATES + " and " + WAITS + " order by d.id", Line.class)
                .setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream()
                .map(line -> new Waiting(line.host, "agree-to-newcomer", line.dueAt, line.id, line.seatId, line.since, MINUTES, "/dilemmas/" + line.id + "#newcomers")).toList();
    }

    record Row(UUID id, String title, String host) {}

    record Line(String host, Instant dueAt, UUID id, UUID seatId, Instant since) {}
}
