// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** Somebody who says for her seat: we know this. With an example if she likes; never a score. */
@Entity
@IdClass(Recognition.Key.class)
class Recognition {
    @Id
    private UUID seatId;
    @Id
    private UUID personId;
    private UUID dilemmaId;
    private String example;
    private Instant createdAt;

    protected Recognition() {}

    Recognition(UUID dilemmaId, Key key, String example, Instant now) {
        this.seatId = key.seatId;
        this.personId = key.personId;
        this.dilemmaId = dilemmaId;
        this.example = example;
        this.createdAt = now;
    }

    UUID personId() {
        return personId;
    }

    String example() {
        return example;
    }

    /** Takes the words away; the answer is what they were. */
    String take() {
        String words = example;
        example = null;
        return words;
    }

    void write(String example) {
        this.example = example;
    }

    record Key(UUID seatId, UUID personId) {}
}
