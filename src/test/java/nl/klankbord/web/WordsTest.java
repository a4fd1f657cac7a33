// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<Form.Error> ERRORS = List.of(new Form.Error("title", "Vul dit in."), new Form.Error("title", "Dit is te lang."), new Form.Error("paths[1]", "Dit pad is te lang."));

    @Test
    void what_is_wrong_with_a_field_shows_at_that_field() {
        assertThat(Words.of(ERRORS, "title")).isEqualTo("Vul dit in.");
        assertThat(Words.of(ERRORS, "question")).isNull();
        assertThat(Words.of(ERRORS, "path")).isNull();
        assertThat(Words.of(null, "title")).isNull();
    }

    @Test
    void what_is_wrong_with_an_item_shows_at_the_field_it_was_typed_in() {
        assertThat(Words.of(ERRORS, "paths")).isEqualTo("Dit pad is te lang.");
    }

    @Test
    void items_between_bars_are_told_apart() {
        assertThat(Words.parts("TAKE_UP|LATER|NOT")).containsExactly("TAKE_UP", "LATER", "NOT");
        assertThat(Words.parts("Alleen u.")).containsExactly("Alleen u.");
    }
}
