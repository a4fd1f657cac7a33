// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Someone on a seat. Whoever has left no longer sits there and reads nothing through it. */
@Entity
@IdClass(SeatPerson.Key.class)
public class SeatPerson {
    @Id
    private UUID seatId;
    @Id
    private UUID personId;
    @Id
    private Instant seatedAt;
    private UUID dilemmaId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SeatKind kind;
    private Instant leftAt;

    protected SeatPerson() {}

    SeatPerson(Seat seat, UUID personId, Instant now) {
        this.seatId = seat.id();
        this.personId = personId;
        this.seatedAt = now;
        this.dilemmaId = seat.dilemmaId();
        this.kind = seat.kind();
    }

    record Key(UUID seatId, UUID personId, Instant seatedAt) {}
}
