// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klankbord.identity.Municipality.SizeClass;
import nl.klankbord.identity.Municipality.Urbanity;
import nl.klankbord.matching.PeerPlan.Reason;
import nl.klankbord.shared.Texts;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Fit BEST = new Fit(SizeClass.LARGE, SizeClass.LARGE, null, null, false, List.of("inkoop"), 1, null);

    @Test
    void every_reason_has_words_in_both_languages() {
        for (SizeClass size : SizeClass.values()) {
            for (Long months : new Long[] {null, 3L, 18L, 40L}) {
                for (int n = 0; n < 4; n++) {
                    Fit fit = new Fit(size, size, null, null, n % 2 == 0, n == 0 ? List.of() : List.of("inkoop"), 1, months);
                    assertThat(fit.reasons(n, n / 2)).isNotEmpty().allSatisfy(reason -> assertThat(Texts.LANGUAGES).as(reason.key())
                            .allMatch(language -> new Texts().has(language, "match." + reason.key())));
                }
            }
        }
        assertThat(Texts.LANGUAGES).allMatch(language -> new Texts().has(language, "match.declared-conflict"));
    }

    @Test
    void it_tells_what_two_municipalities_share_and_where_they_differ() {
        assertThat(BEST.reasons(0, 0)).extracting(Reason::key).containsExactly("same-size-large", "other-province", "knows-themes", "not-together-before", "no-reviews-now");
        assertThat(new Fit(SizeClass.SMALL, SizeClass.LARGE, null, null, true, List.of(), 1, 3L).reasons(1, 0)).extracting(Reason::key).containsExactly("one-review-now");
        assertThat(BEST.lasting()).contains(new Reason("knows-themes", "inkoop"));
        assertThat(BEST.reasons(0, 2)).contains(new Reason("also-in-plan", "2"));
    }

    @Test
    void each_reason_that_falls_away_costs_something() {
        assertThat(BEST.cost()).isZero();
        assertThat(new Fit(SizeClass.MEDIUM, SizeClass.LARGE, null, null, false, List.of("inkoop"), 1, null).cost()).isPositive()
                .isLessThan(new Fit(SizeClass.SMALL, SizeClass.LARGE, null, null, false, List.of("inkoop"), 1, null).cost());
        assertThat(new Fit(SizeClass.LARGE, SizeClass.LARGE, null, null, true, List.of("inkoop"), 1, null).cost()).isPositive();
        assertThat(new Fit(SizeClass.LARGE, SizeClass.LARGE, null, null, false, List.of("inkoop"), 2, null).cost()).isPositive()
                .isLessThan(new Fit(SizeClass.LARGE, SizeClass.LARGE, null, null, false, List.of(), 2, null).cost());
    }

    @Test
    void how_urban_two_municipalities_are_counts_where_it_is_known_of_both_and_is_not_mentioned_where_it_is_not() {
        for (Urbanity urbanity : Urbanity.values()) {
            Fit same = new Fit(SizeClass.LARGE, SizeClass.LARGE, urbanity, urbanity, false, List.of("inkoop"), 1, null);
            assertThat(same.cost()).isZero();
            assertThat(same.lasting()).extracting(Reason::kind).contains("same-urbanity");
            assertThat(same.reasons(0, 0)).allSatisfy(reason -> assertThat(Texts.LANGUAGES).as(reason.key()).allMatch(language -> new Texts().has(language, "match." + reason.key())));
            for (Fit unknown : List.of(new Fit(SizeClass.LARGE, SizeClass.LARGE, urbanity, null, false, List.of("inkoop"), 1, null), new Fit(SizeClass.LARGE, SizeClass.LARGE, null, urbanity, false, List.of("inkoop"), 1, null))) {
                assertThat(unknown.cost()).isEqualTo(BEST.cost());
                assertThat(unknown.lasting()).isEqualTo(BEST.lasting());
            }
        }
        Fit near = new Fit(SizeClass.LARGE, SizeClass.LARGE, Urbanity.HIGH, Urbanity.VERY_HIGH, false, List.of("inkoop"), 1, null);
        Fit far = new Fit(SizeClass.LARGE, SizeClass.LARGE, Urbanity.RURAL, Urbanity.VERY_HIGH, false, List.of("inkoop"), 1, null);
        assertThat(near.cost()).isPositive().isLessThan(far.cost());
        assertThat(near.lasting()).isEqualTo(BEST.lasting());
    }

    @Test
    void the_same_pair_costs_less_the_longer_it_was_apart() {
        assertThat(List.of(2L, 14L, 30L)).extracting(months -> new Fit(SizeClass.LARGE, SizeClass.LARGE, null, null, false, List.of(), 0, months).cost()).isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .doesNotHaveDuplicates().allMatch(cost -> cost > 0);
    }

    @Test
    void a_dilemma_without_themes_asks_nobody_to_know_them() {
        assertThat(new Fit(SizeClass.LARGE, SizeClass.LARGE, null, null, false, List.of(), 0, null).cost()).isZero();
    }

    @Test
    void every_further_seat_of_the_same_municipality_costs_more() {
        for (int load = 0; load < 20; load++) {
            assertThat(Fit.seat(load + 1)).isGreaterThan(Fit.seat(load));
        }
    }
}
