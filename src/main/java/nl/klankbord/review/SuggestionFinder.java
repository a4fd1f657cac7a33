// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.klankbord.dilemma.SimilarFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.lesson.library.LibraryFinder;

/** Earlier lessons and dilemmas for who is about to write down another: perhaps the answer is there. */
@ApplicationScoped
public class SuggestionFinder {
    private static final int MOST = 5;
    private static final int LONGEST = 200;
    @Inject
    LibraryFinder library;
    @Inject
    SimilarFinder dilemmas;

    /** @param except the dilemma that is being written, or null */
    public Suggestions of(Actor actor, String title, UUID except) {
        String typed = title == null ? "" : title.strip();
        String words = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return new Suggestions(words, library.similar(actor, words, MOST), dilemmas.titled(actor, words, except, MOST));
    }
}
