// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klankbord.shared.Backoff;
import nl.klankbord.shared.Ids;

/** A mail written in the transaction that gave rise to it, sent later. Once marked sent it is never sent again. */
@Entity
@Table(name = "mail")
class QueuedMail {
    private static final String GONE = "…";
    @Id
    private UUID id;
    private String messageId;
    private String uniqueKey;
    private String recipient;
    private String subject;
    private String body;
    private String calendar;
    private Instant createdAt;
    private Instant nextAttemptAt;
    private int attempts;
    private Instant sentAt;

    protected QueuedMail() {}

    QueuedMail(Letter letter, LetterText text, Instant now) {
        this.id = Ids.next();
        // The same on every attempt, so that a mail server or reader can tell a repeated one.
        this.messageId = "<" + id + "@klankbord>";
        this.uniqueKey = letter.uniqueKey();
        this.recipient = letter.recipient();
        this.subject = text.subject();
        this.body = text.body();
        this.calendar = letter.calendar();
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    UUID id() {
        return id;
    }

    String messageId() {
        return messageId;
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    String calendar() {
        return calendar;
    }

    void sent(Instant now) {
        sentAt = now;
    }

    /** A letter to somebody else that names who is no longer named. One that was sent has done its work. */
    void forget(String word) {
        String whole = "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
        subject = subject.replaceAll(whole, GONE);
        body = sentAt == null ? body.replaceAll(whole, GONE) : "";
        calendar = calendar == null || sentAt != null ? null : calendar.replaceAll(whole, GONE);
    }

    void failed(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(new Backoff(attempts).length());
    }
}
