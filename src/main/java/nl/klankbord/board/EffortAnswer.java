// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How long something took one person, beside what we expected. Nobody reads it but as one of at least three municipalities. */
@Entity
@IdClass(EffortAnswer.Key.class)
class EffortAnswer {
    @Id
    private UUID personId;
    @Id
    private UUID dilemmaId;
    @Id
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Effort effort;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Effort.Answer answer;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String municipalityCode;
    private Instant answeredAt;

    protected EffortAnswer() {}

    EffortAnswer(Key key, String municipalityCode) {
        this.personId = key.personId;
        this.dilemmaId = key.dilemmaId;
        this.effort = key.effort;
        this.municipalityCode = municipalityCode;
    }

    void say(Effort.Answer answer, Instant now) {
        this.answer = answer;
        this.answeredAt = now;
    }

    record Key(UUID personId, UUID dilemmaId, Effort effort) {}
}
