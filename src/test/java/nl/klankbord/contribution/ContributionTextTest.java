// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static nl.klankbord.contribution.ContributionKind.ANSWER;
import static nl.klankbord.contribution.ContributionKind.QUESTION;
import static nl.klankbord.contribution.ContributionKind.REFLECTION;
import static nl.klankbord.contribution.ContributionKind.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klankbord.shared.Outcome.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionTextTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REFLECTION")
    void a_question_answer_or_remark_says_something(ContributionKind kind) {
        assertThat(text(kind, "Wat is de bedoeling?").errorsOfKind()).isEmpty();
        assertThat(text(kind, "  \n").errorsOfKind()).containsExactly(new FieldError("text", "required", List.of()));
        assertThat(text(kind, null).errorsOfKind()).containsExactly(new FieldError("text", "required", List.of()));
    }

    @Test
    void a_reflection_may_begin_empty() {
        assertThat(text(REFLECTION, "").errorsOfKind()).isEmpty();
        assertThat(new ContributionText(REFLECTION, "Herkenbaar", null, null, List.of("dat klopt niet"), "bij ons", "doe dit", "en wij?", true).errorsOfKind()).isEmpty();
    }

    @Test
    void a_question_holds_no_advice() {
        ContributionText question = new ContributionText(QUESTION, "Waarom?", null, null, null, null, "Koop anders in", null, true);
        assertThat(question.errorsOfKind()).containsExactly(new FieldError("advice", "advice-while-clarifying", List.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "REMARK"})
    void what_belongs_in_a_reflection_stays_out_of_the_rest(ContributionKind kind) {
        ContributionText all = new ContributionText(kind, "Zo", null, null, List.of("aanname"), "voorbeeld", "advies", "spiegel", List.of(new Answer("warm", "Zo", null)), true);
        assertThat(all.errorsOfKind()).extracting(FieldError::field, FieldError::code).containsExactlyInAnyOrder(tuple("advice", "only-in-reflection"),
                tuple("example", "only-in-reflection"), tuple("mirror", "only-in-reflection"), tuple("assumptions", "only-in-reflection"), tuple("answers", "only-in-reflection"));
    }

    @Test
    void blanks_around_a_text_are_taken_off_and_blank_parts_left_out() {
        ContributionText text = new ContributionText(REFLECTION, " a ", null, null, Arrays.asList(" b ", " ", null), "  ", "\n", null, true);
        assertThat(text).isEqualTo(new ContributionText(REFLECTION, "a", null, null, List.of("b"), null, null, null, true));
        assertThat(text(REMARK, null).text()).isEmpty();
    }

    @Test
    void a_mirror_that_is_left_out_is_not_an_empty_one() {
        assertThat(new ContributionText(REFLECTION, "", null, null, null, null, null, null, true).mirror()).isNull();
        assertThat(new ContributionText(REFLECTION, "", null, null, null, null, null, " ", true).mirror()).isEmpty();
        assertThat(new ContributionText(REMARK, "Zo", null, null, null, null, null, " ", true).errorsOfKind()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..........................", "?!?!?!?!?!?!?!", "😀😀😀😀😀😀😀😀😀😀😀😀", "a b c d e f g h i", "- - - - - - - - - - - -", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "aaaaa bbbbb ababab", "hallo hallo Hallo HALLO", "asdfghjklqwerty"})
    void a_dot_or_one_key_or_one_word_over_and_over_does_not_say_enough_to_open_the_reflections_of_others(String text) {
        assertThat(ContributionText.says(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Heel herkenbaar", "Bij ons is het net zo.", "Één jaar, 2 keer!"})
    void a_few_words_do(String text) {
        assertThat(ContributionText.says(text)).isTrue();
    }

    @Test
    void what_leads_to_a_person_is_seen_in_every_part_of_a_reflection() {
        for (List<Answer> answers : List.of(List.of(new Answer("warm", "Bel 06-12345678", null)), List.of(new Answer("analysis", null, "Bel 06-12345678")))) {
            assertThat(new ContributionText(REFLECTION, "", null, null, null, null, null, null, answers, false).unsure()).extracting(FieldError::field, FieldError::code).containsExactly(tuple("sure", "names-someone"));
            assertThat(new ContributionText(REFLECTION, "", null, null, null, null, null, null, answers, true).unsure()).isEmpty();
        }
        assertThat(new ContributionText(REFLECTION, "", null, null, List.of("Mevrouw Jansen wil niet"), null, null, null, false).unsure()).hasSize(1);
        assertThat(new ContributionText(REFLECTION, "", null, null, null, null, null, "Mevrouw Jansen", false).unsure()).as("the mirror is one's own").isEmpty();
    }

    @Test
    void every_kind_is_posted_by_a_deed_of_its_own() {
        Set<ContributionDeed> deeds = Arrays.stream(ContributionKind.values()).map(ContributionDeed::posting).collect(Collectors.toSet());
        assertThat(deeds).hasSameSizeAs(ContributionKind.values());
        assertThat(ContributionDeed.posting(ANSWER)).isEqualTo(ContributionDeed.ANSWER);
    }

    private static ContributionText text(ContributionKind kind, String text) {
        return new ContributionText(kind, text, null, null, null, null, null, null, true);
    }
}
