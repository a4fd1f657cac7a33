// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import static nl.klankbord.lesson.LessonPolicy.Action.ANSWER;
import static nl.klankbord.lesson.LessonPolicy.Action.EDIT;
import static nl.klankbord.lesson.LessonPolicy.Action.PUBLISH;
import static nl.klankbord.lesson.LessonPolicy.Action.READ;
import static nl.klankbord.lesson.LessonPolicy.Action.READ_CONSENTS;
import static nl.klankbord.lesson.LessonPolicy.Action.WITHDRAW;
import static nl.klankbord.lesson.LessonStatus.DRAFT;
import static nl.klankbord.lesson.LessonStatus.PUBLISHED;
import static nl.klankbord.lesson.LessonStatus.WITHDRAWN;
import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klankbord.lesson.LessonPolicy.Action;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LessonPolicyTest {

    /** Every status, who one is, and what comes of READ, EDIT, PUBLISH, WITHDRAW, READ_CONSENTS and ANSWER. */
    @ParameterizedTest
    @CsvSource({
            "DRAFT,     coordinator, yes yes yes WRONG_PHASE yes NOT_YOUR_ROLE",
            "DRAFT,     host,        yes NOT_YOUR_ROLE NOT_YOUR_ROLE NOT_YOUR_ROLE yes yes",
            "DRAFT,     contributor, yes NOT_YOUR_ROLE NOT_YOUR_ROLE NOT_YOUR_ROLE yes yes",
            "DRAFT,     reader,      hidden hidden hidden hidden hidden hidden",
            "PUBLISHED, coordinator, yes WRONG_PHASE WRONG_PHASE yes yes NOT_YOUR_ROLE",
            "PUBLISHED, host,        yes NOT_YOUR_ROLE NOT_YOUR_ROLE NOT_YOUR_ROLE yes yes",
            "PUBLISHED, contributor, yes NOT_YOUR_ROLE NOT_YOUR_ROLE NOT_YOUR_ROLE yes yes",
            "PUBLISHED, reader,      yes NOT_YOUR_ROLE NOT_YOUR_ROLE NOT_YOUR_ROLE NOT_YOUR_ROLE NOT_YOUR_ROLE",
            "WITHDRAWN, coordinator, yes WRONG_PHASE WRONG_PHASE WRONG_PHASE yes NOT_YOUR_ROLE",
            "WITHDRAWN, host,        hidden hidden hidden hidden hidden hidden",
            "WITHDRAWN, contributor, hidden hidden hidden hidden hidden hidden",
            "WITHDRAWN, reader,      hidden hidden hidden hidden hidden hidden"})
    void whoMayDoWhat(LessonStatus status, String who, String decisions) {
        List<String> expected = List.of(decisions.split(" "));
        for (Action action : Action.values()) {
            assertThat(LessonPolicy.decide(standing(status, who, true), action)).as("%s %s %s", status, who, action).isEqualTo(decision(expected.get(action.ordinal())));
        }
    }

    @ParameterizedTest
    @EnumSource(value = LessonStatus.class, names = {"DRAFT", "WITHDRAWN"})
    void nothingOfADraftOpensWithoutTheHouseRules(LessonStatus status) {
        assertThat(LessonPolicy.decide(standing(status, "coordinator", false), READ)).isEqualTo(refused(Reason.RULES_NOT_ACCEPTED));
        assertThat(LessonPolicy.decide(standing(status, "reader", false), READ)).isEqualTo(HIDDEN);
    }

    @Test
    void aPublishedLessonAsksNoHouseRulesOfItsReadersNorOfWhoTakesAYesBack() {
        assertThat(LessonPolicy.decide(standing(PUBLISHED, "reader", false), READ)).isEqualTo(GRANTED);
        assertThat(LessonPolicy.decide(standing(PUBLISHED, "contributor", false), READ_CONSENTS)).isEqualTo(GRANTED);
        assertThat(LessonPolicy.decide(standing(PUBLISHED, "contributor", false), ANSWER)).isEqualTo(GRANTED);
        assertThat(LessonPolicy.decide(standing(PUBLISHED, "coordinator", false), WITHDRAW)).isEqualTo(refused(Reason.RULES_NOT_ACCEPTED));
    }

    @Test
    void aCoordinatorWhoAlsoWroteAPassageAnswersForIt() {
        LessonStanding both = new LessonStanding(DRAFT, true, false, true, true);
        assertThat(List.of(EDIT, PUBLISH, ANSWER)).allMatch(action -> LessonPolicy.decide(both, action).granted());
    }

    @Test
    void onlyACoordinatorUnderTheHouseRulesHarvests() {
        assertThat(LessonPolicy.harvest(new HarvestFinder.Standing(true, true))).isEqualTo(GRANTED);
        assertThat(LessonPolicy.harvest(new HarvestFinder.Standing(true, false))).isEqualTo(refused(Reason.RULES_NOT_ACCEPTED));
        assertThat(LessonPolicy.harvest(new HarvestFinder.Standing(false, false))).isEqualTo(refused(Reason.NOT_YOUR_ROLE));
    }

    private static LessonStanding standing(LessonStatus status, String who, boolean rules) {
        return new LessonStanding(status, who.equals("coordinator"), who.equals("host"), who.equals("contributor"), rules);
    }

    private static Decision decision(String word) {
        return switch (word) {
            case "yes" -> GRANTED;
            case "hidden" -> HIDDEN;
            default -> refused(Reason.valueOf(word));
        };
    }
}
