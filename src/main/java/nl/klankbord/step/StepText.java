// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.klankbord.shared.Outcome.FieldError;

/**
 * A step as somebody writes it.
 *
 * @param text    a mirror fits in it as it is
 * @param ownerId null leaves who it is; of a new step its writer
 * @param outcome null: nothing yet
 * @param report  what came of it; null leaves what is there
 * @param sure    whether the writer has looked at what may lead to a person
 */
public record StepText(@NotNull(message = "{required}") @Size(max = 8000, message = "{too-long}") String text, @NotNull(message = "{required}") LocalDate dueOn, UUID ownerId, StepOutcome outcome,
                       @Size(max = 4000, message = "{too-long}") String report, boolean sure) {
    private static final int MOST_YEARS = 5;

    public StepText {
        text = text == null || text.codePoints().noneMatch(Character::isLetterOrDigit) ? null : text.strip();
        report = report == null ? null : report.strip();
    }

    /** @param kept the date it has now, which may have passed; null of a new one */
    List<FieldError> wrongDate(LocalDate kept, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        boolean open = outcome == null || outcome == StepOutcome.GOING_ON;
        // What goes on needs a day to come back to.
        if (dueOn != null && dueOn.isBefore(today) && open && (!dueOn.equals(kept) || outcome == StepOutcome.GOING_ON)) {
            errors.add(new FieldError("dueOn", "in-the-past", List.of()));
        }
        if (dueOn != null && dueOn.isAfter(today.plusYears(MOST_YEARS))) {
            errors.add(new FieldError("dueOn", "too-far-ahead", List.of()));
        }
        return errors;
    }
}
