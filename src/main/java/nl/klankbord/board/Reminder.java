// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.klankbord.round.Asked;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.Immutable;

/** That the people of a seat were reminded of something, on a day in Amsterdam. Once a day is enough. */
@Entity
@Immutable
class Reminder {
    @Id
    private UUID id;
    private UUID dilemmaId;
    private UUID seatId;
    private String what;
    private LocalDate day;
    private UUID remindedBy;
    private Instant remindedAt;

    protected Reminder() {}

    Reminder(Of of, LocalDate day, UUID by, Instant now) {
        this.id = Ids.next();
        this.dilemmaId = of.dilemmaId;
        this.seatId = of.seatId;
        this.what = of.what;
        this.day = day;
        this.remindedBy = by;
        this.remindedAt = now;
    }

    /** Whom a reminder is to, and of what. */
    record Of(UUID dilemmaId, UUID seatId, String what) {
        static Of of(Asked.Waiting line) {
            return new Of(line.dilemmaId(), line.seatId(), line.what());
        }
    }
}
