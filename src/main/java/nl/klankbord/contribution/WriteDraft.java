// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.Seat;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Person;
import nl.klankbord.programme.Programme;
import nl.klankbord.round.Method;
import nl.klankbord.shared.Json;
import nl.klankbord.shared.Outcome;

/** Keeps what is being typed. Two tabs cannot overwrite each other: each names the version it started from. It stays its writer's, wherever she sits: only she throws it away. */
@ApplicationScoped
public class WriteDraft {
    private static final int LONGEST = 40_000;
    /** A whole form: the reflection of a round with the compass has room for some 96,000 characters, and JSON writes some of them as two. */
    private static final int LONGEST_FORM = 250_000;
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    /** @param version the version the writer started from, 0 for none, null when not named; the outcome is the new version */
    @Transactional
    public Outcome<Integer> save(Actor actor, String key, Integer version, String text) {
        if (!DraftPolicy.decide(actor).granted()) {
            return Outcome.hidden();
        }
        // One after the other, also when two tabs save for the first time at once.
        em.find(Person.class, actor.personId(), LockModeType.PESSIMISTIC_WRITE);
        TextDraft.Key id = new TextDraft.Key(actor.personId(), key);
        TextDraft draft = em.find(TextDraft.class, id, LockModeType.PESSIMISTIC_WRITE);
        int current = draft == null ? 0 : draft.version() + 1;
        if (version == null || version != current) {
            return new Outcome.Stale<>(version != null);
        }
        if (!key.matches("[A-Za-z0-9._-]{1,150}")) {
            return Outcome.invalid("key", "unknown-field");
        }
        if (text == null || text.length() > longest(key)) {
            return Outcome.invalid("text", text == null ? "required" : "too-long", longest(key));
        }
        if (draft == null) {
            draft = new TextDraft(actor.personId(), key, text, clock.instant());
            em.persist(draft);
        } else {
            draft.write(text, clock.instant());
        }
        em.flush();
        return Outcome.done(draft.version() + 1);
    }

    /** Puts aside what could not be saved where it was typed: the latest of each field, and what was put aside of others before. Where nothing was typed there is nothing to do. */
    @Transactional
    public Outcome<String> putAside(Actor actor, String key, Map<String, String> fields) {
        if (!DraftPolicy.decide(actor).granted()) {
            return Outcome.hidden();
        }
        if (fields.isEmpty()) {
            return Outcome.done(key);
        }
        em.find(Person.class, actor.personId(), LockModeType.PESSIMISTIC_WRITE);
        TextDraft draft = em.find(TextDraft.class, new TextDraft.Key(actor.personId(), key), LockModeType.PESSIMISTIC_WRITE);
        Map<String, String> all = draft == null ? new LinkedHashMap<>() : draft.fields();
        all.putAll(fields);
        String text = Json.write(all);
        if (text.length() > longest(key)) {
            return Outcome.invalid("text", "too-long", longest(key));
        }
        if (draft == null) {
            em.persist(new TextDraft(actor.personId(), key, text, clock.instant()));
        } else {
            draft.write(text, clock.instant());
        }
        return Outcome.done(key);
    }

    /** It has found its place. */
    @Transactional
    public Outcome<String> drop(Actor actor, String key) {
        if (!DraftPolicy.decide(actor).granted()) {
            return Outcome.hidden();
        }
        forget(actor, key);
        return Outcome.done(key);
    }

    /** Its writer wants it no more. */
    @Transactional
    public Outcome<String> throwAway(Actor actor, String key) {
        return DraftPolicy.decide(actor).granted() && forget(actor.personId(), key) > 0 ? Outcome.done(key) : Outcome.hidden();
    }

    /** The text has been posted: its draft has done its work. */
    public void forget(Actor actor, String... keys) {
        forget(actor.personId(), keys);
    }

    void forgetDescription(@Observes Programme.Described described) {
        forget(described.by(), DraftKey.programme(described.programmeId(), "purpose"), DraftKey.programme(described.programmeId(), "houseRules"));
    }

    void forgetMethod(@Observes Method.Changed changed) {
        forget(changed.by(), DraftKey.method(changed.key()));
    }

    void forgetAnswer(@Observes Seat.Answered answered) {
        forget(answered.by(), DraftKey.invitation(answered.dilemmaId(), "conflict"), DraftKey.invitation(answered.dilemmaId(), "reason"));
    }

    void forgetClosing(@Observes Dilemma.Closed closed) {
        forget(closed.by(), DraftKey.closing(closed.dilemmaId(), "works"), DraftKey.closing(closed.dilemmaId(), "nextStep"), DraftKey.closing(closed.dilemmaId(), "stillOpen"));
    }

    void forgetRestatement(@Observes Dilemma.Restated restated) {
        forget(restated.by(), DraftKey.restatement(restated.dilemmaId(), "title"), DraftKey.restatement(restated.dilemmaId(), "question"),
                DraftKey.restatement(restated.dilemmaId(), "intention"), DraftKey.restatement(restated.dilemmaId(), "tension"), DraftKey.restatement(restated.dilemmaId(), "assumptions"));
    }

    private static int longest(String key) {
        return DraftKey.isUnmerged(key) ? LONGEST_FORM : LONGEST;
    }

    private int forget(UUID person, String... keys) {
        return em.createQuery("delete from TextDraft t where t.personId = :me and t.draftKey in :keys").setParameter("me", person).setParameter("keys", List.of(keys)).executeUpdate();
    }
}
