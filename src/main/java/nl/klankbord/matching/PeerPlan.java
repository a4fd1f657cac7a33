// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.identity.Municipality;

/** The peers that are proposed for the dilemmas of a round that still lack some, with the reasons why. @param municipalities all who take part, by name */
public record PeerPlan(List<ForDilemma> dilemmas, List<Municipality.Ref> municipalities) {
    private static final int OTHERS = 8;

    /** @param asked who was asked and may still come; @param proposed fewer than {@code lacking} when no more can be asked; @param others a few more that fit, by name */
    public record ForDilemma(UUID id, String title, Municipality.Ref host, int lacking, List<Municipality.Ref> asked, List<Proposal> proposed, List<Proposal> others) {
        /** How many seats nobody can be found for. */
        public int getMissing() {
            return lacking - proposed.size();
        }
    }

    /**
     * @param reasons   why it fits
     * @param conflicts why not after all: it declared an interest, and is shown so that one sees why it is not proposed
     * @param proposed  whether the plan of the round asks it for this dilemma
     */
    public record Proposal(Municipality.Ref municipality, List<Reason> reasons, List<Reason> conflicts, boolean proposed) {
        /** Its own reasons, where some were told for all. */
        public List<Reason> but(List<Reason> told) {
            return reasons.stream().filter(reason -> !told.contains(reason)).toList();
        }
    }

    /** @param key of the text below {@code match.}; @param about what the text fills in, or nothing */
    public record Reason(String key, String about) {
        /** What kind of reason it is, whatever the class or the theme. */
        String kind() {
            return key.startsWith("same-size") ? "same-size" : key.startsWith("same-urbanity") ? "same-urbanity" : key;
        }
    }

    /** The reasons that hold for every one of several proposals; who declared an interest has none. */
    public static List<Reason> shared(Collection<Proposal> proposals) {
        List<Proposal> fitting = proposals.stream().filter(one -> !one.reasons.isEmpty()).toList();
        return fitting.size() < 2 ? List.of() : fitting.getFirst().reasons.stream().filter(reason -> fitting.stream().allMatch(one -> one.reasons.contains(reason))).toList();
    }

    static PeerPlan of(Matching matching) {
        MatchPeers.Problem problem = matching.problem();
        List<Set<Integer>> best = MatchPeers.best(problem).chosen();
        Map<Integer, List<MatchPeers.Pair>> rest = problem.pairs().stream().filter(pair -> !best.get(pair.dilemma()).contains(pair.candidate()))
                .collect(Collectors.groupingBy(MatchPeers.Pair::dilemma));
        return new PeerPlan(IntStream.range(0, matching.needs().size()).filter(need -> matching.needs().get(need).lacking() > 0).mapToObj(need -> {
            Matching.Need one = matching.needs().get(need);
            return new ForDilemma(one.id(), one.title(), one.host(), one.lacking(), one.asked(), named(matching, best, need, best.get(need).stream()),
                    named(matching, best, need, rest.getOrDefault(need, List.of()).stream().sorted(Comparator.comparingInt(pair -> matching.cost(pair))).limit(OTHERS).map(MatchPeers.Pair::candidate)));
        }).toList(), matching.candidates().stream().map(Matching.Candidate::municipality).sorted(Matching.BY_NAME).toList());
    }

    /** Everyone who could think along on one dilemma: those the plan of the round proposes, the others, and who declared an interest; each by name. */
    static List<Proposal> of(Matching matching, UUID dilemma) {
        MatchPeers.Problem problem = matching.problem();
        List<Set<Integer>> best = MatchPeers.best(problem).chosen();
        int need = matching.needs().stream().map(Matching.Need::id).toList().indexOf(dilemma);
        Stream<Integer> rest = problem.pairs().stream().filter(pair -> pair.dilemma() == need && !best.get(need).contains(pair.candidate())).map(MatchPeers.Pair::candidate);
        return need < 0 ? List.of() : Stream.of(named(matching, best, need, best.get(need).stream()), named(matching, best, need, rest), conflicts(matching.needs().get(need)))
                .flatMap(List::stream).toList();
    }

    private static List<Proposal> named(Matching matching, List<Set<Integer>> best, int need, Stream<Integer> candidates) {
        return candidates.map(candidate -> {
            Matching.Candidate one = matching.candidates().get(candidate);
            boolean proposed = best.get(need).contains(candidate);
            int elsewhere = (int) best.stream().filter(chosen -> chosen.contains(candidate)).count() - (proposed ? 1 : 0);
            return new Proposal(one.municipality(), matching.fit(need, candidate).reasons(one.load(), elsewhere), List.of(), proposed);
        }).sorted(Comparator.comparing(Proposal::municipality, Matching.BY_NAME)).toList();
    }

    private static List<Proposal> conflicts(Matching.Need need) {
        return need.seats().entrySet().stream().filter(seat -> seat.getValue() == SeatStatus.CONFLICT).map(Map.Entry::getKey).sorted(Matching.BY_NAME)
                .map(municipality -> new Proposal(municipality, List.of(), List.of(new Reason("declared-conflict", "")), false)).toList();
    }
}
