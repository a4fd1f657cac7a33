// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Circle;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.MoveNeed;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.WaitingFor;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.programme.Role;
import nl.klankbord.round.Asked;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.WorkingDays;

/** All rounds of a programme that are not closed, for who coordinates it. As many statements for forty dilemmas as for one. */
@ApplicationScoped
public class BoardFinder {
    private static final String OF_ROUNDS = " where d.roundId in :rounds and " + DilemmaAccess.COORDINATES;
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    WaitingFor waitingFor;
    @Inject
    TimeTaken times;
    @Inject
    @All
    List<MoveNeed> needs;
    @Inject
    Clock clock;

    /** The most urgent first; empty for who does not coordinate it. */
    public Optional<Board> of(Actor actor, UUID programmeId, Board.Filter filter, Cursor cursor) {
        return programmes.visibleTo(actor, programmeId).filter(shown -> ProgrammePolicy.decide(shown.standing(actor), ProgrammePolicy.Action.MAKE_ROUND).granted()).map(shown -> {
            List<Board.OpenRound> rounds = rounds(actor, programmeId);
            List<UUID> asked = rounds.stream().map(Board.OpenRound::id).filter(id -> filter.round() == null || filter.round().equals(id)).toList();
            Estimate estimate = times.in(programmeId);
            List<Asked.Waiting> waiting = waitingFor.inRounds(actor, asked).stream().map(one -> one.taking(estimate.corrected(one.what(), one.minutes()))).toList();
            List<Board.Line> lines = asked.isEmpty() ? List.of() : lines(actor, asked, waiting).stream().filter(line -> !filter.late() || line.anyLate()).toList();
            return new Board(programmeId, shown.name(), rounds, filter, held(rounds, waiting).filter(line -> !filter.late() || line.anyLate()).toList(), page(lines, cursor));
        });
    }

    private Stream<Board.RoundLine> held(List<Board.OpenRound> rounds, List<Asked.Waiting> waiting) {
        Instant now = clock.instant();
        Map<UUID, List<Board.Waiting>> byRound = waiting.stream().filter(one -> one.roundId() != null)
                .collect(Collectors.groupingBy(Asked.Waiting::roundId, Collectors.mapping(one -> waiting(one, null, false, now), Collectors.toList())));
        return rounds.stream().filter(round -> byRound.containsKey(round.id())).map(round -> new Board.RoundLine(round.id(), round.title(), byRound.get(round.id())));
    }

    private List<Board.OpenRound> rounds(Actor actor, UUID programmeId) {
        return em.createQuery("select new nl.klankbord.board.Board$OpenRound(r.id, r.title) from Round r where r.programmeId = :programme and r.phase <> CLOSED and "
                        + ProgrammeAccess.has(Role.COORDINATOR, "r.programmeId") + " and " + ProgrammeAccess.rulesAccepted("r.programmeId") + " order by r.id", Board.OpenRound.class)
                .setParameter("programme", programmeId).setParameter("me", actor.personId()).getResultList();
    }

    private List<Board.Line> lines(Actor actor, List<UUID> roundIds, List<Asked.Waiting> asked) {
        Instant now = clock.instant();
        List<Row> rows = em.createQuery("select new nl.klankbord.board.BoardFinder$Row(d.id, d.programmeId, d.roundId, r.title, r.phase, case when d.phase <> DRAFT then d.title end, h.name, d.phase, d.circle, "
                        + WaitingFor.ENTERED + ", d.createdAt, case when d.phase in (DRAFT, SUBMITTED, ACCEPTED) then value(dl) else d.endsAt end, d.pausedAt) "
                        + "from Dilemma d join Round r on r.id = d.roundId join Municipality h on h.code = d.hostMunicipality left join r.deadlines dl on "
                        // A concept that stayed behind waits for the next call.
                        + "(key(dl) = CALL and d.phase = DRAFT and r.phase in (DRAFT, CALL) or key(dl) = MATCHING and d.phase in (SUBMITTED, ACCEPTED))"
                        + OF_ROUNDS + " and d.phase <> CLOSED", Row.class).setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultList();
        Map<UUID, List<Asked.Waiting>> waiting = asked.stream().filter(one -> one.dilemmaId() != null).collect(Collectors.groupingBy(Asked.Waiting::dilemmaId));
        Map<Reminder.Of, Instant> reminded = reminded(actor, roundIds);
        Map<UUID, List<String>> left = left(actor, roundIds);
        Map<UUID, List<String>> held = held(actor, rows.stream().filter(row -> row.late(now) && row.phase.stage().isPresent()).map(Row::id).toList());
        return rows.stream().map(row -> line(row, left.getOrDefault(row.id, List.of()), waiting.getOrDefault(row.id, List.of()), reminded, held.getOrDefault(row.id, List.of()), now))
                .sorted(Comparator.comparing(Board.Line::isHidden, Comparator.reverseOrder()).thenComparing(line -> line.urgent().orElse(Instant.MAX)).thenComparing(Board.Line::id)).toList();
    }

