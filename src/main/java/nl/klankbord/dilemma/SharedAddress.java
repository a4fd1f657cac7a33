// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody's yes: who sits in this circle and says so too may see her mail address, and she theirs. */
@Entity
@Immutable
@IdClass(SharedAddress.Key.class)
class SharedAddress {
    @Id
    private UUID personId;
    @Id
    private UUID dilemmaId;
    private Instant sharedAt;

    protected SharedAddress() {}

    UUID personId() {
        return personId;
    }

    record Key(UUID personId, UUID dilemmaId) {}
}
