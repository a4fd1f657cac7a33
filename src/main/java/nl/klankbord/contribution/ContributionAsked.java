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
import nl.klankbord.dilemma.WaitingFor;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** What the conversation asks: questions, answers, a reflection, and the host's answer to each peer. */
@ApplicationScoped
class ContributionAsked implements Asked {
    private static final String TASK = "select new nl.klankbord.contribution.ContributionAsked$Row(d.id, d.title, h.name, d.endsAt) from Dilemma d "
            + "join Municipality h on h.code = d.hostMunicipality where " + DilemmaAccess.IN_CIRCLE + " and exists (select 1 from SeatPerson ap join Seat s on s.id = ap.seatId "
            + "where ap.dilemmaId = d.id and ap.personId = :me and ap.leftAt is null and ";
    private static final String OPEN_QUESTION = "from Contribution q where q.dilemmaId = d.id and q.kind = QUESTION and q.withdrawnAt is null and q.hiddenAt is null "
            + "and not exists (select 1 from Contribution an where an.inReplyTo = q.id and an.withdrawnAt is null)";
    private static final String UNANSWERED = "exists (select 1 " + OPEN_QUESTION + ")";
    private static final String UNHEARD = "exists (select 1 from Seat ps where ps.dilemmaId = d.id and ps.kind in (PEER, GUEST) and ps.reflectionSubmittedAt is not null and ps.hostChoice is null)";
    @Inject
    EntityManager em;

    @Override
    public List<Task> of(Actor actor) {
        return Stream.of(
                tasks(actor, "ask-questions", 10, "s.kind in (PEER, GUEST)) and d.phase = CLARIFYING and not exists (select 1 from Contribution q where q.dilemmaId = d.id and q.authorId = :me)", "#remark"),
                tasks(actor, "answer-questions", 10, "s.kind = HOST) and d.phase = CLARIFYING and " + UNANSWERED, "#conversation"),
                tasks(actor, "reflect", 25, "s.kind in (PEER, GUEST) and s.reflectionSubmittedAt is null) and d.phase = REFLECTING", "/reflection"),
                tasks(actor, "answer-peers", 15, "s.kind = HOST) and d.phase = HARVESTING and " + UNHEARD, "#closing")
        ).flatMap(List::stream).toList();
    }

    private List<Task> tasks(Actor actor, String what, int minutes, String condition, String link) {
        return em.createQuery(TASK + condition + " order by d.id", Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream()
                .map(row -> new Task(what, row.title, row.host, row.dueAt, minutes, "/dilemmas/" + row.id + link, row.id)).toList();
    }

    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return Stream.concat(waiting(actor, roundIds, "answer-questions", 10, "#conversation", "d.phase = CLARIFYING and " + UNANSWERED, "(select min(q.createdAt) " + OPEN_QUESTION + ")"),
                waiting(actor, roundIds, "answer-peers", 15, "#closing", "d.phase = HARVESTING and " + UNHEARD, WaitingFor.ENTERED)).toList();
    }

    private Stream<Waiting> waiting(Actor actor, Collection<UUID> roundIds, String what, int minutes, String path, String condition, String since) {
        return em.createQuery("select new nl.klankbord.contribution.ContributionAsked$Line(h.name, d.endsAt, d.id, hs.id, " + since + ") from Dilemma d join Municipality h on h.code = d.hostMunicipality "
                        + "join Seat hs on hs.dilemmaId = d.id and hs.kind = HOST where d.roundId in :rounds and " + DilemmaAccess.COORDINATES + " and " + condition + " order by d.id", Line.class)
                .setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream()
                .map(line -> new Waiting(line.host, what, line.dueAt, line.id, line.seatId, line.since, minutes, "/dilemmas/" + line.id + path));
    }

    record Row(UUID id, String title, String host, Instant dueAt) {}

    record Line(String host, Instant dueAt, UUID id, UUID seatId, Instant since) {}
}
