// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** Someone's yes to one version of the house rules. Nothing of a programme opens without the yes to its present version. */
@Entity
@IdClass(HouseRulesAcceptance.Key.class)
class HouseRulesAcceptance {
    @Id
    private UUID personId;
    @Id
    private UUID programmeId;
    @Id
    private int version;
    private Instant acceptedAt;

    protected HouseRulesAcceptance() {}

    HouseRulesAcceptance(UUID personId, UUID programmeId, int version, Instant acceptedAt) {
        this.personId = personId;
        this.programmeId = programmeId;
        this.version = version;
        this.acceptedAt = acceptedAt;
    }

    record Key(UUID personId, UUID programmeId, int version) {}
}
