// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.klankbord.identity.Actor;

/** Moves dilemmas whose deadline has passed, and asks colleagues to the seats of who is away. Any number of instances may run it: a row lock and a second look decide. */
@ApplicationScoped
public class DilemmaJobs {
    @Inject
    MoveDilemma moveDilemma;
    @Inject
    ReplaceAbsent replaceAbsent;

    @Scheduled(every = "${klankbord.jobs.move-dilemmas}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void moveDue() {
        moveDilemma.due(Actor.system());
    }

    @Scheduled(every = "${klankbord.jobs.replace-absent}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void replaceAbsent() {
        replaceAbsent.due(Actor.system());
    }
}
