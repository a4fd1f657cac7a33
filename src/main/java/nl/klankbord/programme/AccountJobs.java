// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks Keycloak to let those make an account who need one, and to take them up in their municipality. Any number of instances may run it: locked rows are skipped. */
@ApplicationScoped
public class AccountJobs {
    @Inject
    MailAccountLink links;
    @Inject
    InviteToKeycloak invitations;

    @Scheduled(every = "${klankbord.jobs.invite-accounts}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void invite() {
        // An account is made first and then comes to belong to a municipality.
        links.due();
        invitations.due();
    }
}
