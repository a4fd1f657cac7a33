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

    void write(String example) {
        this.example = example;
    }
}
