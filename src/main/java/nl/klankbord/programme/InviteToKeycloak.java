// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

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
 * Lets Keycloak invite to the organization of a municipality, or take up there who has an account of her own. Written down in the transaction of the municipality's own
 * administrator and asked later, so that it never holds her up. Nobody else leads to an organization: which municipality
 * somebody speaks for is not a coordinator's to say.
 */
@ApplicationScoped
class InviteToKeycloak {
    private static final Logger LOG = Logger.getLogger(InviteToKeycloak.class);
    @Inject
    EntityManager em;
    @Inject
    KeycloakAccounts accounts;
    @Inject
    MailAccountLink links;
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
        return accounts.invites() ? Asking.all(this::askOne) : 0;
    }

    /** A crash between Keycloak's mail and the end of this transaction lets it be asked twice: Keycloak then says so. */
    private Asking askOne() {
        AccountInvitation asked = em.createQuery("from AccountInvitation a where a.nextAttemptAt <= :now order by a.id", AccountInvitation.class).setParameter("now", clock.instant())
                .setMaxResults(1).setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).getResultStream().findFirst().orElse(null);
        if (asked == null) {
            return Asking.NOTHING_DUE;
        }
        try {
            if (stillAsked(asked) && !asked.givenUp(clock.instant()) && (links.waits(asked.email()) || accounts.invite(asked.municipalityCode(), asked.email()) == KeycloakAccounts.Answer.NOT_YET)) {
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

    /** The role may be gone by now, or its owner have signed in and speak for an organisation. */
    private boolean stillAsked(AccountInvitation asked) {
        return !em.createQuery("select m.id from Membership m left join Person p on p.id = m.personId where m.email = :email and (m.municipalityCode = :gm and m.personId is null "
                        + "or m.proposedMunicipality = :gm and m.confirmedAt is not null and p.organisationId is null)", UUID.class)
                .setParameter("email", asked.email()).setParameter("gm", asked.municipalityCode()).getResultList().isEmpty();
    }
}
