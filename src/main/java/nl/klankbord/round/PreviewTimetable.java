// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.SchoolHolidays;
import nl.klankbord.shared.Validation;
import nl.klankbord.shared.WorkingDays;

/** The dates a round would get, to look at before anything is saved. Changes nothing. */
@ApplicationScoped
public class PreviewTimetable {
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    RoundFinder rounds;
    @Inject
    Validation validation;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    /** Of a round that is not made yet; it need not have a name. */
    public Outcome<Preview> filled(Actor actor, UUID programmeId, PlanRound.Plan plan) {
        Decision decision = programmes.standing(actor, programmeId)
                .map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.MAKE_ROUND)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<FieldError> errors = validation.errors(plan).stream().filter(error -> !error.field().equals("title")).toList();
        return errors.isEmpty() ? fill(programmeId, plan) : new Outcome.Invalid<>(errors);
    }

    Outcome<Preview> fill(UUID programmeId, PlanRound.Plan plan) {
        Method method = em.find(Method.class, plan.methodKey());
        if (method == null || !method.isFor(programmeId)) {
            return Outcome.invalid("methodKey", "unknown-method");
        }
        String unfit = unfit(plan.opensOn(), clock.instant());
        if (unfit != null) {
            return Outcome.invalid("opensOn", unfit);
        }
        return Outcome.done(new Preview(null, Timetable.fill(method.workingDays(), plan.opensOn(), method.days(calendar)), Set.copyOf(method.holidayRegions())));
    }

    /** Why a round cannot open on a day, or null when it can. */
    static String unfit(LocalDate opensOn, Instant now) {
        LocalDate today = WorkingDays.dayOf(now);
        return opensOn.isBefore(today) ? "in-the-past" : opensOn.isAfter(today.plusYears(3)) ? "too-far-ahead" : null;
    }

    /** Of a round, when one stage ends at another moment and the later ones follow. */
    public Outcome<Preview> shifted(Actor actor, UUID roundId, Stage stage, Instant endsAt) {
        RoundFinder.Shown round = rounds.visibleTo(actor, roundId).orElse(null);
        Decision decision = decide(actor, round);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (stage == null || endsAt == null) {
            return Outcome.invalid(stage == null ? "phase" : "endsAt", "required");
        }
        Timetable current = rounds.timetable(actor, roundId);
        return shift(round, current, current, Map.of(stage, endsAt));
    }

    /**
     * The same for what was typed in a form.
     *
     * @param shown the dates the form had, so that a date counts as changed when somebody changed it there
     * @param typed what it has now
     */
    public Outcome<Preview> shifted(Actor actor, UUID roundId, Expected expected, Timetable shown, Timetable typed) {
        RoundFinder.Shown round = rounds.visibleTo(actor, roundId).orElse(null);
        Decision decision = decide(actor, round);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (!expected.is(round.version())) {
            return expected.stale();
        }
        Timetable current = rounds.timetable(actor, roundId);
        // What the form had comes from outside, too.
        boolean fits = shown.endsAt().keySet().equals(current.endsAt().keySet()) && shown.entries().stream().noneMatch(entry -> Timetable.beyondReason(entry.endsAt(), clock.instant()));
        Timetable before = fits ? shown : current;
        List<FieldError> missing = new ArrayList<>();
        Map<Stage, Instant> changes = new EnumMap<>(Stage.class);
        before.entries().forEach(entry -> {
            Instant end = typed.endsAt().get(entry.phase());
            if (end == null) {
                missing.add(new FieldError(entry.phase().name(), "required", List.of()));
            } else if (!end.equals(entry.endsAt())) {
                changes.put(entry.phase(), end);
            }
        });
        return missing.isEmpty() ? shift(round, current, before, changes) : new Outcome.Invalid<>(missing);
    }

    private static Decision decide(Actor actor, RoundFinder.Shown round) {
        return round == null ? Decision.HIDDEN : RoundPolicy.decide(round.standing(actor), round.phase(), RoundPolicy.Action.RESCHEDULE);
    }

    private Outcome<Preview> shift(RoundFinder.Shown round, Timetable current, Timetable from, Map<Stage, Instant> changes) {
        Instant now = clock.instant();
        List<FieldError> beyond = changes.entrySet().stream().filter(change -> Timetable.beyondReason(change.getValue(), now))
                .map(change -> new FieldError(change.getKey().name(), change.getValue().isBefore(now) ? "in-the-past" : "too-far-ahead", List.of())).toList();
        if (!beyond.isEmpty()) {
            return new Outcome.Invalid<>(beyond);
        }
        Method method = em.find(Method.class, round.methodKey());
        Timetable next = from.shift(changes, method.days(calendar));
        List<FieldError> errors = next.errors(current, round.phase(), now, calendar);
        return errors.isEmpty() ? Outcome.done(new Preview(current, next, Set.copyOf(method.holidayRegions()))) : new Outcome.Invalid<>(errors);
    }

    /**
     * @param was     the dates as they are; null for a round that is not made yet
     * @param skipped whose school holidays were not counted
     */
    public record Preview(Timetable was, Timetable next, Set<SchoolHolidays.Region> skipped) {}
}
