// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks Keycloak to invite who needs an account. Any number of instances may run it: locked rows are skipped. */
@ApplicationScoped
public class AccountJobs {
    @Inject
    InviteToKeycloak invitations;

    @Scheduled(every = "${klankbord.jobs.invite-accounts}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void invite() {
        invitations.due();
    }
}
