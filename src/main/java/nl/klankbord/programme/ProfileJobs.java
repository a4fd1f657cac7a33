// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets absences that are over. One statement, so any number of instances may run it. */
@ApplicationScoped
public class ProfileJobs {
    @Inject
    WriteProfile profiles;

    @Scheduled(every = "${klankbord.jobs.forget-absences}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetAbsences() {
        profiles.forgetAbsences();
    }
}
