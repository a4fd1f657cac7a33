// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.Immutable;

/** Observations of at least three municipalities that say the same, with in one sentence what that is. */
@Entity
@Immutable
class Pattern {
    static final int MUNICIPALITIES = 3;
    @Id
    private UUID id;
    private UUID programmeId;
    private String statement;
    private UUID madeBy;
    private Instant createdAt;

    protected Pattern() {}

    Pattern(UUID programmeId, String statement, UUID madeBy, Instant now) {
        this.id = Ids.next();
        this.programmeId = programmeId;
        this.statement = statement;
        this.madeBy = madeBy;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }
}
