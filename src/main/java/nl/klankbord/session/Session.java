// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The live meeting of a circle. */
@Entity
public class Session {
    @Id
    private UUID id;
    private UUID dilemmaId;
    private Instant startsAt;
    private Instant endsAt;
    private String location;
    private String joinUrl;
    private String protocol;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SessionStatus status;
    private int sequence;
    @Version
    private int version;

    protected Session() {}

    Session(UUID dilemmaId, SessionPlan plan) {
        this.id = Ids.next();
        this.dilemmaId = dilemmaId;
        this.status = SessionStatus.PLANNED;
        write(plan);
    }

    UUID id() {
        return id;
    }

    UUID dilemmaId() {
        return dilemmaId;
    }

    int version() {
        return version;
    }

    SessionStatus status() {
        return status;
    }

    Instant startsAt() {
        return startsAt;
    }

    /** Moves it; calendars follow the higher sequence number. */
    void move(SessionPlan plan) {
        write(plan);
        sequence++;
    }

    void cancel() {
        status = SessionStatus.CANCELLED;
        sequence++;
    }

    void hold() {
        status = SessionStatus.HELD;
    }

    Invitation invitation(String baseUrl) {
        return new Invitation(id, startsAt, endsAt, sequence, status == SessionStatus.CANCELLED, baseUrl + "/dilemmas/" + dilemmaId + "#session");
    }

    private void write(SessionPlan plan) {
        this.startsAt = plan.startsAt();
        this.endsAt = plan.endsAt();
        this.location = plan.location().strip();
        this.joinUrl = plan.joinUrl() == null || plan.joinUrl().isBlank() ? null : plan.joinUrl();
        this.protocol = plan.protocol();
    }
}
