// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an observation belongs to a pattern. */
@Entity
@Immutable
@IdClass(PatternObservation.Key.class)
class PatternObservation {
    @Id
    private UUID patternId;
    @Id
    private UUID observationId;

    protected PatternObservation() {}

    PatternObservation(UUID patternId, UUID observationId) {
        this.patternId = patternId;
        this.observationId = observationId;
    }

    record Key(UUID patternId, UUID observationId) {}
}
