// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Convert;
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

/** What a dilemma said at a moment that counts. */
@Entity
@Immutable
class DilemmaVersion {
    @Id
    private UUID id;
    private UUID dilemmaId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private VersionKind kind;
    @Convert(converter = CanvasColumn.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Canvas canvas;
    private UUID writtenBy;
    private Instant writtenAt;

    protected DilemmaVersion() {}

    DilemmaVersion(UUID dilemmaId, VersionKind kind, Canvas canvas, UUID by, Instant at) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.kind = kind;
        this.canvas = canvas;
        this.writtenBy = by;
        this.writtenAt = at;
    }
}
