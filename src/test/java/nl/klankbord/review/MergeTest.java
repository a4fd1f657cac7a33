// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Wij denken mee.      | Wij denken graag mee.  | Wij denken mee. Altijd.    | Wij denken graag mee. Altijd.",
            "Wij denken mee.      | Wij denken mee.        | Wij denken niet mee.       | Wij denken niet mee.",
            "Wij denken mee.      | Wij denken niet mee.   | Wij denken mee.            | Wij denken niet mee.",
            "Een twee drie vier   | twee drie vier         | Een twee drie              | twee drie",
            "Een twee             | Een twee drie          | Een twee drie              | Een twee drie"})
    void what_only_one_of_both_changed_is_taken_over(String base, String saved, String typed, String merged) {
        assertThat(Merge.of(base, saved, typed)).isEqualTo(merged);
    }

    @Test
    void what_both_added_in_the_same_place_stays_twice_the_saved_text_first() {
        assertThat(Merge.of("Begin.", "Begin. Van Anne.", "Begin. Van Bilal.")).isEqualTo("Begin. Van Anne. Van Bilal.");
        assertThat(Merge.of("", "Van Anne.", "Van Bilal.")).isEqualTo("Van Anne.\n\nVan Bilal.");
    }

    @Test
    void of_words_that_both_changed_their_sentence_stays_twice_and_no_other() {
        assertThat(Merge.of("Wij zien dit ook. Wij denken dat het kan. Dat was het.", "Wij zien dit ook. Wij weten dat het kan. Dat was het.", "Wij zien dit ook. Wij hopen dat het kan. Dat was het."))
                .isEqualTo("Wij zien dit ook. Wij weten dat het kan. Wij hopen dat het kan. Dat was het.");
    }

    @Test
    void of_words_that_both_changed_both_lines_stay() {
        assertThat(Merge.of("Eerst dit.\nWij denken dat het kan.\nDan dat.", "Eerst dit.\nWij weten dat het kan.\nDan dat.", "Eerst dit!\nWij hopen dat het kan.\nDan dat."))
                .contains("Wij weten dat het kan.", "Wij hopen dat het kan.").endsWith("Dan dat.");
    }

    @Test
    void lines_that_different_people_changed_are_one_text_again() {
        assertThat(Merge.of("een\ntwee\ndrie", "een\ntwee\ndrie en meer", "een, om te beginnen\ntwee\ndrie")).isEqualTo("een, om te beginnen\ntwee\ndrie en meer");
    }

    @Test
    void without_knowing_where_both_began_nothing_is_lost() {
        String merged = Merge.of(null, "Samen.\nVan Anne.\nSlot.", "Samen.\nVan Bilal.\nSlot.");
        assertThat(merged).isEqualTo("Samen.\nVan Anne.\nVan Bilal.\nSlot.");
        assertThat(Merge.of(null, "", "Nieuw")).isEqualTo("Nieuw");
        assertThat(Merge.of(null, "Oud", "")).isEqualTo("Oud");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\u2028", "\u2029", "\u0085", "\f", "\u000b"})
    void whatever_separates_lines_of_a_pasted_text_nothing_is_dropped(String end) {
        String base = "Eerst dit." + end + "Wij denken dat het kan." + end + "Dan dat.";
        String saved = base.replace("denken", "weten");
        String typed = base.replace("denken", "hopen");
        assertThat(Merge.of(base, saved, typed)).contains("Eerst dit.", "weten", "hopen", "Dan dat.");
        assertThat(Merge.of(null, saved, typed)).contains("Eerst dit.", "weten", "hopen", "Dan dat.");
        assertThat(Merge.of(base, saved, base + end + "Slot.")).isEqualTo(saved + end + "Slot.");
        assertThat(Merge.of(null, saved, "")).isEqualTo(saved);
    }

    @Test
    void no_word_that_either_added_is_ever_lost() {
        String[] texts = {"", "a", "a b c", "a x c", "b c", "a b c d", "x y", "a\nb", "a\n\nb c", " a ", "c b a", "a b\nc d\ne", "a\r\nb d", "a\u2028b", "x\rb\u0085c"};
        for (String base : texts) {
            for (String saved : texts) {
                for (String typed : texts) {
                    String merged = Merge.of(base, saved, typed);
                    for (String text : new String[] {saved, typed}) {
                        for (String word : text.split("\\s+")) {
                            assertThat(base.contains(word) || merged.contains(word)).as("%s of %s and %s from %s: %s", word, saved, typed, base, merged).isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void only_fields_that_differ_are_shown_and_the_others_go_along() {
        Both both = Both.of("/x", "reflection", 3, null, new Snapshot(Map.of("text", "Bewaard", "advice", "Zelfde")), new Snapshot(Map.of("text", "Getypt", "advice", "Zelfde")));
        assertThat(both.fields()).filteredOn(Both.Field::isDiffering).extracting(Both.Field::name).containsExactly("text");
        assertThat(both.fields()).hasSize(2);
    }

    @Test
    void what_only_one_of_both_changed_is_made_one_without_a_question() {
        Snapshot began = new Snapshot(Map.of("text", "Oud", "advice", "Raad", "mirror", "", "example", "Zo"));
        Both both = Both.of("/x", "reflection", 3, began, new Snapshot(Map.of("text", "Bewaard", "advice", "Raad", "mirror", "Bij ons", "example", "Zo")),
                new Snapshot(Map.of("text", "Getypt", "advice", "Andere raad", "mirror", "", "example", "Zo")));
        assertThat(both.getClashes()).extracting(Both.Field::name).containsExactly("text");
        assertThat(both.getJoined()).extracting(Both.Field::name, Both.Field::getSettled).containsExactlyInAnyOrder(tuple("advice", "Andere raad"), tuple("mirror", "Bij ons"));
        assertThat(both.isMirroring()).isFalse();
        assertThat(both.fields()).filteredOn(field -> field.name().equals("example")).extracting(Both.Field::getSettled).containsExactly("Zo");
        assertThat(Both.of("/x", "reflection", 3, null, new Snapshot(Map.of("mirror", "Bij ons")), new Snapshot(Map.of("mirror", ""))).getClashes()).as("where nobody knows who changed it").hasSize(1);
    }

    @Test
    void where_nobody_knows_what_a_field_began_from_both_stay() {
        Snapshot began = new Snapshot(Map.of("text", "Oud", "advice", "Bewaard"));
        Snapshot before = new Snapshot(Map.of("advice", "Eerder"));
        assertThat(before.beside(new Snapshot(Map.of("text", "Nieuw")))).isEqualTo(before);
        assertThat(before.beside(new Snapshot(Map.of("advice", "Nieuw"))).isNothing()).isTrue();
        Both both = Both.of("/x", "reflection", 3, began.beside(before), began, new Snapshot(Map.of("text", "Nieuw", "advice", "Eerder")));
        assertThat(both.fields()).extracting(Both.Field::merged).containsExactlyInAnyOrder("Nieuw", "Bewaard\nEerder");
    }

    @Test
    void an_answer_goes_back_by_the_names_its_form_has_for_it() {
        Both both = Both.of("/x", "reflection", 3, null, new Snapshot(Map.of("answers.trust", "", "answers.trust.skipped", "Past niet")), new Snapshot(Map.of()));
        assertThat(both.fields()).allMatch(Both.Field::isAnswer).allMatch(field -> field.getQuestion().equals("trust") && field.getLabel().equals("reflection.trust"));
        assertThat(both.fields()).extracting(Both.Field::getInput).containsExactlyInAnyOrder("answer", "skipped");
    }

    @Test
    void who_changed_something_else_is_in_nobodys_way() {
        Snapshot saved = new Snapshot(Map.of("text", "Zoals het was"));
        assertThat(Both.agree(saved, saved, new Snapshot(Map.of("text", "Nieuw")))).isTrue();
        assertThat(Both.agree(new Snapshot(Map.of("text", "Ouder")), saved, new Snapshot(Map.of("text", "Nieuw")))).isFalse();
        assertThat(Both.agree(null, saved, new Snapshot(Map.of("text", "Nieuw")))).isFalse();
        assertThat(Both.agree(null, saved, saved)).isTrue();
    }

    @Test
    void what_a_form_says_it_began_from_may_be_anything() {
        for (String wrong : new String[] {null, "", "{", "[]", "null", "7", "\"x\""}) {
            assertThat(Snapshot.read(wrong)).as(wrong).isNull();
        }
        assertThat(Snapshot.read("{\"text\":{\"x\":null},\"y\":null}").text("nowhere")).isEmpty();
        Snapshot snapshot = new Snapshot(Map.of("text", "Een \"regel\"\nen nog een"));
        assertThat(Snapshot.read(snapshot.json())).isEqualTo(snapshot);
    }

    @Test
    void only_what_was_typed_since_is_put_aside() {
        Snapshot base = new Snapshot(Map.of("text", "Van ons samen", "advice", "Oud", "example", ""));
        assertThat(new Snapshot(Map.of("text", "Van ons samen", "advice", "Nieuw", "example", "")).without(base)).isEqualTo(new Snapshot(Map.of("advice", "Nieuw")));
        assertThat(base.without(base).isNothing()).isTrue();
        assertThat(new Snapshot(Map.of("text", " ")).without(null).isNothing()).isTrue();
    }
}
