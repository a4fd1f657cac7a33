// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void aYesHoldsForTheSameWordsHoweverTheyWereTyped() {
        assertThat(new Wording(" Titel ", "Tekst", "", null, null, null, null, null, List.of("Jeugd", "jeugd "), false).saysNoMoreThan(wording("Tekst", false))).isTrue();
    }

    @Test
    void otherWordsNeedANewYes() {
        assertThat(wording("Andere tekst", false).saysNoMoreThan(wording("Tekst", false))).isFalse();
    }

    @Test
    void moreReadersNeedANewYesAndFewerDoNot() {
        assertThat(wording("Tekst", true).saysNoMoreThan(wording("Tekst", false))).isFalse();
        assertThat(wording("Tekst", false).saysNoMoreThan(wording("Tekst", true))).isTrue();
    }

    private static Wording wording(String statement, boolean open) {
        return new Wording("Titel", statement, null, null, null, null, null, null, List.of("jeugd"), open);
    }
}
