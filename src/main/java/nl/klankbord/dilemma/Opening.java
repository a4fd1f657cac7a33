// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The first time someone opened a dilemma. */
@Entity
@Immutable
@Table(name = "dilemma_opening")
@IdClass(Opening.Key.class)
class Opening {
    @Id
    private UUID dilemmaId;
    @Id
    private UUID personId;
    private Instant openedAt;

    protected Opening() {}

    record Key(UUID dilemmaId, UUID personId) {}
}
