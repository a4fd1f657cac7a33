// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a guest comes in with: a link in a mail that works once, or the cookie it is changed for. */
@Entity
class GuestPass {
    enum Kind {
        LINK(Duration.ofDays(7)), COOKIE(Duration.ofDays(30));

        final Duration lasts;

        Kind(Duration lasts) {
            this.lasts = lasts;
        }
    }

    @Id
    private UUID id;
    private UUID personId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 64)
    private String digest;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant endedAt;

    protected GuestPass() {}

    GuestPass(UUID personId, Kind kind, String secret, Instant now) {
        this.id = Ids.next();
        this.personId = personId;
        this.kind = kind;
        this.digest = Secret.digest(secret);
        this.createdAt = now;
        this.expiresAt = now.plus(kind.lasts);
    }

    UUID personId() {
        return personId;
    }

    boolean works(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    void end(Instant now) {
        endedAt = now;
    }
}
