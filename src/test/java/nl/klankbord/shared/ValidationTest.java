// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.klankbord.shared.Outcome.FieldError;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final Validation VALIDATION = new Validation();

    interface Later {}

    record Part(@Size(max = 3, message = "{too-long}") String name) {}

    record Form(@NotBlank(message = "{required}") @Size(max = 5, message = "{too-long}") String title,
                @NotBlank(groups = Later.class, message = "{required}") String question,
                @Size(max = 2, message = "{too-many}") List<@Size(max = 4, message = "{too-long}") String> paths, List<@Valid Part> parts,
                @Size(min = 3, message = "{too-short}") String exact) {}

    @BeforeAll
    static void validator() {
        try (var factory = jakarta.validation.Validation.byDefaultProvider().configure().messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory()) {
            VALIDATION.validator = factory.getValidator();
        }
    }

    @Test
    void a_field_error_names_the_field_and_the_code_of_its_text() {
        assertThat(VALIDATION.errors(new Form(" ", null, null, null, null))).containsExactly(new FieldError("title", "required", List.of()));
    }

    @Test
    void a_limit_is_told_by_its_figure() {
        assertThat(VALIDATION.errors(new Form("zesletters", null, List.of("a", "b", "c"), null, "ab"))).containsExactly(new FieldError("exact", "too-short", List.of(3)),
                new FieldError("paths", "too-many", List.of(2)), new FieldError("title", "too-long", List.of(5)));
    }

    @Test
    void an_item_of_a_list_is_named_by_its_place() {
        assertThat(VALIDATION.errors(new Form("titel", null, List.of("a", "bcdef"), List.of(new Part("ok"), new Part("lang")), null)))
                .containsExactly(new FieldError("parts[1].name", "too-long", List.of(3)), new FieldError("paths[1]", "too-long", List.of(4)));
    }

    @Test
    void what_is_needed_later_is_asked_later() {
        Form form = new Form("titel", "", null, null, null);
        assertThat(VALIDATION.errors(form)).isEmpty();
        assertThat(VALIDATION.errors(form, Later.class)).containsExactly(new FieldError("question", "required", List.of()));
    }
}
