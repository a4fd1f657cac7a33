// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** Lets go of the unsaved texts of a lesson's form, in the transaction that saves them. */
@ApplicationScoped
class LessonDrafts {
    @Inject
    EntityManager em;

    void forget(Actor actor, UUID about) {
        em.createQuery("delete from TextDraft t where t.personId = :me and t.draftKey like concat(:prefix, '%')").setParameter("me", actor.personId())
                .setParameter("prefix", LessonForm.prefix(about)).executeUpdate();
    }
}
