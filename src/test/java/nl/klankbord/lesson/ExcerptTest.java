// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void itIsCountedFromOneInCharactersOfWhichAnEmojiIsOne() {
        assertThat(Excerpt.find(Map.of("text", "Bij ons 😀 werkte het."), "werkte het")).contains(new Excerpt("text", 11, 10));
    }

    @Test
    void lineEndsAndSpacesMayDiffer() {
        assertThat(Excerpt.find(Map.of("text", "een\r\ntwee  drie"), " een\ntwee drie ")).contains(new Excerpt("text", 1, 15));
    }

    @Test
    void otherWordsAreNotFound() {
        assertThat(Excerpt.find(Map.of("text", "een twee drie"), "een drie")).isEmpty();
        assertThat(Excerpt.find(Map.of("text", "een twee drie"), "t.ee")).isEmpty();
    }

    @Test
    void theFirstFieldThatHoldsThemCounts() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("text", null);
        fields.put("example", "hier staat het");
        fields.put("advice", "hier staat het ook");
        assertThat(Excerpt.find(fields, "staat het")).contains(new Excerpt("example", 6, 9));
    }
}
