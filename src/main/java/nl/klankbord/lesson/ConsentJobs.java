// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reminds whoever has not answered yet. Any number of instances may run it: a letter's key lets it be written once. */
@ApplicationScoped
public class ConsentJobs {
    @Inject
    Consents consents;

    @Scheduled(every = "${klankbord.jobs.remind-consents}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void remind() {
        consents.remind();
    }
}
