// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends what waits in the outbox. Any number of instances may run it: locked rows are skipped. */
@ApplicationScoped
public class MailJobs {
    @Inject
    SendMail sendMail;

    @Scheduled(every = "${klankbord.jobs.send-mail}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void send() {
        sendMail.due();
    }
}
