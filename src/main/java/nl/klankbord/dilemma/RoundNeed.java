// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.klankbord.round.Asked;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.Who;
import nl.klankbord.shared.Outcome.Unmet;
import nl.klankbord.web.Language;

/**
 * What stops a round, and how its coordinator solves it: she reminds who is waited for, or does it herself.
 *
 * @param dilemma as far as the reader may know it, or null
 * @param waits   for whom; as long as there is somebody, nobody else need be found
 * @param path    where she does it herself; null when that is not needed
 */
record RoundNeed(String text, DilemmaFinder.Listed dilemma, List<Wait> waits, String path, String solve) {

    /** @param waiting whom this dilemma waits for, as far as the reader may see it */
    static RoundNeed of(Unmet unmet, RoundFinder.Shown round, DilemmaFinder.Listed dilemma, List<Asked.Waiting> waiting, Set<RemindedToday.Of> reminded, Language language) {
        boolean peers = unmet.need().equals("peers");
        List<Wait> waits = peers ? Stream.of("agree-to-seats", "answer-invitation").flatMap(what -> Wait.of(what, waiting, reminded, language)).toList() : List.of();
        boolean own = waits.isEmpty() || waiting.stream().anyMatch(one -> one.what().equals("find-peers"));
        String path = unmet.dilemmaId() == null ? "/rounds/" + round.id() + "#dilemmas" : "/dilemmas/" + unmet.dilemmaId() + (peers ? "#seats" : "#accept");
        return new RoundNeed(language.text("need." + unmet.need()), dilemma, waits, own ? path : null, language.text("round.solve." + unmet.need()));
    }

    /** @param today whether all of them were reminded today */
    record Wait(String what, String text, boolean today) {
        private static Stream<Wait> of(String what, List<Asked.Waiting> waiting, Set<RemindedToday.Of> reminded, Language language) {
            // Who only leads the conversation does not hold the round.
            List<Asked.Waiting> lines = waiting.stream().filter(one -> one.what().equals(what) && !one.who().is(Who.Role.FACILITATOR)).toList();
            String names = String.join(", ", lines.stream().map(one -> one.who().named(role -> language.text("waiting.who." + role))).distinct().toList());
            return lines.isEmpty() ? Stream.of() : Stream.of(new Wait(what, language.text("round.waits." + what, names),
                    lines.stream().allMatch(one -> reminded.contains(new RemindedToday.Of(one.seatId(), what)))));
        }
    }
}
