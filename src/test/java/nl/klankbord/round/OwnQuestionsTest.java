// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static nl.klankbord.round.Nature.FACT;
import static nl.klankbord.round.Nature.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnQuestionsTest {
    private static final Texts TEXTS = new Texts();
    private static final Predicate<Question> KLANKBORDS = OwnQuestions.klankbords(Set.of("text", "assumptions", "advice", "quality"), TEXTS);

    @Test
    void what_keeps_the_words_of_klankbord_in_any_language_stays_klankbords() {
        for (Locale language : Texts.LANGUAGES) {
            assertThat(kept(new Question("quality", FACT, false, false).said(TEXTS, language))).containsExactly(new Question("quality", FACT, false, false));
        }
        assertThat(kept(new Question("quality", FACT, true, true))).as("sent without words").containsExactly(new Question("quality", FACT, true, true));
    }

    @Test
    void what_has_other_words_gets_a_key_that_no_other_has() {
        Question changed = new Question("quality", FACT, true, false, " Wanneer is het goed? ", " ");
        assertThat(kept(changed, changed, new Question("q2", VIEW, false, false, "Van elders", null), new Question(null, VIEW, false, false, "Nieuw", "Kort"))).containsExactly(
                new Question("q1", FACT, true, false, "Wanneer is het goed?", null), new Question("q3", FACT, true, false, "Wanneer is het goed?", null),
                new Question("q4", VIEW, false, false, "Van elders", null), new Question("q5", VIEW, false, false, "Nieuw", "Kort"));
        assertThat(OwnQuestions.kept(List.of(new Question("q7", VIEW, true, false, "Anders", null)), Set.of("q7"), KLANKBORDS)).extracting(Question::key).as("its own keeps its own").containsExactly("q7");
        assertThat(OwnQuestions.kept(List.of(changed), Set.of("quality"), KLANKBORDS)).extracting(Question::key).as("a key of Klankbord's never goes with other words").containsExactly("q1");
    }

    @Test
    void assumptions_are_picked_from_the_hosts_list_under_any_words() {
        assertThat(kept(new Question("assumptions", VIEW, false, false, "Waar twijfelt u aan?", null))).containsExactly(new Question("assumptions", VIEW, false, false, "Waar twijfelt u aan?", null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"q1,200,400,true,false,-,-", "q1,201,0,true,false,text,too-long", "q1,0,0,true,false,text,required", "q1,5,401,true,false,hint,too-long", "q1,5,5,false,true,skippable,skip-optional",
            "assumptions,5,5,true,true,skippable,never-skipped"})
    void a_question_that_does_not_fit_says_where(String key, int text, int hint, boolean required, boolean skippable, String field, String code) {
        List<FieldError> errors = OwnQuestions.errors(List.of(new Question("text", VIEW, true, false), new Question(key, FACT, required, skippable, "x".repeat(text), "x".repeat(hint))));
        assertThat(errors).extracting(error -> error.field() + " " + error.code()).isEqualTo(field == null ? List.of() : List.of("questions[1]." + field + " " + code));
    }

    @Test
    void there_are_one_to_twelve_questions_and_one_needs_an_answer() {
        assertThat(OwnQuestions.errors(List.of())).extracting(FieldError::code).containsExactly("no-question");
        assertThat(OwnQuestions.errors(Collections.nCopies(12, new Question("q1", VIEW, true, false, "x", null)))).isEmpty();
        assertThat(OwnQuestions.errors(Collections.nCopies(13, new Question("q1", VIEW, true, false, "x", null)))).extracting(FieldError::code).containsExactly("too-many-questions");
        assertThat(OwnQuestions.errors(List.of(new Question("advice", VIEW, false, false)))).extracting(FieldError::code).containsExactly("none-required");
        assertThat(OwnQuestions.errors(kept((Question) null))).extracting(FieldError::field).as("a hole in a list").containsExactly("questions", "questions[0].text", "questions[0].nature");
    }

    @Test
    void a_button_moves_a_row_takes_it_out_or_adds_one_and_no_other_list_minds() {
        List<String> rows = List.of("a", "b", "c");
        assertThat(Rows.after("up-questions[1]", "questions", rows, "")).containsExactly("b", "a", "c");
        assertThat(Rows.after("up-questions[0]", "questions", rows, "")).isEqualTo(rows);
        assertThat(Rows.after("down-questions[2]", "questions", rows, "")).isEqualTo(rows);
        assertThat(Rows.after("down-questions[0]", "questions", rows, "")).containsExactly("b", "a", "c");
        assertThat(Rows.after("drop-questions[1]", "questions", rows, "")).containsExactly("a", "c");
        assertThat(Rows.after("drop-questions[9]", "questions", rows, "")).isEqualTo(rows);
        assertThat(Rows.after("up-questions[999]", "questions", rows, "")).isEqualTo(rows);
        assertThat(Rows.after("more-questions", "questions", rows, "")).containsExactly("a", "b", "c", "");
        assertThat(Rows.after("more-protocolSteps", "questions", rows, "")).isEqualTo(rows);
        assertThat(Rows.after("<script>", "questions", rows, "")).isEqualTo(rows);
    }

    private static List<Question> kept(Question... questions) {
        return OwnQuestions.kept(Arrays.asList(questions), Set.of(), KLANKBORDS);
    }
}
