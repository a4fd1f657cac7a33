// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.util.Optional;
import java.util.UUID;
import nl.klankbord.shared.Ids;

/** What a file belongs to: a dilemma, or a contribution. One of the two is null. */
record Target(UUID dilemmaId, UUID contributionId) {

    static Target dilemma(UUID id) {
        return new Target(id, null);
    }

    static Target contribution(UUID id) {
        return new Target(null, id);
    }

    /** Empty when not exactly one is named. An id that is none belongs to nothing. */
    static Optional<Target> named(String dilemma, String contribution) {
        boolean ofDilemma = dilemma != null && !dilemma.isBlank();
        boolean ofContribution = contribution != null && !contribution.isBlank();
        return ofDilemma == ofContribution ? Optional.empty() : Optional.of(ofDilemma ? dilemma(Ids.parse(dilemma).orElseGet(Ids::next)) : contribution(Ids.parse(contribution).orElseGet(Ids::next)));
    }

    boolean ofDilemma() {
        return contributionId == null;
    }
}
