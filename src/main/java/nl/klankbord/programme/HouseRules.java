// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One version of what everyone in a programme promises; never changed, only followed by a next version. */
@Entity
@Immutable
@IdClass(HouseRules.Key.class)
class HouseRules {
    @Id
    private UUID programmeId;
    @Id
    private int version;
    private String text;
    private Instant createdAt;

    protected HouseRules() {}

    HouseRules(UUID programmeId, int version, String text, Instant createdAt) {
        this.programmeId = programmeId;
        this.version = version;
        this.text = text;
        this.createdAt = createdAt;
    }

    String text() {
        return text;
    }

    record Key(UUID programmeId, int version) {}
}
