// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.shared.WorkingDays;

/** A date to be set before the silence, and a meeting to come to. */
@ApplicationScoped
class SessionAsked implements Asked {
    /** None yet, or one that an extension may have overtaken. */
    private static final String NO_DATE = "(d.phase = CLARIFYING and ns.id is null or d.phase = REFLECTING and ns.status = PLANNED)";
    @Inject
    EntityManager em;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    @Override
    public List<Task> of(Actor actor) {
        return Stream.concat(
                rows(actor, "select new nl.klankbord.session.SessionAsked$Row(d.id, d.title, p.name, d.endsAt, true, ns.startsAt) from Dilemma d join Programme p on p.id = d.programmeId "
                        + "left join Session ns on ns.dilemmaId = d.id where " + DilemmaAccess.IN_CIRCLE + " and " + DilemmaAccess.COORDINATES + " and " + NO_DATE).filter(this::lacksDate)
                        .map(row -> new Task("set-session", row.title, row.programme, row.dueAt, 5, "/dilemmas/" + row.id + "/session")),
                rows(actor, "select new nl.klankbord.session.SessionAsked$Row(d.id, d.title, p.name, s.startsAt, case when "
                        + DilemmaAccess.COORDINATES + " or " + DilemmaAccess.FACILITATES + " then true else false end, s.startsAt) from Session s join Dilemma d on d.id = s.dilemmaId "
                        + "join Programme p on p.id = d.programmeId where s.status = PLANNED and d.phase = SESSION and " + DilemmaAccess.IN_CIRCLE)
                        .flatMap(this::task)).toList();
    }

    /** To come to it, and when it has begun, for who leads it, to say that it was held. */
    private Stream<Task> task(Row row) {
        boolean begun = !row.dueAt.isAfter(clock.instant());
        String what = !begun ? "attend-session" : row.leads ? "finish-session" : null;
        return what == null ? Stream.empty() : Stream.of(new Task(what, row.title, row.programme, row.dueAt, begun ? 2 : 90, "/dilemmas/" + row.id + "#session"));
    }

    private Stream<Row> rows(Actor actor, String query) {
        return em.createQuery(query + " order by d.id", Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream();
    }

    @Override
    public List<Waiting> inRound(Actor actor, UUID roundId) {
        return Stream.concat(em.createQuery("select new nl.klankbord.session.SessionAsked$Row(d.id, '', '', d.endsAt, true, ns.startsAt) from Dilemma d left join Session ns on ns.dilemmaId = d.id "
                        + "where d.roundId = :round and " + DilemmaAccess.COORDINATES + " and " + NO_DATE + " order by d.id", Row.class).setParameter("round", roundId).setParameter("me", actor.personId())
                        .getResultStream().filter(this::lacksDate).map(row -> new Waiting("COORDINATOR", "set-session", row.dueAt, row.id)),
                em.createQuery("select new nl.klankbord.round.Asked$Waiting('FACILITATOR', 'finish-session', d.endsAt, d.id) from Session s join Dilemma d on d.id = s.dilemmaId "
                        + "where d.roundId = :round and " + DilemmaAccess.COORDINATES + " and d.phase = SESSION and s.status = PLANNED order by d.id", Waiting.class).setParameter("round", roundId).setParameter("me", actor.personId()).getResultStream()).toList();
    }

    private boolean lacksDate(Row row) {
        return row.startsAt == null || row.dueAt != null && WorkingDays.dayOf(row.startsAt).isBefore(SessionPlan.earliest(row.dueAt, calendar));
    }

    record Row(UUID id, String title, String programme, Instant dueAt, boolean leads, Instant startsAt) {}
}
