// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import nl.klankbord.lesson.LessonStatus;
import nl.klankbord.lesson.LessonText;
import nl.klankbord.lesson.Themes;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static final String LONG = "Het begint met een lange aanloop waarin nog niet veel gebeurt. ".repeat(6) + "Dan komen de wachtlijsten ter sprake. " + "En het gaat nog even door. ".repeat(12);

    @Test
    void itShowsTheWordsAroundWhatWasSearchedFor() {
        assertThat(Snippet.of(lesson("Een stelling.", LONG), "wachtlijst")).startsWith("… ").contains("wachtlijsten ter sprake").endsWith(" …").hasSizeLessThan(240);
    }

    @Test
    void withoutAPlaceItShowsTheBeginningOfTheStatement() {
        assertThat(Snippet.of(lesson("Een stelling.", LONG), "olifant")).isEqualTo("Een stelling.");
        assertThat(Snippet.of(lesson("Een stelling.", LONG), null)).isEqualTo("Een stelling.");
    }

    @Test
    void oneEndlessWordIsCutToo() {
        assertThat(Snippet.of(lesson("a".repeat(4000), null), "").length()).isLessThan(240);
    }

    private static LessonText lesson(String statement, String conditions) {
        return new LessonText(UUID.randomUUID(), LessonStatus.PUBLISHED, false, 0, Instant.EPOCH, "Titel", statement, conditions, null, null, null, null, null, Themes.NONE, true);
    }
}
