// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.Municipality.Facts;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.identity.Municipality.Urbanity;
import nl.klankbord.matching.Matching.Candidate;
import nl.klankbord.matching.Matching.Need;
import nl.klankbord.matching.Matching.Together;
import org.junit.jupiter.api.Test;

/** Sixty dilemmas and all 342 municipalities, planned in less than a second and proven best by a bound of another solver. */
class MatchingBenchmarkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int DILEMMAS = 60;
    private static final int MUNICIPALITIES = 342;
    private static final int WARM_UP = 3;

    @Test
    void a_round_of_sixty_dilemmas_and_all_municipalities_is_planned_in_less_than_a_second() {
        for (int peers : List.of(3, 4)) {
            Matching matching = matching(new Random(peers), peers);
            // What else runs on the machine is not what we measure: warm, and the shortest of three.
            for (int i = 0; i < WARM_UP; i++) {
                PeerPlan.of(matching);
            }
            MatchPeers.Problem problem = matching.problem();
            MatchPeers.Plan plan = MatchPeers.best(problem);
            PeerPlan page = PeerPlan.of(matching);
            Duration solved = shortest(() -> MatchPeers.best(problem));
            Duration all = shortest(() -> PeerPlan.of(matching));
            double bound = bound(problem);
            double gap = (plan.cost() - bound) / Math.max(1, bound);
            System.out.printf("matching: %d dilemmas x %d municipalities, %d peers each: solved in %d ms, with its reasons in %d ms, cost %d, bound %.3f, gap %.4f %%%n",
                    DILEMMAS, MUNICIPALITIES, peers, solved.toMillis(), all.toMillis(), plan.cost(), bound, 100 * gap);
            assertThat(plan.optimal()).isTrue();
            assertThat(gap).isLessThan(1e-6);
            assertThat(all).isLessThan(Duration.ofSeconds(1));
            assertThat(page.dilemmas()).hasSize(DILEMMAS).allMatch(one -> one.proposed().size() == peers);
        }
    }

    private static Duration shortest(Runnable work) {
        return IntStream.range(0, 3).mapToObj(i -> {
            long began = System.nanoTime();
            work.run();
            return Duration.ofNanos(System.nanoTime() - began);
        }).min(Duration::compareTo).orElseThrow();
    }

    /** Some have sat together before, know some of the themes and carry some seats already. */
    private static Matching matching(Random random, int peers) {
        List<String> themes = IntStream.range(0, 12).mapToObj(i -> "thema " + i).toList();
        List<Candidate> candidates = IntStream.range(0, MUNICIPALITIES).mapToObj(i -> new Candidate(ref(i), facts(random), "provincie " + random.nextInt(12), random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0, some(random, themes, 3))).toList();
        List<Need> needs = IntStream.range(0, DILEMMAS).mapToObj(i -> {
            Candidate host = candidates.get(random.nextInt(MUNICIPALITIES));
            return new Need(new UUID(0, i), "Dilemma " + i, host.municipality(), host.facts(), host.province(), peers, some(random, themes, 3), Map.of());
        }).toList();
        Map<Together, Instant> together = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            together.put(Together.of(ref(random.nextInt(MUNICIPALITIES)).code(), ref(random.nextInt(MUNICIPALITIES)).code()), NOW.minus(Duration.ofDays(random.nextInt(1500))));
        }
        return new Matching(needs, candidates, together, NOW);
    }

    private static Municipality.Ref ref(int i) {
        return new Municipality.Ref("GM%04d".formatted(i), "Gemeente " + i);
    }

    private static Facts facts(Random random) {
        return new Facts(SizeClass.values()[random.nextInt(3)], null, random.nextInt(20) == 0 ? null : Urbanity.values()[random.nextInt(5)]);
    }

    private static Set<String> some(Random random, List<String> themes, int most) {
        Set<String> some = new HashSet<>();
        IntStream.range(0, random.nextInt(most + 1)).forEach(i -> some.add(themes.get(random.nextInt(themes.size()))));
        return some;
    }

    /** What no plan can cost less than: the same problem with parts of seats, by linear programming. */
    private static double bound(MatchPeers.Problem problem) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        MPConstraint[] filled = problem.lacking().stream().map(lacking -> solver.makeConstraint(lacking, lacking)).toArray(MPConstraint[]::new);
        MPConstraint[] carried = problem.load().stream().map(load -> solver.makeConstraint(0, 0)).toArray(MPConstraint[]::new);
        for (MPConstraint dilemma : filled) {
            var empty = solver.makeNumVar(0, MPSolver.infinity(), "");
            dilemma.setCoefficient(empty, 1);
            solver.objective().setCoefficient(empty, MatchPeers.EMPTY_SEAT);
        }
        for (MatchPeers.Pair pair : problem.pairs()) {
            var asked = solver.makeNumVar(0, 1, "");
            filled[pair.dilemma()].setCoefficient(asked, 1);
            carried[pair.candidate()].setCoefficient(asked, 1);
            solver.objective().setCoefficient(asked, pair.cost());
        }
        for (int candidate = 0; candidate < carried.length; candidate++) {
            for (int seat = 0; seat < problem.lacking().size(); seat++) {
                var further = solver.makeNumVar(0, 1, "");
                carried[candidate].setCoefficient(further, -1);
                solver.objective().setCoefficient(further, Fit.seat(problem.load().get(candidate) + seat));
            }
        }
        solver.objective().setMinimization();
        assertThat(solver.solve()).isEqualTo(MPSolver.ResultStatus.OPTIMAL);
        return solver.objective().value();
    }
}
