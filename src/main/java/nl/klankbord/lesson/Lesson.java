// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/** A distilled, consented, de-identified pattern: what others may learn from it, in other words than were said. */
@Entity
class Lesson {
    @Id
    private UUID id;
    private UUID programmeId;
    private UUID patternId;
    private String title;
    private String statement;
    private String conditions;
    private String counterExample;
    private String frame;
    private String localFilling;
    private String counting;
    private String telling;
    @Convert(converter = Themes.Column.class)
    private Themes themes;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LessonStatus status;
    private boolean open;
    private Instant publishedAt;
    private Instant createdAt;
    // By the clock all instances share, and which no demo sets back.
    @Generated(event = {EventType.INSERT, EventType.UPDATE}, sql = "utc_timestamp(6)")
    private Instant changedAt;
    @Version
    private int version;

    protected Lesson() {}

    Lesson(UUID programmeId, UUID patternId, Wording wording, Instant now) {
        this.id = Ids.next();
        this.programmeId = programmeId;
        this.patternId = patternId;
        this.status = LessonStatus.DRAFT;
        this.createdAt = now;
        write(wording);
    }

    final void write(Wording wording) {
        this.title = wording.title();
        this.statement = wording.statement();
        this.conditions = wording.conditions();
        this.counterExample = wording.counterExample();
        this.frame = wording.frame();
        this.localFilling = wording.localFilling();
        this.counting = wording.counting();
        this.telling = wording.telling();
        this.themes = new Themes(wording.themes());
        this.open = wording.open();
    }

    Wording wording() {
        return new Wording(title, statement, conditions, counterExample, frame, localFilling, counting, telling, themes.names(), open);
    }

    UUID id() {
        return id;
    }

    UUID programmeId() {
        return programmeId;
    }

    UUID patternId() {
        return patternId;
    }

    LessonStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    void publish(Instant now) {
        status = LessonStatus.PUBLISHED;
        publishedAt = now;
    }

    /** Out of the library: it no longer rests on enough municipalities. */
    void fallBack() {
        status = LessonStatus.DRAFT;
        publishedAt = null;
    }

    void withdraw() {
        status = LessonStatus.WITHDRAWN;
    }
}
