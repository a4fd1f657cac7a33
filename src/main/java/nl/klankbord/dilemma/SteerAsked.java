// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.round.Who;

/** What holds one dilemma and only its coordinator can solve: start it, find a substitute, choose when too few reflected, fill the host's seat. */
@ApplicationScoped
class SteerAsked implements Asked {
    private static final String ROWS = "select new nl.klankbord.dilemma.SteerAsked$Row(d.id, d.title, p.name, %s, %s) from Dilemma d join Programme p on p.id = d.programmeId join Round r on r.id = d.roundId "
            + "left join r.deadlines dl on key(dl) = MATCHING where ";
    /** Looked at last: of most dilemmas the phase says already that nothing is asked. */
    private static final String FOR_ME = " and " + DilemmaAccess.COORDINATES + " and " + DilemmaAccess.IN_CIRCLE;
    /** It stayed behind when its round began; nobody but the coordinator starts it. */
    private static final String STARTS = ROWS.formatted("value(dl)", "(select max(st.acceptedAt) from Seat st where st.dilemmaId = d.id)") + "r.phase = RUNNING and " + DilemmaFinder.SEATED;
    private static final String LACKS = ROWS.formatted("d.endsAt", "(select max(sp.leftAt) from SeatPerson sp where sp.dilemmaId = d.id and sp.kind in (PEER, GUEST))")
            + "d.phase in (CLARIFYING, REFLECTING, SESSION) and " + DilemmaFinder.TOO_FEW_LEFT;
    private static final String STRANDED = ROWS.formatted("d.endsAt", "d.endsAt") + DilemmaFinder.STRANDED;
    private static final String VACANT = ROWS.formatted("case when d.id is null then d.endsAt end", "(select max(sp.leftAt) from SeatPerson sp where sp.dilemmaId = d.id and sp.kind = HOST)")
            + "d.phase in (SUBMITTED, ACCEPTED, CLARIFYING, REFLECTING, SESSION, HARVESTING, FOLLOW_UP) "
            + "and not exists (select 1 from SeatPerson hp where hp.dilemmaId = d.id and hp.kind = HOST and hp.leftAt is null)";
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    @Override
    public List<Task> of(Actor actor) {
        return Stream.of(tasks(actor, "start-dilemma", 2, "#move", STARTS), tasks(actor, "find-substitute", 10, "#propose", LACKS),
                tasks(actor, "decide-quorum", 5, "#quorum", STRANDED), tasks(actor, "fill-host-seat", 5, "#fill-host", VACANT)).flatMap(List::stream).toList();
    }

    private List<Task> tasks(Actor actor, String what, int minutes, String place, String query) {
        return rows(actor, null, query).map(row -> new Task(what, row.title, row.programme, row.dueAt, minutes, row.path(place))).toList();
    }

    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return Stream.of(waiting(actor, roundIds, "start-dilemma", 2, "#move", STARTS), waiting(actor, roundIds, "find-substitute", 10, "#propose", LACKS),
                waiting(actor, roundIds, "decide-quorum", 5, "#quorum", STRANDED), waiting(actor, roundIds, "fill-host-seat", 5, "#fill-host", VACANT)).flatMap(List::stream).toList();
    }

    private List<Waiting> waiting(Actor actor, Collection<UUID> roundIds, String what, int minutes, String place, String query) {
        return rows(actor, roundIds, query).map(row -> new Waiting(Who.COORDINATOR, what, row.dueAt, row.id, null, row.since, minutes, row.path(place))).toList();
    }

    /** @param roundIds null for all */
    private Stream<Row> rows(Actor actor, Collection<UUID> roundIds, String query) {
        var asked = em.createQuery(query + FOR_ME + (roundIds == null ? "" : " and d.roundId in :rounds") + " order by d.id", Row.class).setParameter("me", actor.personId());
        if (query.contains(":now")) {
            asked.setParameter("now", clock.instant());
        }
        return roundIds == null ? asked.setMaxResults(50).getResultStream() : asked.setParameter("rounds", roundIds).getResultStream();
    }

    record Row(UUID id, String title, String programme, Instant dueAt, Instant since) {
        String path(String place) {
            return "/dilemmas/" + id + place;
        }
    }
}
