// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Municipality;

/** Turns of giving and receiving among the municipalities of a programme. */
public record Rotation(UUID programmeId, String programme, List<Line> lines) {

    /** Who could be asked to bring something in. */
    public List<Line> notYet() {
        return lines.stream().filter(line -> line.hosted == 0).toList();
    }

    /** @param gave seats it accepted as a peer; @param submitted on how many of those it handed in its reflection */
    public record Line(Municipality.Ref municipality, long hosted, Instant lastHosted, long gave, long submitted, Instant lastGave) {}
}
