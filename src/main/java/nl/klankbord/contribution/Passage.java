// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a contribution is about: words, as a W3C text quote selector (the quote and what stands around it), or all of a part.
 *
 * @param field the field of the canvas it stands in
 * @param exact the words; null for the whole field
 */
public record Passage(
        @NotBlank(message = "{required}") @Pattern(regexp = "title|question|intention|outcome|tension|stip|foto|paths|experiment|stopList|assumptions|tried|roles", message = "{unknown-field}") String field,
        @Size(max = 1000, message = "{too-long}") String exact,
        @Size(max = 200, message = "{too-long}") String prefix, @Size(max = 200, message = "{too-long}") String suffix) {

    public Passage {
        exact = exact == null || exact.isBlank() ? null : exact;
    }
}
