// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The three answers a host closes with. "Still open" is as good an answer as any. */
public record Closing(@NotBlank(message = "{required}") @Size(max = 4000, message = "{too-long}") String works,
                      @NotBlank(message = "{required}") @Size(max = 4000, message = "{too-long}") String nextStep,
                      @NotBlank(message = "{required}") @Size(max = 4000, message = "{too-long}") String stillOpen) {

    String said(String field) {
        return switch (field) {
            case "works" -> works;
            case "nextStep" -> nextStep;
            case "stillOpen" -> stillOpen;
            default -> throw new IllegalArgumentException(field);
        };
    }

    Closing with(String field, String text) {
        return new Closing(field.equals("works") ? text : works, field.equals("nextStep") ? text : nextStep, field.equals("stillOpen") ? text : stillOpen);
    }
}
