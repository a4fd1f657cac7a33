// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.hibernate.Timeouts;
import org.jboss.logging.Logger;

/**
 * Empties the outbox. A row is claimed by its lock, sent, and marked in the same transaction: a crash before the mark
 * sends it again with the same Message-ID, a crash after it does not.
 */
@ApplicationScoped
class SendMail {
    private static final Logger LOG = Logger.getLogger(SendMail.class);
    /** So many letters in a row that fail, and it is the mail server. */
    private static final int PATIENCE = 3;
    @Inject
    EntityManager em;
    @Inject
    Mailer mailer;
    @Inject
    Clock clock;

    /** Sends what is due; the number sent. One letter that cannot go holds up no other, a mail server that is away ends it. */
    int due() {
        int sent = 0;
        for (int failed = 0; failed < PATIENCE;) {
            Sending sending = QuarkusTransaction.requiringNew().call(this::sendOne);
            if (sending == Sending.NOTHING_DUE) {
                break;
            }
            failed = sending == Sending.FAILED ? failed + 1 : 0;
            sent += sending == Sending.SENT ? 1 : 0;
        }
        return sent;
    }

    private enum Sending { SENT, FAILED, NOTHING_DUE }

    private Sending sendOne() {
        QueuedMail mail = em.createQuery("from QueuedMail m where m.sentAt is null and m.nextAttemptAt <= :now order by m.nextAttemptAt, m.id", QueuedMail.class)
                .setParameter("now", clock.instant()).setMaxResults(1).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).getResultStream().findFirst().orElse(null);
        if (mail == null) {
            return Sending.NOTHING_DUE;
        }
        try {
            mailer.send(message(mail));
            mail.sent(clock.instant());
            return Sending.SENT;
        } catch (RuntimeException e) {
            LOG.warnf("mail %s not sent, will be tried again: %s", mail.id(), e.getClass().getSimpleName());
            mail.failed(clock.instant());
            return Sending.FAILED;
        }
    }

    private static Mail message(QueuedMail mail) {
        Mail message = Mail.withText(mail.recipient(), mail.subject(), mail.body()).addHeader("Message-ID", mail.messageId())
                .addHeader("Auto-Submitted", "auto-generated");
        return mail.calendar() == null ? message
                : message.addAttachment("klankbord.ics", mail.calendar().getBytes(StandardCharsets.UTF_8), "text/calendar; charset=UTF-8; method=" + (mail.calendar().contains("METHOD:CANCEL") ? "CANCEL" : "PUBLISH"));
    }
}
