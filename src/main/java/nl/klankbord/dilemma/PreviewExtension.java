// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Method;
import nl.klankbord.round.PreviewTimetable.Preview;
import nl.klankbord.round.Round;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.WorkingDays;

/** The dates a dilemma would get from a later end of its present phase, to look at before anything is saved. Changes nothing. */
@ApplicationScoped
public class PreviewExtension {
    private static final Duration LONGEST = Duration.ofDays(730);
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    public Outcome<Preview> of(Actor actor, UUID id, Instant until) {
        Decision decision = standings.decide(actor, id, DilemmaDeed.EXTEND);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Dilemma dilemma = em.find(Dilemma.class, id);
        String unfit = unfit(dilemma, until);
        if (unfit != null) {
            return Outcome.invalid("until", unfit);
        }
        Method method = em.find(Method.class, em.find(Round.class, dilemma.roundId()).methodKey());
        return Outcome.done(new Preview(dilemma.toCome(), dilemma.extended(until, method.days(calendar)), Set.copyOf(method.holidayRegions())));
    }

    /** Why the present phase cannot end then, or null when it can. */
    String unfit(Dilemma dilemma, Instant until) {
        return until == null ? "required" : !until.isAfter(dilemma.endsAt()) ? "only-later" : until.isBefore(clock.instant()) ? "in-the-past"
                : until.isAfter(clock.instant().plus(LONGEST)) ? "too-far-ahead" : Timetable.unfit(until, calendar);
    }
}
