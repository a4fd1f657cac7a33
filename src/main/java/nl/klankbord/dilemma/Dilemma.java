// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.round.Stage;
import nl.klankbord.round.Timetable;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.WorkingDays;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The steering question one municipality brings in; the unit of a peer review. */
@Entity
public class Dilemma {
    @Id
    private UUID id;
    private UUID programmeId;
    private UUID roundId;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String hostMunicipality;
    @Convert(converter = CanvasColumn.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Canvas canvas;
    private String title;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Phase phase;
    private Instant endsAt;
    private Instant pausedAt;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Circle circle;
    private int quorum;
    private boolean waitedForQuorum;
    @ElementCollection
    @CollectionTable(name = "dilemma_deadline", joinColumns = @JoinColumn(name = "dilemma_id"))
    @MapKeyColumn(name = "stage")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyJdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "ends_at")
    private Map<Stage, Instant> deadlines = new HashMap<>();
    private String works;
    private String nextStep;
    private String stillOpen;
    private String hiddenFields;
    private Instant closedAt;
    private UUID closedBy;
    private UUID worksBy;
    private UUID nextStepBy;
    private UUID stillOpenBy;
    private UUID follows;
    private Instant createdAt;
    @Version
    private int version;

    protected Dilemma() {}

    Dilemma(UUID programmeId, UUID roundId, String host, Canvas canvas, int quorum, Instant now) {
        this.id = Ids.next();
        this.programmeId = programmeId;
        this.roundId = roundId;
        this.hostMunicipality = host;
        this.phase = Phase.DRAFT;
        this.circle = Circle.CIRCLE;
        this.quorum = quorum;
        this.createdAt = now;
        write(canvas);
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public UUID roundId() {
        return roundId;
    }

    public Phase phase() {
        return phase;
    }

    /** What was done to it, for the log of the programme. */
    public Audit.Deed deed(AuditKind kind) {
        return Audit.Deed.of(kind, programmeId, id).in(id);
    }

    public String hostMunicipality() {
        return hostMunicipality;
    }

    public int version() {
        return version;
    }

    Canvas canvas() {
        return canvas;
    }

    Instant endsAt() {
        return endsAt;
    }

    int quorum() {
        return quorum;
    }

    boolean waitedForQuorum() {
        return waitedForQuorum;
    }

    /** Brought in again, from where that one came to. */
    void follow(UUID earlier) {
        follows = earlier;
    }

    boolean closed() {
        return closedAt != null;
    }

    /** When silence ends: the end of REFLECTING by its own clock, or by the round's before it runs. */
    public Instant reveal(Timetable round) {
        return deadlines.getOrDefault(Stage.REFLECTING, round.endsAt().get(Stage.REFLECTING));
    }

    final void write(Canvas canvas) {
        this.canvas = canvas;
        this.title = canvas.title();
    }

    Circle circle() {
        return circle;
    }

    void widen(Circle circle) {
        this.circle = circle;
    }

    void close(Closing closing, UUID by, Instant now) {
        reword(closing);
        this.closedAt = now;
        this.closedBy = by;
    }

    Closing closing() {
        return new Closing(works, nextStep, stillOpen);
    }

    void reword(Closing closing) {
        this.works = closing.works();
        this.nextStep = closing.nextStep();
        this.stillOpen = closing.stillOpen();
    }

    /** One part of it in other words, by whoever of the host has the pen now. */
    void reword(String field, String text, UUID by) {
        reword(closing().with(field, text));
        switch (field) {
            case "works" -> worksBy = by;
            case "nextStep" -> nextStepBy = by;
            default -> stillOpenBy = by;
        }
    }

    /** Fields whose words a reader reported, and that wait for other ones. */
    Set<String> hidden() {
        return hiddenFields == null ? Set.of() : Set.of(hiddenFields.split(","));
    }

    void hide(String field, boolean hidden) {
        Set<String> fields = new TreeSet<>(hidden());
        if (hidden) {
            fields.add(field);
        } else {
            fields.remove(field);
        }
        this.hiddenFields = fields.isEmpty() ? null : String.join(",", fields);
    }

    public void forgetWhoClosed() {
        this.closedBy = null;
        this.worksBy = null;
        this.nextStepBy = null;
        this.stillOpenBy = null;
    }

    /** Its text goes for good; what it was called too. @param title what stands there instead */
    public void forget(String title) {
        write(Canvas.titled(title).tidy());
        this.works = null;
        this.nextStep = null;
        this.stillOpen = null;
        this.hiddenFields = null;
    }

    /**
     * The only way to another phase; returns the record of the move. On leaving ACCEPTED the dilemma takes the round's
     * dates as its own. A phase entered too late for its date gets its full length, and what follows shifts along.
     */
    DilemmaMove moveTo(Phase next, UUID by, Instant now, Timetable round, Instant fullLength, WorkingDays calendar) {
        if (!phase.canMoveTo(next)) {
            throw new IllegalStateException(phase + " does not lead to " + next);
        }
        DilemmaMove move = new DilemmaMove(id, phase, next, by, now);
        if (next == Phase.CLARIFYING) {
            round.endsAt().forEach((stage, end) -> { if (stage.compareTo(Stage.CLARIFYING) >= 0) deadlines.put(stage, end); });
        }
        phase = next;
        endsAt = next.stage().map(deadlines::get).orElse(null);
        if (endsAt != null && fullLength != null && !endsAt.isAfter(now)) {
            extend(fullLength, calendar);
        }
        return move;
    }

    /** Moves the end of the present phase to a later moment, and every later date by as many working days. */
    void extend(Instant until, WorkingDays calendar) {
        deadlines.putAll(extended(until, calendar).endsAt());
        endsAt = until;
    }

    /** Its dates from the present phase on as that would make them. */
    Timetable extended(Instant until, WorkingDays calendar) {
        return toCome().shift(phase.stage().orElseThrow(), until, calendar);
    }

    /** Its dates from the present phase on. */
    Timetable toCome() {
        Map<Stage, Instant> ends = new EnumMap<>(deadlines);
        ends.keySet().removeIf(stage -> stage.compareTo(phase.stage().orElseThrow()) < 0);
        return new Timetable(ends);
    }

    boolean paused() {
        return pausedAt != null;
    }

    /** The present phase has no end until the dilemma goes on. */
    void pause(Instant now) {
        pausedAt = now;
        endsAt = null;
    }

    /** Every date from the present one on moves by the working days that the pause took. */
    void goOn(Instant now, WorkingDays calendar) {
        Instant end = deadlines.get(phase.stage().orElseThrow());
        int taken = calendar.between(WorkingDays.dayOf(pausedAt), WorkingDays.dayOf(now));
        pausedAt = null;
        endsAt = end;
        if (taken > 0) {
            extend(WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(end), taken)), calendar);
        }
    }

    void waitForQuorum(Instant until, WorkingDays calendar) {
        extend(until, calendar);
        waitedForQuorum = true;
    }

    /** A dilemma is in another phase, in the same transaction. */
    public record Closed(UUID dilemmaId, UUID by) {}

    /** Said anew by its host, in the same transaction. */
    public record Restated(UUID dilemmaId, UUID by) {}

    /** Gone for all but its host, in the same transaction. @param by null when nobody did it; @param concept whether only its writers knew of it */
    public record Withdrawn(UUID dilemmaId, UUID by, boolean concept) {}
}
