// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import java.time.Instant;
import java.util.UUID;

/** The words of a lesson as they may be read, and how far it is. @param drawn from a pattern, rather than brought along from an older library */
public record LessonText(UUID id, LessonStatus status, boolean open, int version, Instant publishedAt, String title, String statement, String conditions,
                         String counterExample, String frame, String localFilling, String counting, String telling, Themes themes,
                         boolean drawn) {
    /** Selects one from a lesson {@code l}. */
    public static final String OF_L = "new nl.klankbord.lesson.LessonText(l.id, l.status, l.open, l.version, l.publishedAt, l.title, l.statement, l.conditions, "
            + "l.counterExample, l.frame, l.localFilling, l.counting, l.telling, l.themes, case when l.patternId is null then false else true end)";

    Wording wording() {
        return new Wording(title, statement, conditions, counterExample, frame, localFilling, counting, telling, themes.names(), open);
    }
}
