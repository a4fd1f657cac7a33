// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A writer lets the municipality she speaks for have what she wrote for it, and the files she added to that. Without one it has nothing; taken back it has nothing any more. */
@Entity
@IdClass(RecordConsent.Key.class)
class RecordConsent {
    @Id
    private UUID personId;
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String municipalityCode;
    private Instant givenAt;
    private boolean files;

    protected RecordConsent() {}

    RecordConsent(Key key, Instant now) {
        this.personId = key.personId;
        this.municipalityCode = key.municipalityCode;
        this.givenAt = now;
        this.files = true;
    }

    /** Who said yes when it was about texts alone, says so again. */
    void withFiles() {
        files = true;
    }

    record Key(UUID personId, String municipalityCode) {}
}