    private Map<Reminder.Of, Instant> reminded(Actor actor, List<UUID> roundIds) {
        return em.createQuery("select new nl.klankbord.board.BoardFinder$Reminded(rm.dilemmaId, rm.seatId, rm.what, max(rm.remindedAt)) from Reminder rm join Dilemma d on d.id = rm.dilemmaId"
                        + OF_ROUNDS + " group by rm.dilemmaId, rm.seatId, rm.what", Reminded.class).setParameter("rounds", roundIds).setParameter("me", actor.personId())
                .getResultStream().collect(Collectors.toMap(one -> new Reminder.Of(one.dilemmaId, one.seatId, one.what), Reminded::at));
    }

    /** Who left while it ran and could still be replaced; one of the same municipality that came back is not gone. */
    private Map<UUID, List<String>> left(Actor actor, List<UUID> roundIds) {
        return em.createQuery("select new nl.klankbord.board.BoardFinder$Gone(d.id, coalesce(m.name, 'GUEST')) from Seat s join Dilemma d on d.id = s.dilemmaId left join Municipality m on m.code = s.municipalityCode"
                        + OF_ROUNDS + " and d.phase in (CLARIFYING, REFLECTING, SESSION) and s.kind in (PEER, GUEST) and s.status = LEFT and s.acceptedAt is not null and not exists (select 1 from Seat o "
                        + "where o.dilemmaId = d.id and o.municipalityCode = s.municipalityCode and o.status in (PROPOSED, INVITED, ACCEPTED))", Gone.class)
                .setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream().distinct().sorted(Comparator.comparing(Gone::who)).collect(Collectors.groupingBy(Gone::dilemmaId, Collectors.mapping(Gone::who, Collectors.toList())));
    }

    /** What holds those whose date has passed. */
    private Map<UUID, List<String>> held(Actor actor, List<UUID> late) {
        Map<UUID, List<String>> held = new HashMap<>();
        if (!late.isEmpty()) {
            List<Dilemma> overdue = em.createQuery("select distinct d from Dilemma d left join fetch d.deadlines where d.id in :late and " + DilemmaAccess.COORDINATES, Dilemma.class)
                    .setParameter("late", late).setParameter("me", actor.personId()).getResultList();
            needs.forEach(need -> need.unmet(overdue).forEach((id, lacking) -> held.computeIfAbsent(id, one -> new ArrayList<>()).addAll(lacking)));
        }
        return held;
    }

    private static Board.Line line(Row row, List<String> left, List<Asked.Waiting> waiting, Map<Reminder.Of, Instant> reminded, List<String> needs, Instant now) {
        boolean mayRemind = DilemmaPolicy.decide(row.standing(now), BoardDeed.REMIND).granted();
        return new Board.Line(row.id, row.roundId, row.round, row.title, row.host, row.phase, row.phase == Phase.DRAFT ? row.createdAt : row.entered, row.until, row.pausedAt, row.late(now), DilemmaPolicy.decide(row.standing(now), DilemmaDeed.EXTEND).granted(), left,
                waiting.stream().map(one -> waiting(one, reminded.get(new Reminder.Of(row.id, one.seatId(), one.what())), mayRemind, now)).toList(),
                needs.stream().map(key -> Board.Need.of(key, row.id)).toList());
    }

    private static Board.Waiting waiting(Asked.Waiting one, Instant reminded, boolean mayRemind, Instant now) {
        boolean today = reminded != null && WorkingDays.dayOf(reminded).equals(WorkingDays.dayOf(now));
        return new Board.Waiting(one.who(), one.what(), one.dueAt(), one.dueAt() != null && one.dueAt().isBefore(now), one.since(), one.seatId(), one.minutes(), one.path(), reminded, today,
                mayRemind && one.seatId() != null && !today);
    }

    private static Cursor.Items<Board.Line> page(List<Board.Line> lines, Cursor cursor) {
        int from = lines.stream().map(Board.Line::id).toList().indexOf(cursor.after()) + 1;
        return cursor.page(lines.subList(from, Math.min(lines.size(), from + cursor.limit() + 1)), Board.Line::id);
    }

    record Row(UUID id, UUID programmeId, UUID roundId, String round, RoundPhase roundPhase, String title, String host, Phase phase, Circle circle, Instant entered, Instant createdAt,
               Instant until, Instant pausedAt) {
        boolean late(Instant now) {
            return until != null && until.isBefore(now);
        }

        /** The query found it because the actor coordinates it and accepted the house rules. */
        Standing standing(Instant now) {
            return new Standing(id, programmeId, roundId, roundPhase, phase, circle, !late(now), pausedAt != null, true, true, true, null, null, false, null);
        }
    }

    record Gone(UUID dilemmaId, String who) {}

    record Reminded(UUID dilemmaId, UUID seatId, String what, Instant at) {}
}
