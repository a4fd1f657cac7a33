// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Timeouts;

/** Where letters are left, in the transaction of what they tell of: written with it or not at all. */
@ApplicationScoped
public class Outbox {
    /** Where it leads, or what it was written for, holds an id. */
    private static final String ABOUT = "(locate(:about, m.body) > 0 or locate(:about, m.uniqueKey) > 0)";
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    public void write(Letter letter) {
        if (letter.recipient() == null || letter.recipient().isBlank() || written(letter.uniqueKey())) {
            return;
        }
        em.persist(new QueuedMail(letter, LetterText.of(letter), clock.instant()));
    }

    /** Keeps in what has not left yet, in the caller's transaction; a letter that is being sent at this moment is not waited for. @param key how the keys of these letters begin */
    public void takeBack(String key) {
        em.createQuery("from QueuedMail m where m.uniqueKey like :key and m.sentAt is null", QueuedMail.class).setParameter("key", key + "%")
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).getResultStream().forEach(em::remove);
    }

    /** Lets go of an address and a name, in the caller's transaction: what was for them is not sent, and what was sent says nothing of them any more. */
    public void forget(String email, String name) {
        if (!email.isEmpty()) {
            em.createQuery("delete from QueuedMail m where m.recipient = :email and m.sentAt is null").setParameter("email", email).executeUpdate();
            em.createQuery("update QueuedMail m set m.recipient = '', m.uniqueKey = null, m.subject = '', m.body = '', m.calendar = null where m.recipient = :email").setParameter("email", email).executeUpdate();
        }
        List.of(email, name).stream().filter(word -> word.length() > 2).forEach(word ->
                em.createQuery("from QueuedMail m where locate(:word, m.body) > 0 or locate(:word, m.subject) > 0 or locate(:word, m.calendar) > 0", QueuedMail.class)
                        .setParameter("word", word).getResultStream().forEach(mail -> mail.forget(word)));
    }

    /** Lets go of every letter about somebody or something, sent or not; in the caller's transaction. */
    public void forget(UUID about) {
        em.createQuery("delete from QueuedMail m where " + ABOUT).setParameter("about", about.toString()).executeUpdate();
    }

    /** The same of the letters to one address, which may be somebody else's too. */
    public void forget(UUID about, String email) {
        em.createQuery("delete from QueuedMail m where m.recipient = :email and " + ABOUT).setParameter("email", email).setParameter("about", about.toString()).executeUpdate();
    }

    /** Whether there is a letter with this key already, sent or not. */
    public boolean written(String uniqueKey) {
        return uniqueKey != null && !em.createQuery("select m.id from QueuedMail m where m.uniqueKey = :key", UUID.class)
                .setParameter("key", uniqueKey).getResultList().isEmpty();
    }
}
