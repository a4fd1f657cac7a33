// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

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

/** Who moved a dilemma, when, from where to where. Moved by nobody means: by the machine. */
@Entity
@Immutable
class DilemmaMove {
    @Id
    private UUID id;
    private UUID dilemmaId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Phase fromPhase;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Phase toPhase;
    private UUID movedBy;
    private Instant movedAt;

    protected DilemmaMove() {}

    DilemmaMove(UUID dilemmaId, Phase from, Phase to, UUID by, Instant at) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.fromPhase = from;
        this.toPhase = to;
        this.movedBy = by;
        this.movedAt = at;
    }
}
