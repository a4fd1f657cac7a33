// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;

/** What the open rounds of a programme ask of its municipalities, for who coordinates it. */
@ApplicationScoped
public class BurdenFinder {
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    TimeTaken times;

    /** A dilemma at whose table the actor sat counts for nothing. */
    public Optional<Burden> of(Actor actor, UUID programmeId) {
        return programmes.visibleTo(actor, programmeId).filter(shown -> ProgrammePolicy.decide(shown.standing(actor), ProgrammePolicy.Action.MAKE_ROUND).granted()).map(shown -> {
            Estimate estimate = times.in(programmeId);
            Map<UUID, List<Row>> rounds = rows(actor, programmeId).stream().collect(Collectors.groupingBy(Row::roundId, java.util.LinkedHashMap::new, Collectors.toList()));
            return new Burden(programmeId, shown.minutesBudget(), rounds.values().stream().map(rows -> new Burden.OfRound(rows.getFirst().roundId, rows.getFirst().round,
                    rows.stream().map(row -> line(row, estimate.minutes(row.hosts, row.peers), shown.minutesBudget())).toList())).toList());
        });
    }

    private static Burden.Line line(Row row, int minutes, Integer budget) {
        return new Burden.Line(new Municipality.Ref(row.code, row.name), minutes, budget == null ? 0 : Math.max(0, minutes - budget));
    }

    private List<Row> rows(Actor actor, UUID programmeId) {
        return em.createQuery("""
                        select new nl.klankbord.board.BurdenFinder$Row(r.id, r.title, g.code, g.name, count(case when s.kind = HOST then 1 end), count(case when s.kind = PEER then 1 end))
                        from Seat s join Dilemma d on d.id = s.dilemmaId join Round r on r.id = d.roundId join Municipality g on g.code = s.municipalityCode
                        where r.programmeId = :programme and r.phase <> CLOSED and d.phase <> DRAFT and s.status = ACCEPTED and s.kind in (HOST, PEER) and %s
                        group by r.id, r.title, g.code, g.name order by r.id, g.name""".formatted(DilemmaAccess.COORDINATES), Row.class)
                .setParameter("programme", programmeId).setParameter("me", actor.personId()).getResultList();
    }

    record Row(UUID roundId, String round, String code, String name, long hosts, long peers) {}
}
