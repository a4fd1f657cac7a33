// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klankbord.dilemma.Canvas;
import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void one_goes_on_at_the_first_step_that_is_not_filled_in() {
        assertThat(Step.first(Canvas.titled("Titel"))).isEqualTo(Step.QUESTION);
        assertThat(Step.first(canvas("Bedoeling", null, null))).isEqualTo(Step.INTENTION);
        assertThat(Step.first(canvas("Bedoeling", "Spanning", null))).isEqualTo(Step.DIRECTION);
        assertThat(Step.first(canvas("Bedoeling", "Spanning", List.of("Een pad")))).isEqualTo(Step.ASSUMPTIONS);
    }

    @Test
    void every_field_that_is_needed_or_would_help_is_filled_in_at_a_step() {
        assertThat(Canvas.titled(null).missing()).allSatisfy(field -> assertThat(Step.of(field)).isIn(Step.QUESTION, Step.INTENTION));
        assertThat(List.of("outcome", "paths", "fotoDate", "assumptions")).extracting(Step::of).containsExactly(Step.INTENTION, Step.DIRECTION, Step.DIRECTION, Step.ASSUMPTIONS);
    }

    @Test
    void the_first_step_has_none_before_it_and_the_last_none_behind_it() {
        assertThat(Step.QUESTION.previous()).isEqualTo(Step.QUESTION);
        assertThat(Step.THEMES.next()).isEqualTo(Step.CHECK);
        assertThat(Step.CHECK.next()).isEqualTo(Step.CHECK);
        assertThat(Step.at("themes")).contains(Step.THEMES);
        assertThat(Step.at("THEMES")).isEmpty();
    }

    private static Canvas canvas(String intention, String tension, List<String> paths) {
        return new Canvas("Titel", "Vraag", intention, tension, null, null, null, paths, null, null, null, null, null, null, null);
    }
}
