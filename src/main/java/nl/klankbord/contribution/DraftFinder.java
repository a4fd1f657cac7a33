// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;

/** One's own unsaved texts. */
@ApplicationScoped
public class DraftFinder {
    private static final String SHOW = "select new nl.klankbord.contribution.DraftFinder$Draft(t.draftKey, t.text, t.version) from TextDraft t where t.personId = :me and ";
    @Inject
    EntityManager em;

    public Optional<Draft> own(Actor actor, String key) {
        return em.createQuery(SHOW + "t.draftKey = :key", Draft.class).setParameter("me", actor.personId()).setParameter("key", key).getResultStream().findFirst();
    }

    /** The drafts with one of these keys, by key, in one query. */
    public Map<String, Draft> own(Actor actor, java.util.Collection<String> keys) {
        return em.createQuery(SHOW + "t.draftKey in :keys", Draft.class).setParameter("me", actor.personId()).setParameter("keys", keys)
                .getResultStream().collect(Collectors.toMap(Draft::key, Function.identity()));
    }

    /** The drafts whose key begins like this, by key. */
    public Map<String, Draft> beginning(Actor actor, String prefix) {
        return em.createQuery(SHOW + "t.draftKey like concat(:prefix, '%')", Draft.class).setParameter("me", actor.personId()).setParameter("prefix", prefix)
                .getResultStream().collect(Collectors.toMap(Draft::key, Function.identity()));
    }

    /** @param version 1 and up; a form that starts from nothing starts from 0 */
    public record Draft(String key, String text, int version) {
        public Draft(String key, String text, int version) {
            this.key = key;
            this.text = text;
            this.version = version + 1;
        }
    }
}
