// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Where letters are left, in the transaction of what they tell of: written with it or not at all. */
@ApplicationScoped
public class Outbox {
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

    private boolean written(String uniqueKey) {
        return uniqueKey != null && !em.createQuery("select m.id from QueuedMail m where m.uniqueKey = :key", java.util.UUID.class)
                .setParameter("key", uniqueKey).getResultList().isEmpty();
    }
}
