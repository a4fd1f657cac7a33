// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.klankbord.shared.Decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
    private final Texts texts = new Texts();

    @ParameterizedTest
    @EnumSource
    void every_reason_is_explained_in_every_language(Reason reason) {
        assertThat(Texts.LANGUAGES).allSatisfy(language -> assertThat(texts.get(language, "reason." + reason)).isNotBlank());
        assertThat(Texts.LANGUAGES.stream().map(language -> texts.get(language, "reason." + reason)).distinct()).hasSameSizeAs(Texts.LANGUAGES);
    }

    @Test
    void another_moment_would_allow_it_unless_it_takes_another_person_or_the_house_rules() {
        assertThat(Stream.of(Reason.values()).filter(reason -> !reason.conflict()))
                .containsExactlyInAnyOrder(Reason.RULES_NOT_ACCEPTED, Reason.NOT_YOUR_ROLE, Reason.OWN_CONTRIBUTION_ONLY);
    }

    @Test
    void only_a_grant_grants() {
        assertThat(Decision.GRANTED.granted()).isTrue();
        assertThat(Decision.HIDDEN.granted()).isFalse();
        assertThat(Decision.refused(Reason.WRONG_PHASE).granted()).isFalse();
    }
}
