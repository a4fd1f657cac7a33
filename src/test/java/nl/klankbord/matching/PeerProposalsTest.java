// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.matching.PeerProposals.Candidate;
import nl.klankbord.shared.Texts;
import org.junit.jupiter.api.Test;

class PeerProposalsTest {

    @Test
    void a_proposal_says_why_in_words_that_exist() {
        for (SizeClass size : SizeClass.values()) {
            for (boolean same : new boolean[] {true, false}) {
                for (int load = 0; load < 4; load++) {
                    Candidate candidate = new Candidate("GM0193", "Zwolle", same, size, same, load, load, same);
                    assertThat(candidate.reasons()).isNotEmpty();
                    candidate.proposal().reasons().forEach(PeerProposalsTest::assertExists);
                    candidate.proposal().conflicts().forEach(PeerProposalsTest::assertExists);
                }
            }
        }
    }

    @Test
    void it_tells_what_two_municipalities_share_and_where_they_differ() {
        assertThat(new Candidate("GM0193", "Zwolle", true, SizeClass.LARGE, false, 0, 0, false).reasons())
                .containsExactly("same-size-large", "other-province", "not-together-before", "no-reviews-now");
        assertThat(new Candidate("GM0193", "Zwolle", false, SizeClass.LARGE, true, 1, 2, false).reasons()).containsExactly("one-review-now");
        assertThat(new Candidate("GM0193", "Zwolle", false, SizeClass.LARGE, true, 2, 2, false).reasons()).containsExactly("more-reviews-now");
    }

    @Test
    void an_interest_that_was_declared_is_named() {
        assertThat(new Candidate("GM0193", "Zwolle", true, SizeClass.SMALL, true, 0, 0, true).proposal().conflicts()).isEqualTo(List.of("declared-conflict"));
        assertThat(new Candidate("GM0193", "Zwolle", true, SizeClass.SMALL, true, 0, 0, false).proposal().conflicts()).isEmpty();
    }

    private static void assertExists(String key) {
        assertThat(Texts.LANGUAGES).as(key).allMatch(language -> new Texts().has(language, "match." + key));
    }
}
