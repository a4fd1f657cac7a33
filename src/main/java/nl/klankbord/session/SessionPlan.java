// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.WorkingDays;

/** When and where a circle meets. @param protocol one of those that the circle can choose */
public record SessionPlan(
        @NotNull(message = "{required}") Instant startsAt, @NotNull(message = "{required}") Instant endsAt,
        @NotBlank(message = "{required}") @Size(max = 300, message = "{too-long}") String location,
        @Size(max = 500, message = "{too-long}") @Pattern(regexp = "(https://\\S+)?", message = "{https-address}") String joinUrl,
        @NotBlank(message = "{required}") String protocol) {
    /** Working days between the reveal and the meeting, in which people read. */
    private static final int READING_TIME = 5;
    private static final Duration LONGEST = Duration.ofHours(10);
    private static final Duration FURTHEST = Duration.ofDays(730);

    /** The first day that leaves people time to read after the reveal. */
    static LocalDate earliest(Instant reveal, WorkingDays calendar) {
        return calendar.plus(WorkingDays.dayOf(reveal), READING_TIME);
    }

    /** @param earliest five working days after the reveal, so that everyone has read before they meet */
    List<FieldError> errorsInTime(Instant now, Instant earliest) {
        List<FieldError> errors = new ArrayList<>();
        if (startsAt != null && startsAt.isBefore(now)) {
            errors.add(new FieldError("startsAt", "in-the-past", List.of()));
        } else if (startsAt != null && startsAt.isAfter(now.plus(FURTHEST))) {
            errors.add(new FieldError("startsAt", "too-far-ahead", List.of()));
        } else if (startsAt != null && startsAt.isBefore(earliest)) {
            errors.add(new FieldError("startsAt", "too-soon-after-reveal", List.of(earliest)));
        }
        if (startsAt != null && endsAt != null && (!endsAt.isAfter(startsAt) || Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0)) {
            errors.add(new FieldError("endsAt", "ends-before-start", List.of()));
        }
        return errors;
    }
}
