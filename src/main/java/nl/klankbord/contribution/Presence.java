// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** When someone was last seen writing the reflection of a seat. */
@Entity
@Immutable
@Table(name = "reflection_presence")
@IdClass(Presence.Key.class)
class Presence {
    @Id
    private UUID seatId;
    @Id
    private UUID personId;
    private Instant seenAt;

    protected Presence() {}

    record Key(UUID seatId, UUID personId) {}
}
