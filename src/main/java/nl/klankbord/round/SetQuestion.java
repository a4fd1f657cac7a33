// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A question of Klankbord's as its row has it. */
@Embeddable
record SetQuestion(@Column(name = "question_key") String key, @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Nature nature, boolean required, boolean skippable) {
    Question question() {
        return new Question(key, nature, required, skippable);
    }
}
