// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.Stage;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.WorkingDays;

/**
 * What a round's coordinator is asked once before she moves it by hand, as nothing brings it back.
 *
 * @param until     the day that her step would come before; null when that is over
 * @param submitted how many dilemmas wait to be accepted
 */
record RoundQuestion(RoundPhase to, LocalDate until, long submitted) {

    /** Null when there is nothing to ask. */
    static RoundQuestion of(RoundFinder.Shown round, RoundPhase to, Timetable dates, List<DilemmaFinder.Listed> dilemmas, Instant now) {
        LocalDate until = until(round, dates, now);
        long submitted = to == RoundPhase.CALL ? 0 : dilemmas.stream().filter(one -> one.phase() == Phase.SUBMITTED).count();
        return until == null && submitted == 0 ? null : new RoundQuestion(to, until, submitted);
    }

    private static LocalDate until(RoundFinder.Shown round, Timetable dates, Instant now) {
        if (round.phase() == RoundPhase.DRAFT) {
            return round.opensOn().isAfter(WorkingDays.dayOf(now)) ? round.opensOn() : null;
        }
        Instant end = dates.endsAt().get(Stage.valueOf(round.phase().name()));
        return end != null && end.isAfter(now) ? WorkingDays.dayOf(end) : null;
    }
}
