// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A body people belong to, as Keycloak knows it; a municipality when it carries a CBS code. */
@Entity
class Organisation {
    @Id
    private UUID id;
    private String alias;
    private String name;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String municipalityCode;

    protected Organisation() {}

    Organisation(String alias, String name, String municipalityCode) {
        this.id = Ids.next();
        this.alias = alias;
        this.name = name;
        this.municipalityCode = municipalityCode;
    }

    UUID id() {
        return id;
    }

    void speakFor(String code, String name) {
        this.municipalityCode = code;
        this.name = name;
    }
}
