// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.identity.Municipality;
import nl.klankbord.identity.Municipality.Facts;

/** What peers are chosen by in one round, as far as its coordinator may know it. A need and a candidate are named by their place in the lists. */
record Matching(List<Need> needs, List<Candidate> candidates, Map<Together, Instant> lastTogether, Instant now) {

    static final Comparator<Municipality.Ref> BY_NAME = Comparator.comparing(Municipality.Ref::name);

    /** A dilemma that can be given peers. @param seats what became of those who were asked before, by municipality */
    record Need(UUID id, String title, Municipality.Ref host, Facts facts, String province, int minimum, Set<String> themes, Map<Municipality.Ref, SeatStatus> seats) {
        private static final Set<SeatStatus> TAKEN = Set.of(SeatStatus.PROPOSED, SeatStatus.INVITED, SeatStatus.ACCEPTED);

        int lacking() {
            return Math.max(0, minimum - asked().size());
        }

        /** Who was asked and may still come. */
        List<Municipality.Ref> asked() {
            return seats.entrySet().stream().filter(seat -> TAKEN.contains(seat.getValue())).map(Map.Entry::getKey).sorted(BY_NAME).toList();
        }

        /** Whoever has or had a seat here, or said no, is not proposed again; who never answered may be. */
        boolean mayAsk(Candidate candidate) {
            return !candidate.municipality.code().equals(host.code())
                    && seats.entrySet().stream().noneMatch(seat -> seat.getValue() != SeatStatus.LAPSED && seat.getKey().code().equals(candidate.municipality.code()));
        }
    }

    /** @param load seats as a peer that it has now; @param themes of the dilemmas it hosted or thought along on */
    record Candidate(Municipality.Ref municipality, Facts facts, String province, int load, Set<String> themes) {}

    /** That one was host and the other peer, either way round. */
    record Together(String one, String other) {
        static Together of(String a, String b) {
            return a.compareTo(b) < 0 ? new Together(a, b) : new Together(b, a);
        }
    }

    MatchPeers.Problem problem() {
        List<MatchPeers.Pair> pairs = new ArrayList<>();
        for (int need = 0; need < needs.size(); need++) {
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                if (needs.get(need).mayAsk(candidates.get(candidate))) {
                    pairs.add(new MatchPeers.Pair(need, candidate, fit(need, candidate).cost()));
                }
            }
        }
        return new MatchPeers.Problem(needs.stream().map(Need::lacking).toList(), candidates.stream().map(Candidate::load).toList(), pairs);
    }

    Fit fit(int need, int candidate) {
        Need asks = needs.get(need);
        Candidate asked = candidates.get(candidate);
        Instant last = lastTogether.get(Together.of(asks.host.code(), asked.municipality.code()));
        return new Fit(asked.facts.size(), asks.facts.size(), asked.facts.urbanity(), asks.facts.urbanity(), asked.province.equals(asks.province), asks.themes.stream().filter(asked.themes::contains).sorted().toList(), asks.themes.size(),
                last == null ? null : ChronoUnit.MONTHS.between(last.atZone(ZoneOffset.UTC), now.atZone(ZoneOffset.UTC)));
    }

    /** What asking it would cost beside all that is asked of it already. */
    int cost(MatchPeers.Pair pair) {
        return pair.cost() + Fit.seat(candidates.get(pair.candidate()).load);
    }
}
