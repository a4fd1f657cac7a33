// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Backoff;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody whom her municipality lets take part and who may need an account there; waits until Keycloak was asked. */
@Entity
class AccountInvitation {
    /** So long an organization may still be made in Keycloak; then nobody waits for it any more. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(30);
    @Id
    private UUID id;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String municipalityCode;
    private String email;
    private Instant askedAt;
    private Instant nextAttemptAt;
    private int attempts;

    protected AccountInvitation() {}

    AccountInvitation(String municipalityCode, String email, Instant now) {
        this.id = Ids.next();
        this.municipalityCode = municipalityCode;
        this.email = email;
        this.askedAt = now;
        this.nextAttemptAt = now;
    }

    UUID id() {
        return id;
    }

    String municipalityCode() {
        return municipalityCode;
    }

    String email() {
        return email;
    }

    boolean givenUp(Instant now) {
        return now.isAfter(askedAt.plus(GIVEN_UP_AFTER));
    }

    void failed(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(new Backoff(attempts).length());
    }
}
