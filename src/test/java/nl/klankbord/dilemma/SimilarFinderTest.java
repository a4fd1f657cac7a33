// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimilarFinderTest {

    @Test
    void titles_are_compared_by_the_beginnings_of_words_that_tell_something() {
        assertThat(SimilarFinder.words("De raad wil weten of de Buurtteams werken")).containsExactly("raad", "weten", "buurttea", "werken");
        assertThat(SimilarFinder.words("Hoe gaan we dit doen?")).isEmpty();
        assertThat(SimilarFinder.words(null)).isEmpty();
    }

    @Test
    void a_sign_that_a_query_would_take_for_any_letter_is_no_part_of_a_word() {
        assertThat(SimilarFinder.words("100% _____ %%%% inkoop_beleid")).containsExactly("inkoop", "beleid");
    }
}
