// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.SchoolHolidays.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodRulesTest {
    private static final Set<String> SETS = Set.of("open", "compass");
    private static final Set<String> PROTOCOLS = Set.of("consultancy", "table-talk");
    private static final Map<Stage, Integer> DAYS = Map.of(Stage.CALL, 1, Stage.MATCHING, 130, Stage.CLARIFYING, 3, Stage.REFLECTING, 3, Stage.SESSION, 5, Stage.HARVESTING, 5, Stage.FOLLOW_UP, 520);

    @Test
    void what_makes_sense_is_accepted_with_and_without_a_maximum() {
        assertThat(rules("Kort", DAYS, 3, null, 2).errors(SETS, PROTOCOLS)).isEmpty();
        assertThat(rules("Kort", DAYS, 2, 2, 2).errors(SETS, PROTOCOLS)).isEmpty();
        assertThat(rules("Kort", DAYS, 40, 40, 1).errors(SETS, PROTOCOLS)).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1} peers, {2} reflections: {3} from {4} to {5}")
    @CsvSource(nullValues = "-", value = {"1,-,1,minimumPeers,2,40", "41,-,1,minimumPeers,2,40", "3,2,2,maximumPeers,3,40", "3,41,2,maximumPeers,3,40", "3,-,4,quorum,1,3", "3,-,0,quorum,1,3"})
    void figures_fit_each_other(Integer minimum, Integer maximum, Integer quorum, String field, int least, int most) {
        assertThat(rules("Kort", DAYS, minimum, maximum, quorum).errors(SETS, PROTOCOLS)).containsExactly(new FieldError(field, "between", List.of(least, most)));
    }

    @ParameterizedTest
    @CsvSource({"CALL,0,1,130", "CALL,131,1,130", "SESSION,4,5,130", "FOLLOW_UP,521,1,520"})
    void a_stage_is_neither_too_short_nor_endless(Stage stage, int days, int least, int most) {
        Map<Stage, Integer> changed = new EnumMap<>(DAYS);
        changed.put(stage, days);
        assertThat(rules("Kort", changed, 3, null, 2).errors(SETS, PROTOCOLS)).containsExactly(new FieldError(stage.name(), "between", List.of(least, most)));
        changed.remove(stage);
        assertThat(rules("Kort", changed, 3, null, 2).errors(SETS, PROTOCOLS)).extracting(FieldError::field).containsExactly(stage.name());
    }

    @Test
    void every_field_that_is_not_filled_in_says_so() {
        assertThat(new MethodRules(" ", null, null, null, null, null, null, null, null, null).errors(SETS, PROTOCOLS)).extracting(FieldError::field)
                .containsExactly("name", "CALL", "MATCHING", "CLARIFYING", "REFLECTING", "SESSION", "HARVESTING", "FOLLOW_UP", "minimumPeers", "quorum", "protocol");
        assertThat(rules("x".repeat(81), DAYS, 3, null, 2).errors(SETS, PROTOCOLS)).containsExactly(new FieldError("name", "too-long", List.of(80)));
    }

    @Test
    void what_reflections_are_asked_is_one_of_the_sets_there_are_or_left_as_it_is() {
        assertThat(asking("compass").errors(SETS, PROTOCOLS)).isEmpty();
        assertThat(asking(null).errors(SETS, PROTOCOLS)).isEmpty();
        assertThat(asking("riddles").errors(SETS, PROTOCOLS)).containsExactly(new FieldError("questionSet", "unknown-question-set", List.of()));
    }

    @Test
    void a_region_that_does_not_exist_is_no_region() {
        Set<Region> regions = new HashSet<>();
        regions.add(null);
        assertThat(new MethodRules("Kort", DAYS, 3, null, 2, "consultancy", null, null, null, regions).errors(SETS, PROTOCOLS)).extracting(FieldError::field).containsExactly("holidayRegions");
    }

    private static MethodRules asking(String questionSet) {
        return new MethodRules("Kort", DAYS, 3, null, 2, "consultancy", null, questionSet, null, Set.of());
    }

    private static MethodRules rules(String name, Map<Stage, Integer> days, Integer minimum, Integer maximum, Integer quorum) {
        return new MethodRules(name, days, minimum, maximum, quorum, "table-talk", null, "open", null, Set.of(Region.NORTH));
    }
}
