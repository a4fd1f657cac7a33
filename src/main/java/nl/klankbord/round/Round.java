// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One cycle of a programme with a timetable; holds one or more dilemmas. */
@Entity
public class Round {
    @Id
    private UUID id;
    private UUID programmeId;
    private String title;
    private String methodKey;
    private LocalDate opensOn;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RoundPhase phase;
    @ElementCollection
    @CollectionTable(name = "round_deadline", joinColumns = @JoinColumn(name = "round_id"))
    @MapKeyColumn(name = "stage")
    @MapKeyEnumerated(EnumType.STRING)
    @org.hibernate.annotations.MapKeyJdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "ends_at")
    private Map<Stage, Instant> deadlines = new HashMap<>();
    private Instant createdAt;
    @Version
    private int version;

    protected Round() {}

    Round(UUID programmeId, String title, String methodKey, LocalDate opensOn, Timetable timetable, Instant now) {
        this.id = Ids.next();
        this.programmeId = programmeId;
        this.title = title;
        this.methodKey = methodKey;
        this.opensOn = opensOn;
        this.phase = RoundPhase.DRAFT;
        this.createdAt = now;
        reschedule(timetable);
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public RoundPhase phase() {
        return phase;
    }

    public String methodKey() {
        return methodKey;
    }

    LocalDate opensOn() {
        return opensOn;
    }

    int version() {
        return version;
    }

    public Timetable timetable() {
        return new Timetable(new EnumMap<>(deadlines));
    }

    final void reschedule(Timetable timetable) {
        deadlines.putAll(timetable.endsAt());
    }

    void change(String title, LocalDate opensOn) {
        this.title = title;
        this.opensOn = opensOn;
    }

    /** The only way to another phase; returns the record of the move. */
    RoundMove moveTo(RoundPhase next, UUID by, Instant now) {
        if (!phase.canMoveTo(next)) {
            throw new IllegalStateException(phase + " does not lead to " + next);
        }
        RoundMove move = new RoundMove(id, phase, next, by, now);
        phase = next;
        return move;
    }

    /** A round is in another phase, in the same transaction. */
    public record Moved(UUID roundId, UUID programmeId, RoundPhase to, UUID by) {}
}
