// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A seat that says: we know this. With an example if it likes; never a score. */
@Entity
class Recognition {
    @Id
    private UUID seatId;
    private UUID dilemmaId;
    private UUID personId;
    private String example;
    private Instant createdAt;

    protected Recognition() {}

    Recognition(UUID seatId, UUID dilemmaId, UUID personId, String example, Instant now) {
        this.seatId = seatId;
        this.dilemmaId = dilemmaId;
        this.personId = personId;
        this.example = example;
        this.createdAt = now;
    }

    /** Written anew by a colleague it is hers, as if said now; her consent and her export go with it. */
    void write(String example, UUID by, Instant now) {
        if (!example.equals(this.example) && !by.equals(personId)) {
            this.personId = by;
            this.createdAt = now;
        }
        this.example = example;
    }
}
