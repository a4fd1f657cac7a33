// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klankbord.matching.MatchPeers.Pair;
import nl.klankbord.matching.MatchPeers.Plan;
import nl.klankbord.matching.MatchPeers.Problem;
import org.junit.jupiter.api.Test;

class MatchPeersTest {

    @Test
    void no_plan_costs_less_than_the_one_that_is_proposed() {
        Random random = new Random(20261123);
        for (int time = 0; time < 300; time++) {
            Problem problem = random(random, 1 + random.nextInt(3), 1 + random.nextInt(5));
            Plan plan = MatchPeers.best(problem);
            assertThat(plan.optimal()).isTrue();
            assertThat(plan.cost()).as("%s", problem).isEqualTo(cheapest(problem, 0, new ArrayList<>())).isEqualTo(problem.cost(plan.chosen())).isEqualTo(counted(problem, plan.chosen()));
        }
    }

    @Test
    void who_may_not_be_asked_stays_out_and_nobody_has_two_seats_at_one_dilemma() {
        Random random = new Random(7);
        for (int time = 0; time < 100; time++) {
            Problem problem = random(random, 4, 6);
            Plan plan = MatchPeers.best(problem);
            for (int dilemma = 0; dilemma < 4; dilemma++) {
                int here = dilemma;
                // A set holds each but once; what counts is that the seats in it are as many as were filled.
                assertThat(plan.chosen().get(dilemma)).hasSizeLessThanOrEqualTo(problem.lacking().get(dilemma))
                        .allMatch(candidate -> problem.pairs().stream().anyMatch(pair -> pair.dilemma() == here && pair.candidate() == candidate));
            }
        }
    }

    @Test
    void too_few_candidates_give_fewer_peers_to_as_many_as_there_are() {
        Problem problem = new Problem(List.of(3, 2), List.of(0, 0), List.of(new Pair(0, 0, 5), new Pair(0, 1, 5), new Pair(1, 0, 90)));
        assertThat(MatchPeers.best(problem).chosen()).containsExactly(Set.of(0, 1), Set.of(0));
        assertThat(MatchPeers.best(new Problem(List.of(3), List.of(), List.of())).chosen()).containsExactly(Set.of());
        assertThat(MatchPeers.best(new Problem(List.of(), List.of(0), List.of())).chosen()).isEmpty();
    }

    @Test
    void the_work_is_shared_out() {
        List<Pair> pairs = IntStream.range(0, 4).boxed().flatMap(dilemma -> IntStream.range(0, 4).mapToObj(candidate -> new Pair(dilemma, candidate, candidate))).toList();
        Plan plan = MatchPeers.best(new Problem(List.of(1, 1, 1, 1), List.of(0, 0, 0, 0), pairs));
        assertThat(plan.chosen().stream().flatMap(Set::stream)).containsExactlyInAnyOrder(0, 1, 2, 3);
        Plan busy = MatchPeers.best(new Problem(List.of(1, 1, 1, 1), List.of(3, 0, 0, 0), pairs));
        assertThat(busy.chosen().stream().flatMap(Set::stream)).doesNotContain(0);
    }

    private static Problem random(Random random, int dilemmas, int candidates) {
        List<Pair> pairs = new ArrayList<>();
        for (int dilemma = 0; dilemma < dilemmas; dilemma++) {
            for (int candidate = 0; candidate < candidates; candidate++) {
                if (random.nextInt(4) > 0) {
                    pairs.add(new Pair(dilemma, candidate, random.nextInt(25)));
                }
            }
        }
        return new Problem(IntStream.range(0, dilemmas).mapToObj(dilemma -> random.nextInt(4)).toList(), IntStream.range(0, candidates).mapToObj(candidate -> random.nextInt(3)).toList(), pairs);
    }

    /** Every choice there is. */
    private static long cheapest(Problem problem, int dilemma, List<Set<Integer>> chosen) {
        if (dilemma == problem.lacking().size()) {
            return counted(problem, chosen);
        }
        List<Integer> here = problem.pairs().stream().filter(pair -> pair.dilemma() == dilemma).map(Pair::candidate).toList();
        long cheapest = Long.MAX_VALUE;
        for (int bits = 0; bits < 1 << here.size(); bits++) {
            Set<Integer> some = new HashSet<>();
            for (int i = 0; i < here.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    some.add(here.get(i));
                }
            }
            if (some.size() <= problem.lacking().get(dilemma)) {
                chosen.add(some);
                cheapest = Math.min(cheapest, cheapest(problem, dilemma + 1, chosen));
                chosen.removeLast();
            }
        }
        return cheapest;
    }

    /** Counted anew: pairs, further seats and empty seats. */
    private static long counted(Problem problem, List<Set<Integer>> chosen) {
        long cost = problem.pairs().stream().filter(pair -> chosen.get(pair.dilemma()).contains(pair.candidate())).mapToLong(Pair::cost).sum();
        for (int candidate = 0; candidate < problem.load().size(); candidate++) {
            int one = candidate;
            int seats = (int) chosen.stream().filter(here -> here.contains(one)).count();
            cost += IntStream.range(0, seats).map(seat -> Fit.seat(problem.load().get(one) + seat)).sum();
        }
        for (int dilemma = 0; dilemma < chosen.size(); dilemma++) {
            cost += (long) MatchPeers.EMPTY_SEAT * (problem.lacking().get(dilemma) - chosen.get(dilemma).size());
        }
        return cost;
    }
}
