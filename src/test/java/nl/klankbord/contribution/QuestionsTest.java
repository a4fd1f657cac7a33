// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static nl.klankbord.round.Nature.FACT;
import static nl.klankbord.round.Nature.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.klankbord.round.Question;
import nl.klankbord.shared.Outcome.FieldError;
import org.junit.jupiter.api.Test;

/** What a reflection must, may and cannot say to the questions of its round. */
class QuestionsTest {
    private static final Questions OPEN = new Questions("open", List.of(new Question("text", VIEW, true, false), new Question("assumptions", VIEW, false, false),
            new Question("example", FACT, false, false), new Question("advice", VIEW, false, false)));
    private static final Questions COMPASS = new Questions("compass", List.of(new Question("analysis", FACT, true, true), new Question("adjust", VIEW, true, true),
            new Question("trust", VIEW, false, false), new Question("advice", VIEW, false, false)));

    @Test
    void an_open_reflection_needs_its_first_question_and_no_other() {
        assertThat(OPEN.unfilled(named("Bij ons is het net zo.", null, List.of()))).isEmpty();
        assertThat(OPEN.unfilled(named(" . ", "Doe het anders dan wij", List.of()))).extracting(FieldError::field, FieldError::code).containsExactly(tuple("text", "says-too-little"));
    }

    @Test
    void a_draft_may_hold_anything_that_is_asked() {
        assertThat(OPEN.errors(named("", null, List.of()))).isEmpty();
        assertThat(COMPASS.errors(answering(new Answer("adjust", "x", "y"), new Answer("analysis", null, null)))).isEmpty();
    }

    @Test
    void what_is_not_asked_has_no_place() {
        assertThat(COMPASS.errors(named("Herkenbaar", "Advies", List.of("Aanname")))).extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("assumptions", "not-asked"), tuple("text", "not-asked"));
        assertThat(OPEN.errors(answering(new Answer("adjust", "Zo", null)))).containsExactly(new FieldError("answers", "unknown-question", List.of()));
        assertThat(OPEN.errors(answering(new Answer("text", "Zo", null)))).as("it has a field of its own").hasSize(1);
        assertThat(OPEN.errors(answering(new Answer(null, "Zo", null)))).hasSize(1);
        assertThat(COMPASS.errors(answering(new Answer("adjust", "Zo", null), new Answer("adjust", "Of zo", null)))).containsExactly(new FieldError("answers", "answered-twice", List.of()));
    }

    @Test
    void an_answer_and_a_reason_have_an_end() {
        assertThat(COMPASS.errors(answering(new Answer("adjust", "x".repeat(8001), null), new Answer("analysis", null, "x".repeat(2001))))).extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("answers.adjust", "too-long"), tuple("answers.analysis.skipped", "too-long"));
    }

    @Test
    void a_step_is_answered_or_skipped_with_a_reason() {
        assertThat(COMPASS.unfilled(answering(new Answer("analysis", "Wij begonnen met een foto", null), new Answer("adjust", null, "Daar zijn wij nog niet")))).isEmpty();
        assertThat(COMPASS.unfilled(answering(new Answer("analysis", "Wij begonnen met een foto", null)))).extracting(FieldError::field, FieldError::code).containsExactly(tuple("answers.adjust", "answer-or-reason"));
        assertThat(COMPASS.unfilled(answering(new Answer("analysis", null, "..........."), new Answer("adjust", "Vaker terugkijken", null)))).as("a dot is no reason")
                .extracting(FieldError::field).containsExactly("answers.analysis");
    }

    @Test
    void nobody_answers_and_skips_the_same_step() {
        assertThat(COMPASS.unfilled(answering(new Answer("analysis", "Wij begonnen met een foto", "Dat deden wij niet"), new Answer("adjust", "Vaker terugkijken", null))))
                .extracting(FieldError::field, FieldError::code).containsExactly(tuple("answers.analysis", "answer-or-skip"));
    }

    @Test
    void skipping_everything_says_too_little_to_open_the_reflections_of_others() {
        assertThat(COMPASS.unfilled(answering(new Answer("analysis", null, "Dat deden wij niet"), new Answer("adjust", null, "Daar zijn wij nog niet"))))
                .extracting(FieldError::field, FieldError::code).containsExactly(tuple("answers.analysis", "skips-all"));
    }

    @Test
    void what_must_be_answered_is_not_skipped() {
        assertThat(COMPASS.errors(answering(new Answer("trust", null, "Liever niet")))).containsExactly(new FieldError("answers.trust", "not-skippable", List.of()));
    }

    @Test
    void answers_are_kept_in_the_order_they_are_asked_and_empty_ones_are_not() {
        assertThat(COMPASS.inOrder(answering(new Answer("trust", " ", ""), new Answer("adjust", " b ", null), new Answer("analysis", null, "a"))).answers())
                .containsExactly(new Answer("analysis", null, "a"), new Answer("adjust", "b", null));
    }

    @Test
    void answers_come_out_of_their_column_as_they_went_in() {
        AnswersColumn column = new AnswersColumn();
        List<Answer> answers = List.of(new Answer("analysis", "Zij zei: \"meet niet\"\nen \\ verder 😀", null), new Answer("adjust", null, "Later"));
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(answers))).isEqualTo(answers);
        assertThat(column.convertToDatabaseColumn(List.of())).isNull();
        assertThat(column.convertToEntityAttribute(null)).isEmpty();
    }

    private static ContributionText named(String text, String advice, List<String> assumptions) {
        return new ContributionText(ContributionKind.REFLECTION, text, null, null, assumptions, null, advice, null, true);
    }

    private static ContributionText answering(Answer... answers) {
        return new ContributionText(ContributionKind.REFLECTION, null, null, null, null, null, null, null, List.of(answers), true);
    }
}
