// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Attempt;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.Unmet;

/** Moves a round on, by hand or when its deadline has passed. */
@ApplicationScoped
public class MoveRound {
    @Inject
    EntityManager em;
    @Inject
    RoundFinder rounds;
    @Inject
    @All
    List<PhaseNeed> needs;
    @Inject
    Event<Round.Moved> moved;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<RoundPhase> to(Actor actor, UUID id, RoundPhase next) {
        Round round = em.find(Round.class, id, LockModeType.PESSIMISTIC_WRITE);
        Decision decision = rounds.visibleTo(actor, id)
                .map(shown -> RoundPolicy.decide(shown.standing(actor), round.phase(), RoundPolicy.Action.MOVE)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (next == null) {
            return Outcome.invalid("to", "required");
        }
        // A round closes by itself, when its last dilemma does.
        return !round.phase().canMoveTo(next) || next == RoundPhase.CLOSED ? Outcome.refused(Reason.WRONG_PHASE) : move(actor, round, next);
    }

    /** Moves every round whose deadline has passed and that lacks nothing; the number that moved. */
    @ActivateRequestContext
    public int due(Actor actor) {
        List<UUID> due = em.createQuery("""
                        select r.id from Round r join r.deadlines d where r.phase in (nl.klankbord.round.RoundPhase.CALL, nl.klankbord.round.RoundPhase.MATCHING)
                        and cast(key(d) as string) = cast(r.phase as string) and value(d) <= :now""", UUID.class)
                .setParameter("now", clock.instant()).getResultList();
        // Each in a transaction of its own, so that one that cannot move holds no other.
        return (int) due.stream().filter(id -> Attempt.of("move of round", id, () -> moveIfDue(actor, id))).count();
    }

    private boolean moveIfDue(Actor actor, UUID id) {
        Round round = em.find(Round.class, id, LockModeType.PESSIMISTIC_WRITE);
        RoundPhase next = round.phase() == RoundPhase.CALL ? RoundPhase.MATCHING : RoundPhase.RUNNING;
        boolean still = (round.phase() == RoundPhase.CALL || round.phase() == RoundPhase.MATCHING)
                && !round.timetable().endsAt().get(Stage.valueOf(round.phase().name())).isAfter(clock.instant());
        return still && move(actor, round, next) instanceof Outcome.Done;
    }

    private Outcome<RoundPhase> move(Actor actor, Round round, RoundPhase next) {
        List<Unmet> unmet = needs.stream().flatMap(need -> need.unmet(round.id(), next).stream()).toList();
        if (!unmet.isEmpty()) {
            return new Outcome.Blocked<>(unmet);
        }
        em.persist(round.moveTo(next, Actor.doer(actor), clock.instant()));
        audit.note(actor, Audit.Deed.of(AuditKind.ROUND_MOVED, round.programmeId(), round.id()).as(next));
        moved.fire(new Round.Moved(round.id(), round.programmeId(), next, Actor.doer(actor)));
        return Outcome.done(next);
    }

    /** Closes a round whose last dilemma has ended. Called in the transaction that ended it. */
    public void closeIfRunning(Actor actor, UUID id) {
        Round round = em.find(Round.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (round.phase() == RoundPhase.RUNNING) {
            move(actor, round, RoundPhase.CLOSED);
        }
    }
}
