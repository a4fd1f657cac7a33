// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.klankbord.identity.Actor;

/** Moves rounds whose deadline has passed. Any number of instances may run it: a row lock and a second look decide. */
@ApplicationScoped
public class RoundJobs {
    @Inject
    MoveRound moveRound;

    @Scheduled(every = "${klankbord.jobs.move-rounds}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void moveDue() {
        moveRound.due(Actor.system());
    }
}
