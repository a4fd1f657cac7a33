// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

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

/** A marked passage. It says where the words stand and holds none: withdrawn in their source they are gone here too. */
@Entity
@Immutable
class Observation {
    @Id
    private UUID id;
    private UUID programmeId;
    private UUID dilemmaId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SourceType sourceType;
    private UUID sourceId;
    private String field;
    private int starts;
    private int length;
    @Convert(converter = Themes.Column.class)
    private Themes themes;
    private UUID markedBy;
    private Instant createdAt;

    protected Observation() {}

    Observation(UUID programmeId, UUID dilemmaId, SourceType sourceType, UUID sourceId, Excerpt excerpt, Themes themes, UUID markedBy, Instant now) {
        this.id = Ids.next();
        this.programmeId = programmeId;
        this.dilemmaId = dilemmaId;
        this.sourceType = sourceType;
        this.sourceId = sourceId;
        this.field = excerpt.field();
        this.starts = excerpt.starts();
        this.length = excerpt.length();
        this.themes = themes;
        this.markedBy = markedBy;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }
}
