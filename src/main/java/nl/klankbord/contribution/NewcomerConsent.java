// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** Whether a writer lets someone who came later read what was written before. Without one the answer is no; it holds as long as that stay. */
@Entity
@IdClass(NewcomerConsent.Key.class)
class NewcomerConsent {
    @Id
    private UUID seatId;
    @Id
    private UUID personId;
    @Id
    private UUID authorId;
    private UUID dilemmaId;
    private boolean given;
    private Instant decidedAt;

    protected NewcomerConsent() {}

    NewcomerConsent(UUID dilemmaId, Key key) {
        this.seatId = key.seatId;
        this.personId = key.personId;
        this.authorId = key.authorId;
        this.dilemmaId = dilemmaId;
    }

    void answer(boolean given, Instant now) {
        this.given = given;
        this.decidedAt = now;
    }

    /** @param personId who came later */
    record Key(UUID seatId, UUID personId, UUID authorId) {}
}
