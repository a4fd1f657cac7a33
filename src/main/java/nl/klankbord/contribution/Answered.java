// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An answer with what it answers. @param asked the words of the question where a programme wrote it: nobody else knows its key */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answered(String question, String asked, String text, String skipped) {}
