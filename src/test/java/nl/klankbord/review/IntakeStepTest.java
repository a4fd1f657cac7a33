// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klankbord.dilemma.Canvas;
import org.junit.jupiter.api.Test;

class IntakeStepTest {

    @Test
    void one_goes_on_at_the_first_step_that_is_not_filled_in() {
        assertThat(IntakeStep.first(Canvas.titled("Titel"))).isEqualTo(IntakeStep.QUESTION);
        assertThat(IntakeStep.first(canvas("Bedoeling", null, null))).isEqualTo(IntakeStep.INTENTION);
        assertThat(IntakeStep.first(canvas("Bedoeling", "Spanning", null))).isEqualTo(IntakeStep.DIRECTION);
        assertThat(IntakeStep.first(canvas("Bedoeling", "Spanning", List.of("Een pad")))).as("one path is no choice").isEqualTo(IntakeStep.DIRECTION);
        assertThat(IntakeStep.first(canvas("Bedoeling", "Spanning", List.of("Een pad", "Een ander pad")))).isEqualTo(IntakeStep.ASSUMPTIONS);
    }

    @Test
    void every_field_that_is_needed_or_would_help_is_filled_in_at_a_step() {
        assertThat(Canvas.titled(null).missing()).allSatisfy(field -> assertThat(IntakeStep.of(field)).isIn(IntakeStep.QUESTION, IntakeStep.INTENTION));
        assertThat(List.of("outcome", "paths", "fotoDate", "assumptions")).extracting(IntakeStep::of).containsExactly(IntakeStep.INTENTION, IntakeStep.DIRECTION, IntakeStep.DIRECTION, IntakeStep.ASSUMPTIONS);
    }

    @Test
    void the_first_step_has_none_before_it_and_the_last_none_behind_it() {
        assertThat(IntakeStep.QUESTION.previous()).isEqualTo(IntakeStep.QUESTION);
        assertThat(IntakeStep.THEMES.next()).isEqualTo(IntakeStep.CHECK);
        assertThat(IntakeStep.CHECK.next()).isEqualTo(IntakeStep.CHECK);
        assertThat(IntakeStep.at("themes")).contains(IntakeStep.THEMES);
        assertThat(IntakeStep.at("THEMES")).isEmpty();
    }

    private static Canvas canvas(String intention, String tension, List<String> paths) {
        return new Canvas("Titel", "Vraag", intention, tension, null, null, null, paths, null, null, null, null, null, null, null);
    }
}
