// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.round.Asked;

/** A round that cannot begin asks its coordinator for what it lacks: once its date has passed, or when there is nothing to choose peers for. */
@ApplicationScoped
class HeldRoundAsked implements Asked {
    private static final int MINUTES = 10;
    private static final String IN_IT = "(select count(d.id) from Dilemma d where d.roundId = r.id and %s)";
    private static final String ROWS = """
            select new nl.klankbord.dilemma.HeldRoundAsked$Row(r.id, r.title, p.name, value(dl), (select max(mv.movedAt) from RoundMove mv where mv.roundId = r.id), %s, %s, %s, %s)
            from Round r join Programme p on p.id = r.programmeId join r.deadlines dl on key(dl) = MATCHING where r.phase = MATCHING and %s and %s""".formatted(
            IN_IT.formatted("d.phase = SUBMITTED"), IN_IT.formatted("d.phase = ACCEPTED"), IN_IT.formatted(DilemmaFinder.SEATED), IN_IT.formatted(DilemmaFinder.LACKS_PEERS),
            ProgrammeAccess.rulesAccepted("r.programmeId"), ProgrammeAccess.has(Role.COORDINATOR, "r.programmeId"));
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    @Override
    public List<Task> of(Actor actor) {
        Instant now = clock.instant();
        return rows(actor, ROWS).setMaxResults(50).getResultStream().filter(row -> row.held(now)).map(row -> new Task(row.what(), row.title, row.programme, row.dueAt, MINUTES, row.path())).toList();
    }

    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        Instant now = clock.instant();
        return rows(actor, ROWS + " and r.id in :rounds").setParameter("rounds", roundIds).getResultStream().filter(row -> row.held(now))
                .map(row -> Waiting.ofRound(row.id, row.what(), row.dueAt, row.since, MINUTES, row.path())).toList();
    }

    private TypedQuery<Row> rows(Actor actor, String query) {
        return em.createQuery(query + " order by r.id", Row.class).setParameter("me", actor.personId());
    }

    /** @param ready how many of those accepted have their seats filled: one is enough; @param lacking of how many nobody more is asked */
    record Row(UUID id, String title, String programme, Instant dueAt, Instant since, long submitted, long accepted, long ready, long lacking) {
        boolean held(Instant now) {
            return ready == 0 && (isEmpty() || !dueAt.isAfter(now));
        }

        boolean isEmpty() {
            return submitted == 0 && accepted == 0;
        }

        String what() {
            return isEmpty() ? "round-is-empty" : accepted == 0 ? "round-lacks-dilemma" : "round-lacks-peers";
        }

        String path() {
            return "/rounds/" + id + (isEmpty() ? "#next" : accepted == 0 ? "#dilemmas" : lacking > 0 ? "/matching" : "#waiting");
        }
    }
}
