// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an author, or a dilemma's host, is asked about one wording of a lesson, and answers. */
@Entity
class LessonConsent {
    @Id
    private UUID id;
    private UUID lessonId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ConsentKind kind;
    private UUID personId;
    private UUID dilemmaId;
    private Instant askedAt;
    private Instant dueAt;
    private Boolean given;
    private String why;
    private UUID decidedBy;
    private Instant decidedAt;

    protected LessonConsent() {}

    private LessonConsent(UUID lessonId, ConsentKind kind, UUID personId, UUID dilemmaId, Instant now, Instant dueAt) {
        this.id = Ids.next();
        this.lessonId = lessonId;
        this.kind = kind;
        this.personId = personId;
        this.dilemmaId = dilemmaId;
        this.askedAt = now;
        this.dueAt = dueAt;
    }

    static LessonConsent ofAuthor(UUID lessonId, UUID personId, Instant now, Instant dueAt) {
        return new LessonConsent(lessonId, ConsentKind.AUTHOR, personId, null, now, dueAt);
    }

    static LessonConsent ofHost(UUID lessonId, UUID dilemmaId, Instant now, Instant dueAt) {
        return new LessonConsent(lessonId, ConsentKind.HOST, null, dilemmaId, now, dueAt);
    }

    boolean given() {
        return Boolean.TRUE.equals(given);
    }

    void answer(boolean given, String why, UUID by, Instant now) {
        this.given = given;
        this.why = why;
        this.decidedBy = by;
        this.decidedAt = now;
    }
}
