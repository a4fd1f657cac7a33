// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a reflection says to a question of its round's set that has no column of its own.
 *
 * @param question its key
 * @param skipped  why it is passed over instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties("asked")
public record Answer(String question, String text, String skipped) {
    public Answer {
        text = ContributionText.blankToNull(text);
        skipped = ContributionText.blankToNull(skipped);
    }
}
