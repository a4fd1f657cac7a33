// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.identity.KeycloakAccounts;
import org.hibernate.Timeouts;
import org.jboss.logging.Logger;

/**
 * Lets Keycloak invite to the organization of a municipality. Written down in the transaction of the municipality's own
 * administrator and asked later, so that it never holds her up. Nobody else leads to an organization: which municipality
 * somebody speaks for is not a coordinator's to say.
 */
@ApplicationScoped
class InviteToKeycloak {
    private static final Logger LOG = Logger.getLogger(InviteToKeycloak.class);
    /** So many in a row that fail, and it is Keycloak that is away. */
    private static final int PATIENCE = 3;
    @Inject
    EntityManager em;
    @Inject
    KeycloakAccounts accounts;
    @Inject
    Clock clock;

    /** Once for each address and municipality, until it was asked. */
    void later(String municipality, String email) {
        if (accounts.invites() && em.createQuery("select a.id from AccountInvitation a where a.municipalityCode = :gm and a.email = :email", UUID.class)
                .setParameter("gm", municipality).setParameter("email", email).getResultList().isEmpty()) {
            em.persist(new AccountInvitation(municipality, email, clock.instant()));
        }
    }

    /** Asks what is due; the number that Keycloak answered. */
    int due() {
        int answered = 0;
        for (int failed = 0; failed < PATIENCE && accounts.invites();) {
            Asking asking = QuarkusTransaction.requiringNew().call(this::askOne);
            if (asking == Asking.NOTHING_DUE) {
                break;
            }
            failed = asking == Asking.FAILED ? failed + 1 : 0;
            answered += asking == Asking.ANSWERED ? 1 : 0;
        }
        return answered;
    }

    private enum Asking { ANSWERED, FAILED, NOTHING_DUE }

    /** A crash between Keycloak's mail and the end of this transaction lets it be asked twice: Keycloak then says so. */
    private Asking askOne() {
        AccountInvitation asked = em.createQuery("from AccountInvitation a where a.nextAttemptAt <= :now order by a.id", AccountInvitation.class).setParameter("now", clock.instant())
                .setMaxResults(1).setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).getResultStream().findFirst().orElse(null);
        if (asked == null) {
            return Asking.NOTHING_DUE;
        }
        try {
            if (stillAsked(asked) && !asked.givenUp(clock.instant()) && accounts.invite(asked.municipalityCode(), asked.email()) == KeycloakAccounts.Answer.NO_ORGANISATION) {
                asked.failed(clock.instant());
                return Asking.ANSWERED;
            }
            em.remove(asked);
            return Asking.ANSWERED;
        } catch (RuntimeException e) {
            LOG.warnf("invitation %s to an account failed, will be tried again: %s", asked.id(), e.getMessage());
            asked.failed(clock.instant());
            return Asking.FAILED;
        }
    }

    /** The role may be gone by now, or its owner have signed in. */
    private boolean stillAsked(AccountInvitation asked) {
        return !em.createQuery("select m.id from Membership m where m.email = :email and m.municipalityCode = :gm and m.personId is null", UUID.class)
                .setParameter("email", asked.email()).setParameter("gm", asked.municipalityCode()).getResultList().isEmpty();
    }
}
