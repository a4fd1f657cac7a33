// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who moved a round, when, from where to where. Moved by nobody means: by the machine. */
@Entity
@Immutable
class RoundMove {
    @Id
    private UUID id;
    private UUID roundId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RoundPhase fromPhase;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RoundPhase toPhase;
    private UUID movedBy;
    private Instant movedAt;

    protected RoundMove() {}

    RoundMove(UUID roundId, RoundPhase from, RoundPhase to, UUID by, Instant at) {
        this.id = Ids.next();
        this.roundId = roundId;
        this.fromPhase = from;
        this.toPhase = to;
        this.movedBy = by;
        this.movedAt = at;
    }
}
