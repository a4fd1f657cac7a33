// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** "And with us?": what the advice means for the adviser's own municipality. Read on its own seat, nowhere else, never later. */
@Entity
class Mirror {
    @Id
    private UUID contributionId;
    private UUID seatId;
    private String text;
    private Instant updatedAt;

    protected Mirror() {}

    Mirror(UUID contributionId, UUID seatId, String text, Instant now) {
        this.contributionId = contributionId;
        this.seatId = seatId;
        write(text, now);
    }

    String text() {
        return text;
    }

    final void write(String text, Instant now) {
        this.text = text;
        this.updatedAt = now;
    }
}
