// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Outcome.FieldError;

/**
 * A kind of text in which a reader may recognise somebody. Its words are taken out of where they stand, so that no page, search,
 * export or copy can show them, and come back only by the reader who reported them. Each module that keeps such texts has its own.
 */
public interface Reportable {

    /** First part of the name of each of its texts. */
    String kind();

    /** Who may know of a report {@code tr} in a dilemma {@code d}: who reads, or would read, what it took words from. As a condition for a where-clause; parameter {@code :me}. */
    String reads();

    /** Who wrote what a report {@code tr} of a dilemma {@code d} took away, as a condition for a where-clause; parameter {@code :me}. */
    String wrote();

    /** Whether the actor wrote it; empty when nothing stands there, or nothing that the actor may read. */
    Optional<Boolean> own(Actor actor, UUID dilemmaId, TextName name);

    /** The words that stand there now, of each writer her own. */
    Collection<String> says(UUID dilemmaId, TextName name);

    /** Takes the words away; the answer is what is kept of them. */
    String take(UUID dilemmaId, TextName name);

    /** Puts back what was kept. */
    void giveBack(UUID dilemmaId, TextName name, String kept);

    /** Puts other words in their place, under the same limits as at first. */
    List<FieldError> rewrite(Actor actor, UUID dilemmaId, TextName name, String text);

    /** What was kept, as this writer of it reads it; null when it is none of hers. */
    default String words(Actor actor, TextName name, String kept) {
        return kept;
    }

    /** What is still kept once this writer has put other words there; empty when nothing is. */
    default Optional<String> without(Actor actor, String kept) {
        return Optional.empty();
    }
}
