// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.klankbord.lesson.LessonStatus;
import nl.klankbord.lesson.LessonText;
import nl.klankbord.lesson.Themes;
import nl.klankbord.shared.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutchSearchTest {
    private static final UUID BRIDGES = Ids.next();
    private static final UUID CHILDREN = Ids.next();
    private static MemoryIndex index;

    @BeforeAll
    static void fill() {
        index = new MemoryIndex();
        index.put(List.of(lesson(BRIDGES, "Bouw een brug tussen wijkteam en aanbieder", "De gemeente koopt pas in als de wijkteams weten wat er nodig is.", "inkoop"),
                lesson(CHILDREN, "Vraag het de kinderen zelf", "Een café in de wijk werkt beter dan een vragenlijst.", "jeugd", "participatie")), List.of());
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({"brug", "bruggen", "Brug", "aanbieders", "gebouwd", "gemeenten", "wijkteams", "inkopen", "ingekocht"})
    void anInflectedWordFindsItsOtherForms(String word) {
        assertThat(index.find(word)).first().isEqualTo(BRIDGES);
    }

    @ParameterizedTest
    @CsvSource({"kind", "cafe", "vragenlijsten", "gevraagd", "jeugd"})
    void accentsAndPluralsDoNotMatter(String word) {
        assertThat(index.find(word)).first().isEqualTo(CHILDREN);
    }

    @ParameterizedTest
    @CsvSource({"aanbeider", "wijktem", "aanbie"})
    void oneWrongLetterOrHalfAWordStillFinds(String word) {
        assertThat(index.find(word)).contains(BRIDGES);
    }

    @Test
    void aWordInTheTitleCountsMoreThanOneInTheText() {
        UUID title = Ids.next();
        UUID text = Ids.next();
        index.put(List.of(lesson(text, "Over iets anders", "Deze gaat ook over mandaat."), lesson(title, "Mandaat voor de professional", "Tekst.")), List.of());
        assertThat(index.find("mandaat")).containsExactly(title, text);
    }

    @Test
    void stopWordsAloneFindNothing() {
        assertThat(index.find("de en het")).isEmpty();
        assertThat(index.find("de brug")).contains(BRIDGES);
    }

    @Test
    void whatIsTakenOutIsNoLongerFound() {
        UUID id = Ids.next();
        index.put(List.of(lesson(id, "Kwartaalgesprek", "Tekst.")), List.of());
        assertThat(index.find("kwartaalgesprek")).containsExactly(id);
        index.put(List.of(), List.of(id));
        assertThat(index.find("kwartaalgesprek")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"*", "\"", "a*?~^", "title:brug", "<script>", "'   '"})
    void strangeCharactersAreJustCharacters(String words) {
        assertThat(index.find(words)).isNotNull();
    }

    private static IndexedLesson lesson(UUID id, String title, String statement, String... themes) {
        return IndexedLesson.of(new LessonText(id, LessonStatus.PUBLISHED, false, 0, Instant.EPOCH, title, statement, null, null, null, null, null, null, new Themes(List.of(themes)), true));
    }
}
