// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody who manages the colleagues of a municipality. It waits with a mail address, and counts while its owner speaks for that municipality. */
@Entity
class MunicipalityAdministrator {
    @Id
    private UUID id;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String municipalityCode;
    private UUID personId;
    private String email;
    private UUID namedBy;
    private Instant createdAt;

    protected MunicipalityAdministrator() {}

    MunicipalityAdministrator(String municipalityCode, String email, UUID personId, UUID namedBy, Instant now) {
        this.id = Ids.next();
        this.municipalityCode = municipalityCode;
        this.email = email;
        this.personId = personId;
        this.namedBy = namedBy;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    boolean of(String municipality) {
        return municipalityCode.equals(municipality);
    }
}
