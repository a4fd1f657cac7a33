// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** What is asked until a dilemma runs, and to close it: finish the concept, accept it, agree to peers, answer an invitation, close. */
@ApplicationScoped
class DilemmaAsked implements Asked {
    private static final String TASK = "select new nl.klankbord.dilemma.DilemmaAsked$Row(d.id, case when " + DilemmaAccess.KNOWS_TITLE + " then d.title end, p.name, %s) "
            + "from Dilemma d join Programme p on p.id = d.programmeId join Round r on r.id = d.roundId %s where " + DilemmaAccess.KNOWS + " and ";
    private static final String MINE = DilemmaAccess.onSeat("(select hs.id from Seat hs where hs.dilemmaId = d.id and hs.kind = HOST)");
    @Inject
    EntityManager em;

    @Override
    public List<Task> of(Actor actor) {
        String call = TASK.formatted("value(dl)", "join r.deadlines dl on key(dl) = CALL");
        // Once it runs, its own date counts.
        String matching = TASK.formatted("case when d.phase in (SUBMITTED, ACCEPTED) then value(dl) else d.endsAt end", "join r.deadlines dl on key(dl) = MATCHING");
        return Stream.of(
                tasks(actor, "finish-concept", 20, call + "d.phase = DRAFT and r.phase = CALL and " + MINE, "/dilemmas/%s/edit"),
                tasks(actor, "agree-to-seats", 3, matching + MINE
                        + " and exists (select 1 from Seat s where s.dilemmaId = d.id and s.status = PROPOSED)", "/dilemmas/%s#seats"),
                tasks(actor, "answer-invitation", 3, matching + "exists (select 1 from Seat si where " + DilemmaAccess.INVITATION + ")", "/dilemmas/%s"),
                tasks(actor, "close-dilemma", 15, TASK.formatted("d.endsAt", "") + "d.phase = HARVESTING and d.closedAt is null and " + MINE, "/dilemmas/%s#closing"),
                tasks(actor, "accept-dilemma", 10, matching + "d.phase = SUBMITTED and " + coordinated(), "/dilemmas/%s"),
                tasks(actor, "find-peers", 15, matching + "r.phase in (CALL, MATCHING) and " + coordinated() + " and " + DilemmaFinder.LACKS_PEERS, "/dilemmas/%s#seats")
        ).flatMap(List::stream).toList();
    }

    private static String coordinated() {
        return DilemmaAccess.COORDINATES;
    }

    private List<Task> tasks(Actor actor, String what, int minutes, String query, String link) {
        return em.createQuery(query + " order by d.id", Row.class).setParameter("me", actor.personId()).setParameter("gm", actor.municipality())
                .setMaxResults(50).getResultStream().map(row -> new Task(what, row.title, row.programme, row.dueAt, minutes, link.formatted(row.id))).toList();
    }

    @Override
    public List<Waiting> inRound(Actor actor, UUID roundId) {
        return Stream.of(
                waiting(actor, roundId, "finish-concept", "d.phase = DRAFT and r.phase = CALL and key(dl) = CALL", "h.name"),
                waiting(actor, roundId, "accept-dilemma", "d.phase = SUBMITTED and key(dl) = MATCHING", "'COORDINATOR'"),
                waiting(actor, roundId, "agree-to-seats", "key(dl) = MATCHING and exists (select 1 from Seat s where s.dilemmaId = d.id and s.status = PROPOSED)", "h.name"),
                em.createQuery("""
                                select new nl.klankbord.round.Asked$Waiting(coalesce(m.name, 'FACILITATOR'), 'answer-invitation', value(dl), d.id)
                                from Seat s join Dilemma d on d.id = s.dilemmaId join Round r on r.id = d.roundId join r.deadlines dl on key(dl) = MATCHING
                                left join Municipality m on m.code = s.municipalityCode
                                where d.roundId = :round and %s and s.status = INVITED order by s.id""".formatted(DilemmaAccess.COORDINATES), Waiting.class)
                        .setParameter("round", roundId).setParameter("me", actor.personId()).getResultList(),
                em.createQuery("""
                                select new nl.klankbord.round.Asked$Waiting(m.name, 'reflect', d.endsAt, d.id) from Seat s join Dilemma d on d.id = s.dilemmaId
                                join Municipality m on m.code = s.municipalityCode where d.roundId = :round and %s and d.phase = REFLECTING and s.kind = PEER
                                and s.acceptedAt is not null and s.reflectionSubmittedAt is null order by s.id""".formatted(DilemmaAccess.COORDINATES), Waiting.class)
                        .setParameter("round", roundId).setParameter("me", actor.personId()).getResultList(),
                em.createQuery("""
                                select new nl.klankbord.round.Asked$Waiting(h.name, 'close-dilemma', d.endsAt, d.id) from Dilemma d
                                join Municipality h on h.code = d.hostMunicipality where d.roundId = :round and %s and d.phase = HARVESTING and d.closedAt is null order by d.id""".formatted(DilemmaAccess.COORDINATES), Waiting.class)
                        .setParameter("round", roundId).setParameter("me", actor.personId()).getResultList()
        ).flatMap(List::stream).toList();
    }

    private List<Waiting> waiting(Actor actor, UUID roundId, String what, String condition, String who) {
        return em.createQuery("select new nl.klankbord.round.Asked$Waiting(" + who + ", '" + what + "', value(dl), d.id) from Dilemma d "
                        + "join Round r on r.id = d.roundId join r.deadlines dl join Municipality h on h.code = d.hostMunicipality "
                        + "where d.roundId = :round and " + DilemmaAccess.COORDINATES + " and " + condition + " order by d.id", Waiting.class)
                .setParameter("round", roundId).setParameter("me", actor.personId()).getResultList();
    }

    record Row(UUID id, String title, String programme, java.time.Instant dueAt) {}
}
