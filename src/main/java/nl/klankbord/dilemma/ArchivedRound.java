// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.round.RoundFinder;

/** A round that is over, with the dilemmas of it that one reader may read. */
record ArchivedRound(RoundFinder.Shown round, List<DilemmaFinder.Read> dilemmas) {

    static List<ArchivedRound> of(List<RoundFinder.Shown> rounds, List<DilemmaFinder.Read> read) {
        Map<UUID, List<DilemmaFinder.Read>> byRound = read.stream().collect(Collectors.groupingBy(DilemmaFinder.Read::roundId));
        return rounds.stream().map(round -> new ArchivedRound(round, byRound.getOrDefault(round.id(), List.of()))).toList();
    }
}
