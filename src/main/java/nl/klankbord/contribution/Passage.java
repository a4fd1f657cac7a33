// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The words a contribution is about, as a W3C text quote selector: the quote and what stands around it.
 *
 * @param field the field of the canvas it stands in
 */
public record Passage(
        @NotBlank(message = "{required}") @Pattern(regexp = "title|question|intention|outcome|tension|stip|foto|paths|experiment|stopList|assumptions|tried|roles", message = "{unknown-field}") String field,
        @NotBlank(message = "{required}") @Size(max = 1000, message = "{too-long}") String exact,
        @Size(max = 200, message = "{too-long}") String prefix, @Size(max = 200, message = "{too-long}") String suffix) {}
