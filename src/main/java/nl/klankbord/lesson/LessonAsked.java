// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.WaitingFor;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.round.Asked;

/** What learning asks: of those behind a lesson a yes or no, of the coordinator to harvest. */
@ApplicationScoped
class LessonAsked implements Asked {
    private static final String UNHARVESTED = "d.phase = HARVESTING and not exists (select 1 from PatternObservation po join Observation o on o.id = po.observationId where o.dilemmaId = d.id)";
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    @Override
    public List<Task> of(Actor actor) {
        return Stream.concat(
                rows(actor, "select new nl.klankbord.lesson.LessonAsked$Row(l.id, l.title, p.name, min(k.dueAt)) from LessonConsent k join Lesson l on l.id = k.lessonId "
                        + "join Programme p on p.id = l.programmeId where l.status = DRAFT and " + ConsentAccess.OPEN + " and " + ConsentAccess.ASKED_OF_ME
                        + " and " + LessonAccess.RULES + " group by l.id, l.title, p.name order by l.id")
                        .map(row -> new Task("give-consent", row.title, row.programme, row.dueAt, ConsentMail.MINUTES_TO_ANSWER, "/lessons/" + row.id + "#consent")),
                rows(actor, "select new nl.klankbord.lesson.LessonAsked$Row(d.id, d.title, p.name, d.endsAt) from Dilemma d join Programme p on p.id = d.programmeId where "
                        + UNHARVESTED + " and " + DilemmaAccess.IN_CIRCLE + " and " + ProgrammeAccess.has(Role.COORDINATOR, "d.programmeId") + " order by d.id")
                        .map(row -> new Task("harvest", row.title, row.programme, row.dueAt, 30, "/dilemmas/" + row.id + "/harvest"))).toList();
    }

    private Stream<Row> rows(Actor actor, String query) {
        return em.createQuery(query, Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream();
    }

    /** By municipality; after the ten days nobody is waited for. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return Stream.concat(em.createQuery("""
                        select distinct new nl.klankbord.lesson.LessonAsked$Line(coalesce(m.name, case when s.id is null then 'COORDINATOR' when s.kind = GUEST then 'GUEST' else 'FACILITATOR' end), k.dueAt, d.id,
                         case when k.kind = HOST then hs.id else s.id end, k.askedAt) from LessonConsent k
                        join Lesson l on l.id = k.lessonId join PatternObservation po on po.patternId = l.patternId join Observation o on o.id = po.observationId
                        join Dilemma d on d.id = o.dilemmaId left join Contribution c on c.id = o.sourceId left join Seat s on s.id = c.seatId left join Seat hs on hs.dilemmaId = d.id and hs.kind = HOST
                        left join Municipality m on m.code = case when k.kind = HOST then d.hostMunicipality else s.municipalityCode end
                        where d.roundId in :rounds and l.status = DRAFT and k.given is null and k.dueAt > :now and %s and %s
                         and (k.kind = HOST and k.dilemmaId = d.id or k.kind = AUTHOR and %s)""".formatted(ObservationAccess.LIVE, DilemmaAccess.COORDINATES, ContributionAccess.writes("k.personId")), Line.class)
                .setParameter("rounds", roundIds).setParameter("me", actor.personId()).setParameter("now", clock.instant()).getResultStream()
                .map(line -> new Waiting(line.who, "give-consent", line.dueAt, line.id, line.seatId, line.since, ConsentMail.MINUTES_TO_ANSWER, "/")),
                em.createQuery("select new nl.klankbord.lesson.LessonAsked$Line('COORDINATOR', d.endsAt, d.id, d.id, " + WaitingFor.ENTERED + ") from Dilemma d where d.roundId in :rounds and " + DilemmaAccess.COORDINATES + " and "
                        + UNHARVESTED + " order by d.id", Line.class).setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream()
                .map(line -> new Waiting(line.who, "harvest", line.dueAt, line.id, null, line.since, 30, "/dilemmas/" + line.id + "/harvest"))).toList();
    }

    record Row(UUID id, String title, String programme, Instant dueAt) {}

    record Line(String who, Instant dueAt, UUID id, UUID seatId, Instant since) {}
}
