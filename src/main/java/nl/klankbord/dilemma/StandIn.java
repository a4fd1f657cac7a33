// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** That a colleague was asked to a seat because somebody on it is away: asked once in each absence, whatever came of it. */
@Entity
@IdClass(StandIn.Key.class)
class StandIn {
    @Id
    private UUID seatId;
    @Id
    private UUID absentId;
    @Id
    private UUID colleagueId;
    private UUID dilemmaId;
    private Instant askedAt;
    private Instant overAt;

    protected StandIn() {}

    StandIn(Seat seat, UUID absentId, UUID colleagueId, Instant now) {
        this.seatId = seat.id();
        this.absentId = absentId;
        this.colleagueId = colleagueId;
        this.dilemmaId = seat.dilemmaId();
        this.askedAt = now;
    }

    record Key(UUID seatId, UUID absentId, UUID colleagueId) {}
}
