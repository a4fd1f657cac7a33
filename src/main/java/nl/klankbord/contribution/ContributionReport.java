// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;

/** Someone says that a person can be recognised in a text. It hides the text until it is lifted, and stays in the log. */
@Entity
class ContributionReport {
    @Id
    private UUID id;
    private UUID contributionId;
    private UUID dilemmaId;
    private UUID reportedBy;
    private String why;
    private Instant reportedAt;
    private UUID liftedBy;
    private Instant liftedAt;

    protected ContributionReport() {}

    ContributionReport(Contribution contribution, UUID by, String why, Instant now) {
        this.id = Ids.next();
        this.contributionId = contribution.id();
        this.dilemmaId = contribution.dilemmaId();
        this.reportedBy = by;
        this.why = why;
        this.reportedAt = now;
    }

    UUID id() {
        return id;
    }

    void lift(UUID by, Instant now) {
        this.liftedBy = by;
        this.liftedAt = now;
    }
}
