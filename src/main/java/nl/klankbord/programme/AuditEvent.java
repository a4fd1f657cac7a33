// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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

/** That somebody did something in a programme. Done by nobody means: by the machine, or by somebody who is not told. */
@Entity
@Immutable
class AuditEvent {
    @Id
    private UUID id;
    private UUID programmeId;
    private UUID dilemmaId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AuditKind kind;
    private String detail;
    private UUID thingId;
    private UUID actorId;
    private UUID aboutId;
    private Instant happenedAt;

    protected AuditEvent() {}

    AuditEvent(UUID by, Audit.Deed deed, Instant now) {
        this.id = Ids.next();
        this.programmeId = deed.programmeId();
        this.dilemmaId = deed.dilemmaId();
        this.kind = deed.kind();
        this.detail = deed.detail();
        this.thingId = deed.thingId();
        this.actorId = deed.kind().unnamed() ? null : by;
        this.aboutId = deed.aboutId();
        this.happenedAt = now;
    }
}
