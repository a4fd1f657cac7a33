// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.OneLine;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Validation;
import nl.klankbord.shared.WorkingDays;

/** Makes a round from a method and changes its dates. */
@ApplicationScoped
public class PlanRound {
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    RoundFinder rounds;
    @Inject
    PreviewTimetable previews;
    @Inject
    Audit audit;
    @Inject
    Validation validation;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    @Transactional
    public Outcome<UUID> make(Actor actor, UUID programmeId, Plan plan) {
        Decision decision = programmes.standing(actor, programmeId)
                .map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MAKE_ROUND)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        var errors = validation.errors(plan);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        // Whoever would change the method waits until this round is there, and then may not.
        em.find(Method.class, plan.methodKey(), LockModeType.PESSIMISTIC_READ);
        Outcome<PreviewTimetable.Preview> dates = previews.fill(programmeId, plan);
        if (!(dates instanceof Outcome.Done<PreviewTimetable.Preview>(PreviewTimetable.Preview(Timetable was, Timetable timetable, var skipped)))) {
            return dates.map(none -> null);
        }
        Round round = new Round(programmeId, plan.title(), plan.methodKey(), plan.opensOn(), timetable, clock.instant());
        em.persist(round);
        audit.note(actor, Audit.Deed.of(AuditKind.ROUND_MADE, programmeId, round.id()));
        return Outcome.done(round.id());
    }

    /** New dates for the stages still to come. Dilemmas that run already keep the dates they began with. */
    @Transactional
    public Outcome<UUID> reschedule(Actor actor, UUID id, Expected expected, List<Timetable.Entry> entries) {
        Round round = em.find(Round.class, id, LockModeType.PESSIMISTIC_WRITE);
        Decision decision = rounds.visibleTo(actor, id)
                .map(shown -> RoundPolicy.decide(shown.standing(actor), round.phase(), RoundPolicy.Action.RESCHEDULE)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!expected.is(round.version())) {
            return expected.stale();
        }
        Map<Stage, java.time.Instant> ends = new EnumMap<>(Stage.class);
        for (Timetable.Entry entry : entries) {
            if (entry == null || entry.phase() == null || entry.endsAt() == null) {
                return Outcome.invalid("timetable", "required");
            }
            ends.put(entry.phase(), entry.endsAt());
        }
        Timetable timetable = new Timetable(ends);
        List<FieldError> errors = timetable.errors(round.timetable(), round.phase(), clock.instant(), calendar);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        round.reschedule(timetable);
        audit.note(actor, Audit.Deed.of(AuditKind.TIMETABLE_CHANGED, round.programmeId(), id));
        return Outcome.done(id);
    }

    public record Plan(@NotBlank(message = "{required}") @Size(max = 120, message = "{too-long}") String title,
                       @NotBlank(message = "{required}") String methodKey, @NotNull(message = "{required}") LocalDate opensOn) {
        public Plan {
            title = OneLine.of(title);
        }
    }
}
