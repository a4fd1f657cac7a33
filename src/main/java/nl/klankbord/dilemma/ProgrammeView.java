// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.List;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.programme.ProgrammePolicy.Action;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.Timeline;

/** A programme as its page shows it to one reader; without rounds for who may not read them. */
record ProgrammeView(ProgrammeFinder.Shown programme, boolean member, boolean reads, boolean plans, boolean edits, boolean manages,
                     List<Card> rounds, String next) {

    static ProgrammeView of(ProgrammeFinder.Shown programme, ProgrammeStanding standing, String next, List<Card> rounds) {
        return new ProgrammeView(programme, standing.member(), may(standing, Action.READ_ROUNDS), may(standing, Action.MAKE_ROUND), may(standing, Action.EDIT),
                may(standing, Action.MANAGE_MEMBERS), rounds, next);
    }

    private static boolean may(ProgrammeStanding standing, Action action) {
        return ProgrammePolicy.decide(standing, action).granted();
    }

    record Card(RoundFinder.Shown round, Timeline timeline) {}
}
