// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.klankbord.identity.Municipality;
import nl.klankbord.web.Api;

/** A step as the API tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepJson(UUID id, UUID dilemmaId, UUID seatId, String text, LocalDate dueOn, Owner owner, Author author, Instant createdAt, UUID fromMirror, StepOutcome outcome, String report, Instant reportedAt) {

    static StepJson of(StepFinder.Shown step) {
        return new StepJson(step.id(), step.dilemmaId(), step.seatId(), step.text(), step.dueOn(), step.ownerId() == null ? null : new Owner(step.ownerId(), step.ownerName()), new Author(step.authorName(), step.municipality()),
                step.createdAt(), step.fromMirror(), step.outcome(), step.report(), step.reportedAt());
    }

    record Owner(UUID id, String name) {}

    record Author(String name, Municipality.Ref municipality) {}

    /** What its writer sends. What only we decide is read past. */
    @JsonIgnoreProperties({"id", "seatId", "owner", "author", "createdAt", "reportedAt"})
    record Input(UUID dilemmaId, UUID fromMirror, String text, LocalDate dueOn, UUID ownerId, StepOutcome outcome, String report, Boolean sure) {
        StepText content() {
            return new StepText(text, dueOn, ownerId, outcome, report, Api.sure(sure));
        }
    }
}
