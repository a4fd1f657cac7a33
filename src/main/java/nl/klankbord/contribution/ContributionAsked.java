// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** What the conversation asks: questions, answers, a reflection, and the host's answer to each peer. */
@ApplicationScoped
class ContributionAsked implements Asked {
    private static final String TASK = "select new nl.klankbord.contribution.ContributionAsked$Row(d.id, d.title, h.name, d.endsAt) from Dilemma d "
            + "join Municipality h on h.code = d.hostMunicipality where " + DilemmaAccess.IN_CIRCLE + " and exists (select 1 from SeatPerson ap join Seat s on s.id = ap.seatId "
            + "where ap.dilemmaId = d.id and ap.personId = :me and ap.leftAt is null and ";
    private static final String UNANSWERED = "exists (select 1 from Contribution q where q.dilemmaId = d.id and q.kind = QUESTION and q.withdrawnAt is null "
            + "and not exists (select 1 from Contribution an where an.inReplyTo = q.id and an.withdrawnAt is null))";
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
                .map(row -> new Task(what, row.title, row.host, row.dueAt, minutes, "/dilemmas/" + row.id + link)).toList();
    }

    @Override
    public List<Waiting> inRound(Actor actor, UUID roundId) {
        return Stream.concat(waiting(actor, roundId, "answer-questions", "d.phase = CLARIFYING and " + UNANSWERED), waiting(actor, roundId, "answer-peers", "d.phase = HARVESTING and " + UNHEARD)).toList();
    }

    private Stream<Waiting> waiting(Actor actor, UUID roundId, String what, String condition) {
        return em.createQuery("select new nl.klankbord.round.Asked$Waiting(h.name, '" + what + "', d.endsAt, d.id) from Dilemma d join Municipality h on h.code = d.hostMunicipality "
                        + "where d.roundId = :round and " + DilemmaAccess.COORDINATES + " and " + condition + " order by d.id", Waiting.class)
                .setParameter("round", roundId).setParameter("me", actor.personId()).getResultStream();
    }

    record Row(UUID id, String title, String host, Instant dueAt) {}
}
