// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A small next step that people on one seat of a dilemma take in their own municipality; read there, and nowhere else. */
@Entity
class Step {
    @Id
    private UUID id;
    private UUID dilemmaId;
    private UUID seatId;
    private UUID authorId;
    private UUID writtenBy;
    private UUID ownerId;
    private String text;
    private LocalDate dueOn;
    private UUID fromMirror;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private StepOutcome outcome;
    private String report;
    private UUID reportedBy;
    private Instant reportedAt;
    private Instant createdAt;
    @Version
    private int version;

    protected Step() {}

    /** @param fromMirror the reflection in whose mirror it began, or null */
    Step(UUID dilemmaId, UUID seatId, UUID authorId, UUID fromMirror, StepText content, Instant now) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.seatId = seatId;
        this.authorId = authorId;
        this.ownerId = authorId;
        this.fromMirror = fromMirror;
        this.createdAt = now;
        write(content, authorId);
    }

    /** The text is whose who wrote it last; the date and the owner belong to the seat. */
    final void write(StepText content, UUID by) {
        writtenBy = content.text().equals(text) ? writtenBy : by;
        text = content.text();
        dueOn = content.dueOn();
        ownerId = content.ownerId() == null ? ownerId : content.ownerId();
    }

    /** What came of it. Open again, what was said of it stays. The words are whose who wrote them last; without any, it is told by who chose the outcome. */
    void report(StepOutcome outcome, String words, UUID by, Instant now) {
        boolean written = words != null && !words.equals(Objects.toString(report, ""));
        if (written || report == null && outcome != null && outcome != this.outcome) {
            reportedBy = by;
            reportedAt = now;
        }
        this.outcome = outcome;
        this.report = words == null ? report : words.isEmpty() ? null : words;
    }

    UUID id() {
        return id;
    }

    UUID dilemmaId() {
        return dilemmaId;
    }

    UUID ownerId() {
        return ownerId;
    }

    String text() {
        return text;
    }

    String report() {
        return report;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    int version() {
        return version;
    }
}
