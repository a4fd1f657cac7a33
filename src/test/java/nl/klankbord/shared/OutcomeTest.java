// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.shared.Outcome.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTest {

    @Test
    void what_was_done_can_be_turned_into_something_else() {
        assertThat(Outcome.done(3).map(version -> "v" + version)).isEqualTo(Outcome.done("v3"));
    }

    static Stream<Outcome<Integer>> failures() {
        return Stream.of(Outcome.hidden(), Outcome.refused(Decision.Reason.FROZEN), Outcome.invalid("title", "required"), new Outcome.Stale<>(true),
                new Outcome.Blocked<>(List.of(new Outcome.Unmet("quorum", UUID.randomUUID()))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_was_not_done_stays_what_it_is(Outcome<Integer> failure) {
        assertThat((Object) failure.map(version -> {
            throw new IllegalStateException("nothing was done");
        })).isEqualTo(failure);
    }

    @Test
    void what_is_wrong_names_its_field_its_code_and_the_figures_of_its_text() {
        assertThat(Outcome.<Void>invalid("why", "too-long", 1000)).isEqualTo(new Outcome.Invalid<>(List.of(new FieldError("why", "too-long", List.of(1000)))));
    }
}
