// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.identity.KeycloakAccounts;
import nl.klankbord.shared.Site;
import org.hibernate.Timeouts;
import org.jboss.logging.Logger;

/**
 * Lets Keycloak mail a personal link to whoever got a role and has no account, to make one that belongs to no organization: a
 * coordinator lets people in and says for nobody which municipality she speaks for. Written down with the role and asked
 * later, so that it holds nobody up; what came of it is told to nobody, so that an address tells nothing of its owner.
 */
@ApplicationScoped
class MailAccountLink {
    private static final Logger LOG = Logger.getLogger(MailAccountLink.class);
    @Inject
    EntityManager em;
    @Inject
    KeycloakAccounts accounts;
    @Inject
    Site site;
    @Inject
    Clock clock;

    /** Once for each address, until it was asked. */
    void later(String email) {
        if (accounts.invites() && !waits(email)) {
            em.persist(new AccountLink(email, clock.instant()));
        }
    }

    /** Whether Keycloak is still to be asked. */
    boolean waits(String email) {
        return !em.createQuery("select a.id from AccountLink a where a.email = :email", UUID.class).setParameter("email", email).getResultList().isEmpty();
    }

    /** Asks what is due; the number that Keycloak answered. */
    int due() {
        return accounts.invites() ? Asking.all(this::askOne) : 0;
    }

    /** A crash between Keycloak's mail and the end of this transaction lets it be asked twice. */
    private Asking askOne() {
        AccountLink asked = em.createQuery("from AccountLink a where a.nextAttemptAt <= :now order by a.id", AccountLink.class).setParameter("now", clock.instant())
                .setMaxResults(1).setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).getResultStream().findFirst().orElse(null);
        if (asked == null) {
            return Asking.NOTHING_DUE;
        }
        try {
            if (stillAsked(asked)) {
                accounts.link(asked.email(), site.baseUrl() + "/");
            }
            em.remove(asked);
            return Asking.ANSWERED;
        } catch (RuntimeException e) {
            LOG.warnf("link %s to make an account failed, will be tried again: %s", asked.id(), e.getMessage());
            asked.failed(clock.instant());
            return Asking.FAILED;
        }
    }

    /** The role may be gone by now, or its owner have signed in. */
    private boolean stillAsked(AccountLink asked) {
        return !em.createQuery("select m.id from Membership m where m.email = :email and m.personId is null", UUID.class).setParameter("email", asked.email()).getResultList().isEmpty();
    }
}
