// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.shared.Backoff;
import nl.klankbord.shared.Ids;

/** Somebody who got a role and may have no account; waits until Keycloak was asked to mail her a link to make one. */
@Entity
class AccountLink {
    @Id
    private UUID id;
    private String email;
    private Instant askedAt;
    private Instant nextAttemptAt;
    private int attempts;

    protected AccountLink() {}

    AccountLink(String email, Instant now) {
        this.id = Ids.next();
        this.email = email;
        this.askedAt = now;
        this.nextAttemptAt = now;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    void failed(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(new Backoff(attempts).length());
    }
}
