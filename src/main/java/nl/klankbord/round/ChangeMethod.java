// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Texts;

/** Copies a method for a programme, and changes or removes the copy as long as no round was made with it. */
@ApplicationScoped
public class ChangeMethod {
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    Texts texts;
    @Inject
    Event<Method.Changed> changes;

    @Transactional
    public Outcome<String> copy(Actor actor, UUID programmeId, String from, String name) {
        Decision decision = decide(actor, programmeId, null, MethodPolicy.Action.COPY);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Method method = from == null ? null : em.find(Method.class, from);
        if (method == null || !method.isFor(programmeId)) {
            return Outcome.invalid("from", "unknown-method");
        }
        List<FieldError> errors = MethodRules.nameErrors(name);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        Method copy = new Method(programmeId, method, name);
        em.persist(copy);
        return Outcome.done(copy.key());
    }

    @Transactional
    public Outcome<String> edit(Actor actor, UUID programmeId, String key, Expected expected, MethodRules rules) {
        Method method = locked(programmeId, key);
        Decision decision = decide(actor, programmeId, method, MethodPolicy.Action.CHANGE);
        if (!decision.granted() || method == null) {
            return Outcome.denied(decision.granted() ? Decision.HIDDEN : decision);
        }
        if (!expected.is(method.version())) {
            return expected.stale();
        }
        Map<String, List<Question>> sets = em.createQuery("select q from QuestionSet q", QuestionSet.class).getResultStream().collect(Collectors.toMap(QuestionSet::key, QuestionSet::questions));
        Map<String, List<ProtocolStep>> protocols = em.createQuery("select p from Protocol p", Protocol.class).getResultStream().collect(Collectors.toMap(Protocol::key, Protocol::steps));
        MethodRules changed = rules.with(steps(rules, protocols), questions(method.rules(), rules, sets));
        List<FieldError> errors = changed.errors(sets.keySet(), protocols.keySet());
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        method.change(changed);
        em.flush();
        changes.fire(new Method.Changed(key, actor.personId()));
        return Outcome.done(key);
    }

    /** Null where they are those of the protocol after all. */
    private List<ProtocolStep> steps(MethodRules rules, Map<String, List<ProtocolStep>> protocols) {
        List<ProtocolStep> kept = rules.steps() == null ? null : OwnSteps.kept(rules.steps(), OwnSteps.klankbords(protocols.values().stream().flatMap(List::stream).map(ProtocolStep::key).collect(Collectors.toSet()), texts));
        return kept == null || kept.equals(protocols.get(rules.protocol())) ? null : kept;
    }

    /** Null where they are those of the set after all. */
    private List<Question> questions(MethodRules before, MethodRules rules, Map<String, List<Question>> sets) {
        if (rules.questions() == null) {
            return rules.questionSet() == null ? before.questions() : null;
        }
        Set<String> keys = before.questions() == null ? Set.of() : before.questions().stream().map(Question::key).collect(Collectors.toSet());
        List<Question> kept = OwnQuestions.kept(rules.questions(), keys, OwnQuestions.klankbords(sets.values().stream().flatMap(List::stream).map(Question::key).collect(Collectors.toSet()), texts));
        return kept.equals(sets.get(rules.questionSet() == null ? before.questionSet() : rules.questionSet())) ? null : kept;
    }

    @Transactional
    public Outcome<String> remove(Actor actor, UUID programmeId, String key) {
        Method method = locked(programmeId, key);
        Decision decision = decide(actor, programmeId, method, MethodPolicy.Action.REMOVE);
        if (!decision.granted() || method == null) {
            return Outcome.denied(decision.granted() ? Decision.HIDDEN : decision);
        }
        em.remove(method);
        changes.fire(new Method.Changed(key, actor.personId()));
        return Outcome.done(key);
    }

    /** Held until the end of the write, so that nobody makes a round with it meanwhile; null for what is no method of this programme. */
    private Method locked(UUID programmeId, String key) {
        return Optional.ofNullable(em.find(Method.class, key, LockModeType.PESSIMISTIC_WRITE)).filter(method -> method.isFor(programmeId)).orElse(null);
    }

    /** @param method null asks as for one that is the programme's own */
    private Decision decide(Actor actor, UUID programmeId, Method method, MethodPolicy.Action action) {
        ProgrammeStanding standing = programmes.standing(actor, programmeId).orElse(null);
        return standing == null ? Decision.HIDDEN
                : MethodPolicy.decide(standing, method == null || method.programmeId() != null, method != null && used(method.key()), action);
    }

    private boolean used(String key) {
        return !em.createQuery("select r.id from Round r where r.methodKey = :key", UUID.class).setParameter("key", key).setMaxResults(1).getResultList().isEmpty();
    }
}
