// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds peers for all dilemmas at once, so that together they cost least: a flow of seats from the dilemmas through the
 * candidates, in which each further seat of the same candidate costs more. With too few candidates seats stay empty.
 */
final class MatchPeers {
    /** More than anything a seat can cost: who can be asked is asked. */
    static final int EMPTY_SEAT = 1_000_000;

    static {
        Loader.loadNativeLibraries();
    }

    private MatchPeers() {}

    /** A candidate that may be asked for a dilemma, and what that costs; who may not be asked has no pair. */
    record Pair(int dilemma, int candidate, int cost) {}

    /** @param lacking seats to fill, by dilemma; @param load seats they have already, by candidate */
    record Problem(List<Integer> lacking, List<Integer> load, List<Pair> pairs) {

        /** What a choice costs as a whole, also one that asks more or fewer than needed; what has no pair does not count. */
        long cost(List<Set<Integer>> chosen) {
            long cost = 0;
            Map<Integer, Integer> seats = new HashMap<>();
            for (Pair pair : pairs) {
                if (chosen.get(pair.dilemma).contains(pair.candidate)) {
                    cost += pair.cost + Fit.seat(load.get(pair.candidate) + seats.merge(pair.candidate, 1, Integer::sum) - 1);
                }
            }
            for (int dilemma = 0; dilemma < lacking.size(); dilemma++) {
                cost += (long) EMPTY_SEAT * Math.max(0, lacking.get(dilemma) - chosen.get(dilemma).size());
            }
            return cost;
        }
    }

    /** @param chosen candidates by dilemma; @param optimal whether it is proven that nothing costs less */
    record Plan(List<Set<Integer>> chosen, long cost, boolean optimal) {}

    static Plan best(Problem problem) {
        int dilemmas = problem.lacking.size();
        int candidates = problem.load.size();
        int seats = problem.lacking.stream().mapToInt(Integer::intValue).sum();
        List<Set<Integer>> chosen = new ArrayList<>();
        problem.lacking.forEach(lacking -> chosen.add(new HashSet<>()));
        if (seats == 0) {
            return new Plan(chosen, 0, true);
        }
        int source = dilemmas + candidates;
        int sink = source + 1;
        MinCostFlow flow = new MinCostFlow();
        try {
            for (int dilemma = 0; dilemma < dilemmas; dilemma++) {
                flow.addArcWithCapacityAndUnitCost(source, dilemma, problem.lacking.get(dilemma), 0);
                flow.addArcWithCapacityAndUnitCost(dilemma, sink, problem.lacking.get(dilemma), EMPTY_SEAT);
            }
            int[] wanted = new int[candidates];
            Map<Integer, Pair> arcs = new HashMap<>();
            for (Pair pair : problem.pairs) {
                arcs.put(flow.addArcWithCapacityAndUnitCost(pair.dilemma, dilemmas + pair.candidate, 1, pair.cost), pair);
                wanted[pair.candidate]++;
            }
            // One arc for each further seat; as they get dearer, the flow takes them in their order.
            for (int candidate = 0; candidate < candidates; candidate++) {
                for (int seat = 0; seat < Math.min(wanted[candidate], seats); seat++) {
                    flow.addArcWithCapacityAndUnitCost(dilemmas + candidate, sink, 1, Fit.seat(problem.load.get(candidate) + seat));
                }
            }
            flow.setNodeSupply(source, seats);
            flow.setNodeSupply(sink, -seats);
            MinCostFlowBase.Status status = flow.solve();
            if (status != MinCostFlowBase.Status.OPTIMAL) {
                throw new IllegalStateException("no plan of peers: " + status);
            }
            arcs.forEach((arc, pair) -> { if (flow.getFlow(arc) > 0) chosen.get(pair.dilemma).add(pair.candidate); });
            return new Plan(chosen, flow.getOptimalCost(), true);
        } finally {
            flow.delete();
        }
    }
}
