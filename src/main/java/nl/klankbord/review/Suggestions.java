// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import nl.klankbord.dilemma.SimilarFinder.Similar;
import nl.klankbord.lesson.library.LibraryFinder;

/** What is there already that looks like a title. */
public record Suggestions(String title, List<LibraryFinder.Item> lessons, List<Similar> dilemmas) {

    public boolean isAsked() {
        return !title.isBlank();
    }

    public boolean isNone() {
        return lessons.isEmpty() && dilemmas.isEmpty();
    }
}
