// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.SchoolHolidays;

/**
 * What a method says, as a coordinator may write it.
 *
 * @param maximumPeers null: as many as there are
 * @param protocol     how a session goes, unless who sets its date chooses another
 * @param steps        of a session, otherwise than its protocol has them; null: those of the protocol
 * @param questionSet  what reflections are asked; null: as it is
 * @param questions    otherwise than that set has them; null: those of the set, or as they are where no set is named either
 */
record MethodRules(String name, Map<Stage, Integer> workingDays, Integer minimumPeers, Integer maximumPeers, Integer quorum, String protocol, List<ProtocolStep> steps,
                   String questionSet, List<Question> questions, Set<SchoolHolidays.Region> holidayRegions) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_STAGE = 130;
    /** Check-ins go on for up to two years. */
    private static final int LONGEST_FOLLOW_UP = 520;
    /** People have five working days to read before they meet. */
    private static final int SHORTEST_SESSION = 5;
    private static final int FEWEST_PEERS = 2;
    private static final int MOST_PEERS = 40;

    MethodRules {
        workingDays = workingDays == null ? Map.of() : workingDays;
        holidayRegions = holidayRegions == null ? Set.of() : holidayRegions;
    }

    MethodRules named(String other) {
        return new MethodRules(other, workingDays, minimumPeers, maximumPeers, quorum, protocol, steps, questionSet, questions, holidayRegions);
    }

    MethodRules with(List<ProtocolStep> otherSteps, List<Question> otherQuestions) {
        return new MethodRules(name, workingDays, minimumPeers, maximumPeers, quorum, protocol, otherSteps, questionSet, otherQuestions, holidayRegions);
    }

    static List<FieldError> nameErrors(String name) {
        return name == null || name.isBlank() ? List.of(new FieldError("name", "required", List.of()))
                : name.strip().length() > LONGEST_NAME ? List.of(new FieldError("name", "too-long", List.of(LONGEST_NAME))) : List.of();
    }

    /** @param sets the question sets there are; @param protocols likewise */
    List<FieldError> errors(Set<String> sets, Set<String> protocols) {
        List<FieldError> errors = new ArrayList<>(nameErrors(name));
        for (Stage stage : Stage.values()) {
            between(errors, stage.name(), workingDays.get(stage), stage == Stage.SESSION ? SHORTEST_SESSION : 1, stage == Stage.FOLLOW_UP ? LONGEST_FOLLOW_UP : LONGEST_STAGE);
        }
        between(errors, "minimumPeers", minimumPeers, FEWEST_PEERS, MOST_PEERS);
        int fewest = minimumPeers == null || minimumPeers > MOST_PEERS ? FEWEST_PEERS : Math.max(FEWEST_PEERS, minimumPeers);
        if (maximumPeers != null) {
            between(errors, "maximumPeers", maximumPeers, fewest, MOST_PEERS);
        }
        // More reflections than there need be peers might never come.
        between(errors, "quorum", quorum, 1, fewest);
        if (!protocols.contains(Objects.toString(protocol, ""))) {
            errors.add(new FieldError("protocol", "unknown-protocol", List.of()));
        }
        errors.addAll(steps == null ? List.of() : OwnSteps.errors(steps));
        if (questionSet != null && !sets.contains(questionSet)) {
            errors.add(new FieldError("questionSet", "unknown-question-set", List.of()));
        }
        errors.addAll(questions == null ? List.of() : OwnQuestions.errors(questions));
        if (holidayRegions.stream().anyMatch(Objects::isNull)) {
            errors.add(new FieldError("holidayRegions", "malformed", List.of()));
        }
        return errors;
    }

    private static void between(List<FieldError> errors, String field, Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            errors.add(new FieldError(field, "between", List.of(least, most)));
        }
    }
}
