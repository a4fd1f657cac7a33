// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Municipality;

/** What the rounds of a programme ask of each municipality, beside what was agreed. @param budget null when nothing was */
public record Burden(UUID programmeId, Integer budget, List<OfRound> rounds) {

    /** @param lines in the order of the alphabet */
    public record OfRound(UUID id, String title, List<Line> lines) {
        public boolean isOver() {
            return lines.stream().anyMatch(line -> line.over > 0);
        }
    }

    /** @param over minutes more than the budget, or 0 */
    public record Line(Municipality.Ref municipality, int minutes, int over) {}
}
