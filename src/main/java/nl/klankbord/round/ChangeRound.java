// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.OneLine;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;
import nl.klankbord.shared.WorkingDays;

/** Gives a round in preparation another name or another first day, or takes one away that holds nothing. */
@ApplicationScoped
public class ChangeRound {
    @Inject
    EntityManager em;
    @Inject
    RoundFinder rounds;
    @Inject
    @All
    List<RoundContents> contents;
    @Inject
    Audit audit;
    @Inject
    Validation validation;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    /** With another first day every date moves along, each as many working days after the one before as it was. */
    @Transactional
    public Outcome<UUID> change(Actor actor, UUID id, Expected expected, Basics basics) {
        Round round = em.find(Round.class, id, LockModeType.PESSIMISTIC_WRITE);
        Decision decision = decide(actor, round, RoundPolicy.Action.CHANGE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!expected.is(round.version())) {
            return expected.stale();
        }
        List<FieldError> errors = validation.errors(basics);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        boolean moves = !basics.opensOn.equals(round.opensOn());
        String unfit = moves ? PreviewTimetable.unfit(basics.opensOn, clock.instant()) : null;
        if (unfit != null) {
            return Outcome.invalid("opensOn", unfit);
        }
        if (moves) {
            round.reschedule(round.timetable().opening(round.opensOn(), basics.opensOn, em.find(Method.class, round.methodKey()).days(calendar)));
        }
        round.change(basics.title, basics.opensOn);
        audit.note(actor, Audit.Deed.of(AuditKind.ROUND_CHANGED, round.programmeId(), id));
        return Outcome.done(id);
    }

    /** The answer names its programme, which is where one goes from there. */
    @Transactional
    public Outcome<UUID> remove(Actor actor, UUID id) {
        Round round = em.find(Round.class, id, LockModeType.PESSIMISTIC_WRITE);
        Decision decision = decide(actor, round, RoundPolicy.Action.REMOVE);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (contents.stream().anyMatch(module -> module.holds(id))) {
            return Outcome.refused(Reason.ROUND_IN_USE);
        }
        em.createQuery("delete from RoundMove m where m.roundId = :id").setParameter("id", id).executeUpdate();
        em.remove(round);
        audit.note(actor, Audit.Deed.of(AuditKind.ROUND_REMOVED, round.programmeId(), id));
        return Outcome.done(round.programmeId());
    }

    private Decision decide(Actor actor, Round round, RoundPolicy.Action action) {
        return round == null ? Decision.HIDDEN : rounds.visibleTo(actor, round.id()).map(shown -> RoundPolicy.decide(shown.standing(actor), round.phase(), action)).orElse(Decision.HIDDEN);
    }

    public record Basics(@NotBlank(message = "{required}") @Size(max = 120, message = "{too-long}") String title, @NotNull(message = "{required}") LocalDate opensOn) {
        public Basics {
            title = OneLine.of(title);
        }
    }
}
