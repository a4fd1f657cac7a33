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
 * @param questionSet  what reflections are asked; null: as it is
 */
record MethodRules(String name, Map<Stage, Integer> workingDays, Integer minimumPeers, Integer maximumPeers, Integer quorum, String protocol,
                   String questionSet, Set<SchoolHolidays.Region> holidayRegions) {
    static final List<String> PROTOCOLS = List.of("consultancy", "table-talk");
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
        return new MethodRules(other, workingDays, minimumPeers, maximumPeers, quorum, protocol, questionSet, holidayRegions);
    }

    static List<FieldError> nameErrors(String name) {
        return name == null || name.isBlank() ? List.of(new FieldError("name", "required", List.of()))
                : name.strip().length() > LONGEST_NAME ? List.of(new FieldError("name", "too-long", List.of(LONGEST_NAME))) : List.of();
    }

    /** @param sets the question sets there are */
    List<FieldError> errors(Set<String> sets) {
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
        if (!PROTOCOLS.contains(Objects.toString(protocol, ""))) {
            errors.add(new FieldError("protocol", "unknown-protocol", List.of()));
        }
        if (questionSet != null && !sets.contains(questionSet)) {
            errors.add(new FieldError("questionSet", "unknown-question-set", List.of()));
        }
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
