// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.klankbord.identity.Actor;

/** Keeps the terms of programmes. Any number of instances may run it: a row lock and a second look decide. */
@ApplicationScoped
public class RetentionJobs {
    @Inject
    RetainDilemmas retainDilemmas;

    @Scheduled(every = "${klankbord.jobs.keep-retention}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void keepRetention() {
        retainDilemmas.due(Actor.system());
    }
}
