// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.round.Who;

/** What is asked until a dilemma runs, and to close it: finish the concept, accept it, agree to peers, answer an invitation, close. */
@ApplicationScoped
class DilemmaAsked implements Asked {
    private static final String TASK = "select new nl.klankbord.dilemma.DilemmaAsked$Row(d.id, case when " + DilemmaAccess.KNOWS_TITLE + " then d.title end, p.name, %s) "
            + "from Dilemma d join Programme p on p.id = d.programmeId join Round r on r.id = d.roundId %s where ";
    /** Looked at last: of most dilemmas the phase says already that nothing is asked. */
    private static final String FOR_ME = " and " + DilemmaAccess.KNOWS + " order by d.id";
    private static final String MINE = DilemmaAccess.onSeat("(select hs.id from Seat hs where hs.dilemmaId = d.id and hs.kind = HOST)");
    private static final String HOST = "ws.kind = HOST";
    /** Also of one that stayed behind when its round began. */
    private static final String FINDS_PEERS = "(r.phase in (CALL, MATCHING) or r.phase = RUNNING and not (" + DilemmaFinder.SEATED + ")) and " + DilemmaFinder.LACKS_PEERS;
    /** Once it runs, its own date counts. */
    private static final String DUE = "case when d.phase in (SUBMITTED, ACCEPTED) then value(dl) else d.endsAt end";
    @Inject
    EntityManager em;

    @Override
    public List<Task> of(Actor actor) {
        String call = TASK.formatted("value(dl)", "join r.deadlines dl on key(dl) = CALL");
        String matching = TASK.formatted(DUE, "join r.deadlines dl on key(dl) = MATCHING");
        return Stream.of(
                tasks(actor, "finish-concept", Writing.all(), call + "d.phase = DRAFT and r.phase = CALL and " + MINE, "/dilemmas/%s/edit"),
                tasks(actor, "agree-to-seats", 3, matching + MINE
                        + " and exists (select 1 from Seat s where s.dilemmaId = d.id and s.status = PROPOSED)", "/dilemmas/%s#seats"),
                tasks(actor, "answer-invitation", 3, matching + "exists (select 1 from Seat si where " + DilemmaAccess.INVITATION + ")", "/dilemmas/%s"),
                tasks(actor, "close-dilemma", 15, TASK.formatted("d.endsAt", "") + "d.phase = HARVESTING and d.closedAt is null and " + MINE, "/dilemmas/%s#closing"),
                tasks(actor, "accept-dilemma", 10, matching + "d.phase = SUBMITTED and " + coordinated(), "/dilemmas/%s#accept"),
                tasks(actor, "find-peers", 15, matching + coordinated() + " and " + FINDS_PEERS, "/dilemmas/%s#seats")
        ).flatMap(List::stream).toList();
    }

    private static String coordinated() {
        return DilemmaAccess.COORDINATES;
    }

    private List<Task> tasks(Actor actor, String what, int minutes, String query, String link) {
        return em.createQuery(query + FOR_ME, Row.class).setParameter("me", actor.personId()).setParameter("gm", actor.municipality())
                .setMaxResults(50).getResultStream().map(row -> new Task(what, row.title, row.programme, row.dueAt, minutes, link.formatted(row.id), row.id)).toList();
    }

    /** A seat that was left is waited for no more: nobody is there. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return Stream.of(
                waiting(actor, roundIds, "finish-concept", Writing.all(), "/edit", line("h.name", "value(dl)", "ws.id", "d.createdAt") + joined("CALL", HOST) + "d.phase = DRAFT and r.phase = CALL"),
                waiting(actor, roundIds, "accept-dilemma", 10, "#accept", line("'COORDINATOR'", "value(dl)", "ws.id", WaitingFor.ENTERED) + joined("MATCHING", HOST) + "d.phase = SUBMITTED"),
                waiting(actor, roundIds, "find-peers", 15, "#seats", line("'COORDINATOR'", "value(dl)", "ws.id", WaitingFor.ENTERED) + joined("MATCHING", HOST)
                        + FINDS_PEERS),
                waiting(actor, roundIds, "agree-to-seats", 3, "#seats", line("h.name", DUE, "ws.id", "(select min(s.askedAt) from Seat s where s.dilemmaId = d.id and s.status = PROPOSED)")
                        + joined("MATCHING", HOST) + "exists (select 1 from Seat s where s.dilemmaId = d.id and s.status = PROPOSED)"),
                waiting(actor, roundIds, "answer-invitation", 3, "", line("case when ws.kind = GUEST then 'GUEST' else coalesce(wm.name, 'FACILITATOR') end", DUE, "ws.id", "ws.askedAt") + joined("MATCHING", "ws.status = INVITED")
                        + "ws.id is not null"),
                waiting(actor, roundIds, "reflect", 25, "/reflection", line("coalesce(wm.name, 'GUEST')", "d.endsAt", "ws.id", WaitingFor.ENTERED)
                        + joined("REFLECTING", "ws.kind in (PEER, GUEST) and ws.status = ACCEPTED and ws.reflectionSubmittedAt is null") + "ws.id is not null and d.phase = REFLECTING"),
                waiting(actor, roundIds, "close-dilemma", 15, "#closing", line("h.name", "d.endsAt", "ws.id", WaitingFor.ENTERED) + joined("HARVESTING", HOST) + "d.phase = HARVESTING and d.closedAt is null")
        ).flatMap(List::stream).toList();
    }

    private static String line(String who, String dueAt, String seat, String since) {
        return "select new nl.klankbord.dilemma.DilemmaAsked$Line(%s, %s, d.id, %s, %s) ".formatted(who, dueAt, seat, since);
    }

    private static String joined(String stage, String seats) {
        return "from Dilemma d join Round r on r.id = d.roundId left join r.deadlines dl on key(dl) = %s join Municipality h on h.code = d.hostMunicipality left join Seat ws on ws.dilemmaId = d.id and %s "
                .formatted(stage, seats) + "left join Municipality wm on wm.code = ws.municipalityCode where d.roundId in :rounds and " + DilemmaAccess.COORDINATES + " and ";
    }

    private List<Waiting> waiting(Actor actor, Collection<UUID> roundIds, String what, int minutes, String path, String query) {
        return em.createQuery(query + " order by d.id", Line.class).setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream()
                .map(line -> new Waiting(line.who, what, line.dueAt, line.dilemmaId, line.who.equals(Who.COORDINATOR.told()) ? null : line.seatId, line.since, minutes, "/dilemmas/" + line.dilemmaId + path)).toList();
    }

    record Row(UUID id, String title, String programme, Instant dueAt) {}

    record Line(String who, Instant dueAt, UUID dilemmaId, UUID seatId, Instant since) {}
}
