// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.WaitingFor;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.round.Who;
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
                        + "left join Session ns on ns.dilemmaId = d.id where " + DilemmaAccess.IN_CIRCLE + " and " + DilemmaAccess.COORDINATES + " and " + NO_DATE).filter(row -> lacksDate(row.startsAt, row.dueAt))
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
        return what == null ? Stream.empty() : Stream.of(new Task(what, row.title, row.programme, row.dueAt, begun ? 2 : 90, "/dilemmas/" + row.id + "#session", row.id));
    }

    private Stream<Row> rows(Actor actor, String query) {
        return em.createQuery(query + " order by d.id", Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream();
    }

    /** A date of the coordinator; from the moment it begins, that who leads it says it was held. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return Stream.concat(
                lines(actor, roundIds, "select new nl.klankbord.session.SessionAsked$Line(d.id, d.endsAt, ns.id, ns.startsAt, " + WaitingFor.ENTERED + ") from Dilemma d left join Session ns on ns.dilemmaId = d.id "
                        + "where d.roundId in :rounds and " + DilemmaAccess.COORDINATES + " and " + NO_DATE).filter(line -> lacksDate(line.startsAt, line.dueAt))
                        // When an extension overtook a date nobody wrote down.
                        .map(line -> new Waiting(Who.COORDINATOR, "set-session", line.dueAt, line.id, null, line.startsAt == null ? line.since : null, 5, "/dilemmas/" + line.id + "/session")),
                lines(actor, roundIds, "select new nl.klankbord.session.SessionAsked$Line(d.id, d.endsAt, fs.id, s.startsAt, s.startsAt) from Session s join Dilemma d on d.id = s.dilemmaId "
                        + "left join Seat fs on fs.dilemmaId = d.id and fs.kind = FACILITATOR and fs.status = ACCEPTED where d.roundId in :rounds and " + DilemmaAccess.COORDINATES
                        + " and d.phase = SESSION and s.status = PLANNED").filter(line -> !line.startsAt.isAfter(clock.instant()))
                        .map(line -> new Waiting(line.seatId == null ? Who.COORDINATOR : new Who(Who.Role.FACILITATOR, null), "finish-session", line.dueAt, line.id, line.seatId, line.since, 2, "/dilemmas/" + line.id + "#session"))).toList();
    }

    private Stream<Line> lines(Actor actor, Collection<UUID> roundIds, String query) {
        return em.createQuery(query + " order by d.id", Line.class).setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream();
    }

    private boolean lacksDate(Instant startsAt, Instant dueAt) {
        return startsAt == null || dueAt != null && WorkingDays.dayOf(startsAt).isBefore(SessionPlan.earliest(dueAt, calendar));
    }

    record Row(UUID id, String title, String programme, Instant dueAt, boolean leads, Instant startsAt) {}

    record Line(UUID id, Instant dueAt, UUID seatId, Instant startsAt, Instant since) {}
}
