// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A step of Klankbord's as its row has it. */
@Embeddable
record SetStep(@Column(name = "step_key") String key, int minutes, @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Speaker speaker) {
    ProtocolStep step() {
        return new ProtocolStep(key, null, minutes, speaker);
    }
}
