// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.UUID;
import nl.klankbord.identity.Municipality;

/** What somebody else's choice of peers costs compared with the best plan, in words: what is lost and won, and who carries more. */
public record PeerComparison(boolean asGood, List<Difference> differences, List<Change> changes) {
    private static final List<String> KINDS = List.of("same-size", "same-urbanity", "other-province", "knows-themes", "not-together-before");

    /** A municipality to ask for a dilemma. */
    public record Choice(UUID dilemmaId, String municipalityCode) {}

    /** @param key of the text below {@code matching.compare.}; {@code who}: a dilemma or municipality; {@code what}: a municipality, or nothing; {@code was}: in the best plan */
    public record Difference(String key, String who, String what, int count, int was) {}

    /** Who is asked at a dilemma instead of whom, compared with the best plan. */
    public record Change(String dilemma, List<Moved> out, List<Moved> in) {}

    /** @param carries at how many dilemmas it then is, those it has already among them */
    public record Moved(String municipality, int carries) {}

    static PeerComparison of(Matching matching, List<Choice> choices) {
        List<Difference> differences = new ArrayList<>();
        List<Set<Integer>> chosen = chosen(matching, choices, differences);
        MatchPeers.Problem problem = matching.problem();
        MatchPeers.Plan best = MatchPeers.best(problem);
        boolean asMany = true;
        for (int need = 0; need < chosen.size(); need++) {
            asMany &= chosen.get(need).size() == best.chosen().get(need).size();
            compare(matching, need, chosen.get(need), best.chosen().get(need), differences);
        }
        for (int candidate = 0; candidate < matching.candidates().size(); candidate++) {
            Matching.Candidate one = matching.candidates().get(candidate);
            int carries = one.load() + times(chosen, candidate);
            int carried = one.load() + times(best.chosen(), candidate);
            if (carries > carried && carries > 1) {
                differences.add(new Difference("carries", one.municipality().name(), "", carries, carried));
            }
        }
        boolean possible = differences.stream().noneMatch(difference -> difference.key.equals("impossible"));
        boolean asGood = possible && asMany && problem.cost(chosen) <= best.cost();
        return new PeerComparison(asGood, asGood ? List.of() : differences, changes(matching, chosen, best.chosen()));
    }

    private static List<Change> changes(Matching matching, List<Set<Integer>> chosen, List<Set<Integer>> best) {
        return IntStream.range(0, chosen.size()).mapToObj(need -> new Change(matching.needs().get(need).title(), moved(matching, chosen, best.get(need), chosen.get(need)), moved(matching, chosen, chosen.get(need), best.get(need))))
                .filter(change -> !change.out.isEmpty() || !change.in.isEmpty()).toList();
    }

    /** Those of one choice that the other does not have. */
    private static List<Moved> moved(Matching matching, List<Set<Integer>> chosen, Set<Integer> of, Set<Integer> without) {
        return of.stream().filter(candidate -> !without.contains(candidate))
                .map(candidate -> new Moved(matching.candidates().get(candidate).municipality().name(), matching.candidates().get(candidate).load() + times(chosen, candidate)))
                .sorted(Comparator.comparing(Moved::municipality)).toList();
    }

    /** What can be asked; what cannot, is told. */
    private static List<Set<Integer>> chosen(Matching matching, List<Choice> choices, List<Difference> differences) {
        List<Set<Integer>> chosen = new ArrayList<>();
        for (Matching.Need need : matching.needs()) {
            Set<Integer> here = new HashSet<>();
            for (Choice choice : choices) {
                if (need.id().equals(choice.dilemmaId)) {
                    int candidate = place(matching.candidates(), choice.municipalityCode);
                    if (candidate < 0 || !need.mayAsk(matching.candidates().get(candidate))) {
                        differences.add(new Difference("impossible", need.title(), candidate < 0 ? choice.municipalityCode : matching.candidates().get(candidate).municipality().name(), 0, 0));
                    } else {
                        here.add(candidate);
                    }
                }
            }
            chosen.add(here);
        }
        return chosen;
    }

    private static int place(List<Matching.Candidate> candidates, String code) {
        return candidates.stream().map(Matching.Candidate::municipality).map(Municipality.Ref::code).toList().indexOf(code);
    }

    private static void compare(Matching matching, int need, Set<Integer> chosen, Set<Integer> best, List<Difference> differences) {
        String title = matching.needs().get(need).title();
        if (chosen.size() < best.size()) {
            differences.add(new Difference("fewer", title, "", best.size() - chosen.size(), 0));
        } else if (chosen.size() > best.size()) {
            differences.add(new Difference("extra", title, "", chosen.size() - best.size(), 0));
        }
        for (String kind : KINDS) {
            int has = with(matching, need, chosen, kind);
            int had = with(matching, need, best, kind);
            // Who asks fewer loses their reasons along; that was told.
            if (has < had && chosen.size() >= best.size()) {
                differences.add(new Difference("lost." + kind, title, "", had - has, had));
            } else if (has > had && chosen.size() <= best.size()) {
                differences.add(new Difference("won." + kind, title, "", has - had, had));
            }
        }
    }

    private static int with(Matching matching, int need, Set<Integer> candidates, String kind) {
        return (int) candidates.stream().filter(candidate -> matching.fit(need, candidate).lasting().stream().anyMatch(reason -> reason.kind().equals(kind))).count();
    }

    private static int times(List<Set<Integer>> chosen, int candidate) {
        return (int) chosen.stream().filter(here -> here.contains(candidate)).count();
    }
}
