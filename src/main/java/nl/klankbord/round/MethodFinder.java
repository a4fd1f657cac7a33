// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.SchoolHolidays;

/** The methods a programme's coordinator can choose from: those that Klankbord brings along and the programme's own. */
@ApplicationScoped
public class MethodFinder {
    private static final String USABLE = """
            select m from Method m left join fetch m.workingDays left join fetch m.holidayRegions
            where (m.programmeId is null or m.programmeId = :programme) and %s and %s""".formatted(
            ProgrammeAccess.has(Role.COORDINATOR, ":programme"), ProgrammeAccess.rulesAccepted(":programme"));
    @Inject
    EntityManager em;

    public List<Shown> inProgramme(Actor actor, UUID programmeId) {
        List<Method> methods = em.createQuery(USABLE + " order by case when m.programmeId is null then 1 else 0 end, m.name, m.methodKey", Method.class)
                .setParameter("programme", programmeId).setParameter("me", actor.personId()).getResultList();
        Set<String> used = new HashSet<>(em.createQuery("select distinct r.methodKey from Round r where r.programmeId = :programme", String.class)
                .setParameter("programme", programmeId).getResultList());
        Map<String, List<Question>> questions = questionSets().stream().collect(Collectors.toMap(QuestionSet::key, QuestionSet::questions));
        Map<String, List<ProtocolStep>> steps = protocols().stream().collect(Collectors.toMap(Protocol::key, Protocol::steps));
        return methods.stream().map(method -> Shown.of(method, questions.get(method.rules().questionSet()), steps.get(method.rules().protocol()), used.contains(method.key()))).toList();
    }

    public Optional<Shown> visibleTo(Actor actor, UUID programmeId, String key) {
        return inProgramme(actor, programmeId).stream().filter(method -> method.key.equals(key)).findFirst();
    }

    /** The sets a method can name, with their questions, and the protocols, with their steps. */
    public Choices choices(Actor actor, UUID programmeId) {
        return em.createQuery("select count(p) from Programme p where p.id = :programme and " + ProgrammeAccess.has(Role.COORDINATOR, ":programme") + " and "
                        + ProgrammeAccess.rulesAccepted(":programme"), Long.class).setParameter("programme", programmeId).setParameter("me", actor.personId()).getSingleResult() == 0
                ? new Choices(List.of(), List.of()) : new Choices(questionSets().stream().map(set -> new Choice(set.key(), set.questions())).toList(),
                protocols().stream().map(protocol -> new Way(protocol.key(), protocol.steps())).toList());
    }

    /** The shortest first. */
    private List<QuestionSet> questionSets() {
        return em.createQuery("select q from QuestionSet q left join fetch q.questions order by size(q.questions), q.setKey", QuestionSet.class).getResultList();
    }

    private List<Protocol> protocols() {
        return em.createQuery("select p from Protocol p left join fetch p.steps order by p.protocolKey", Protocol.class).getResultList();
    }

    public record Choices(List<Choice> sets, List<Way> protocols) {
        List<Question> questions(String set) {
            return sets.stream().filter(one -> one.key.equals(set)).map(Choice::questions).findFirst().orElse(List.of());
        }

        List<ProtocolStep> steps(String protocol) {
            return protocols.stream().filter(one -> one.key.equals(protocol)).map(Way::steps).findFirst().orElse(List.of());
        }
    }

    /** A question set, by its key, and what it asks. */
    public record Choice(String key, List<Question> questions) {}

    /** A protocol, by its key, and how it goes. */
    public record Way(String key, List<ProtocolStep> steps) {
        public int getMinutes() {
            return Shown.minutes(steps);
        }
    }

    /**
     * @param name of a programme's own; null for those whose name and hint are told in the reader's language
     * @param steps of a session: its own, or those of its protocol
     * @param questions its own, or those of its set
     * @param used whether a round was made with it: then it stays as it is
     */
    public record Shown(String key, UUID programmeId, String name, Map<Stage, Integer> workingDays, int minimumPeers, Integer maximumPeers, int quorum,
                        String protocol, List<ProtocolStep> steps, boolean ownSteps, String questionSet, List<Question> questions, boolean ownQuestions, List<SchoolHolidays.Region> holidayRegions,
                        boolean used, int version) {
        private static final int DAYS_A_WEEK = 5;

        static Shown of(Method method, List<Question> questions, List<ProtocolStep> steps, boolean used) {
            MethodRules rules = method.rules();
            return new Shown(method.key(), method.programmeId(), rules.name(), rules.workingDays(), rules.minimumPeers(), rules.maximumPeers(), rules.quorum(),
                    rules.protocol(), rules.steps() == null ? steps : rules.steps(), rules.steps() != null, rules.questionSet(), rules.questions() == null ? questions : rules.questions(),
                    rules.questions() != null, rules.holidayRegions().stream().sorted().toList(), used, method.version());
        }

        static int minutes(List<ProtocolStep> steps) {
            return steps.stream().mapToInt(ProtocolStep::minutes).sum();
        }

        /** How long a session takes. */
        public int getMinutes() {
            return minutes(steps);
        }

        public boolean isOwn() {
            return programmeId != null;
        }

        /** Up to and including the harvest; looking back goes on for much longer and asks little. */
        public int getWeeks() {
            int days = workingDays.entrySet().stream().filter(entry -> entry.getKey() != Stage.FOLLOW_UP).mapToInt(Map.Entry::getValue).sum();
            return (days + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
        }

        public List<Length> getStages() {
            return Arrays.stream(Stage.values()).map(stage -> new Length(stage, workingDays.get(stage))).toList();
        }
    }

    public record Length(Stage stage, int days) {}
}
