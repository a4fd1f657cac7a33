// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.klankbord.programme.RetentionWay;
import nl.klankbord.shared.WorkingDays;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a circle was told: on that day the texts of its dilemma go, and in what way. It stays when they have gone. */
@Entity
class Retention {
    @Id
    private UUID dilemmaId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RetentionWay way;
    private LocalDate dueOn;
    private Instant warnedAt;
    private Instant doneAt;

    protected Retention() {}

    Retention(UUID dilemmaId) {
        this.dilemmaId = dilemmaId;
    }

    void announce(Notice notice, Instant now) {
        this.way = notice.way();
        this.dueOn = notice.on();
        this.warnedAt = now;
    }

    Notice notice() {
        return way == null ? null : new Notice(way, dueOn);
    }

    /** When that whole day is over: until then everyone can take along what is theirs. */
    boolean due(Instant now) {
        return WorkingDays.dayOf(now).isAfter(dueOn);
    }

    void finish(Instant now) {
        doneAt = now;
    }
}
