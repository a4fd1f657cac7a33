// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.round.RoundPolicy.Action;
import nl.klankbord.shared.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundPolicyTest {

    /** What comes of each action in DRAFT, CALL, MATCHING, RUNNING and CLOSED. */
    @ParameterizedTest
    @CsvSource({
            "READ,          coordinator, G G G G G",
            "READ,          participant, G G G G G",
            "READ,          facilitator, G G G G G",
            "READ,          admin,       403 403 403 403 403",
            "READ,          stranger,    404 404 404 404 404",
            "SEE_WAITING,   coordinator, G G G G G",
            "SEE_WAITING,   participant, 403 403 403 403 403",
            "SEE_WAITING,   facilitator, 403 403 403 403 403",
            "SEE_WAITING,   admin,       403 403 403 403 403",
            "SEE_WAITING,   stranger,    404 404 404 404 404",
            "RESCHEDULE,    coordinator, G G G G 409",
            "RESCHEDULE,    participant, 403 403 403 403 403",
            "RESCHEDULE,    facilitator, 403 403 403 403 403",
            "RESCHEDULE,    admin,       403 403 403 403 403",
            "RESCHEDULE,    stranger,    404 404 404 404 404",
            "MOVE,          coordinator, G G G G 409",
            "MOVE,          participant, 403 403 403 403 403",
            "MOVE,          facilitator, 403 403 403 403 403",
            "MOVE,          admin,       403 403 403 403 403",
            "MOVE,          stranger,    404 404 404 404 404",
            "CHANGE,        coordinator, G 409 409 409 409",
            "CHANGE,        participant, 403 403 403 403 403",
            "CHANGE,        facilitator, 403 403 403 403 403",
            "CHANGE,        admin,       403 403 403 403 403",
            "CHANGE,        stranger,    404 404 404 404 404",
            "REMOVE,        coordinator, G 409 G 409 409",
            "REMOVE,        participant, 403 403 403 403 403",
            "REMOVE,        facilitator, 403 403 403 403 403",
            "REMOVE,        admin,       403 403 403 403 403",
            "REMOVE,        stranger,    404 404 404 404 404",
            "MATCH,         coordinator, G G G G 409",
            "MATCH,         participant, 403 403 403 403 403",
            "MATCH,         facilitator, 403 403 403 403 403",
            "MATCH,         admin,       403 403 403 403 403",
            "MATCH,         stranger,    404 404 404 404 404",
            "START_DILEMMA, coordinator, 403 403 403 403 403",
            "START_DILEMMA, participant, 409 G 409 409 409",
            "START_DILEMMA, facilitator, 403 403 403 403 403",
            "START_DILEMMA, admin,       403 403 403 403 403",
            "START_DILEMMA, stranger,    404 404 404 404 404"})
    void who_may_do_what_in_which_phase_of_a_round(Action action, String who, String cells) {
        assertThat(Stream.of(RoundPhase.values()).map(phase -> cell(RoundPolicy.decide(standing(who, true), phase, action)))).containsExactly(cells.split(" "));
        // Without the house rules nothing of a round opens; who has no part in it learns nothing by that.
        assertThat(Stream.of(RoundPhase.values()).map(phase -> cell(RoundPolicy.decide(standing(who, false), phase, action))))
                .containsOnly(who.equals("stranger") ? "404" : "403");
    }

    @Test
    void every_action_is_in_the_table() throws NoSuchMethodException {
        List<String> rows = List.of(RoundPolicyTest.class.getDeclaredMethod("who_may_do_what_in_which_phase_of_a_round", Action.class, String.class, String.class)
                .getAnnotation(CsvSource.class).value());
        assertThat(rows).hasSize(Action.values().length * 5);
    }

    private static ProgrammeStanding standing(String who, boolean rules) {
        return new ProgrammeStanding(UUID.randomUUID(), List.of("coordinator", "participant", "facilitator").contains(who), who.equals("coordinator"),
                who.equals("participant"), rules, who.equals("admin"));
    }

    private static String cell(Decision decision) {
        return switch (decision) {
            case Decision.Granted() -> "G";
            case Decision.Refused(Decision.Reason reason) -> reason.conflict() ? "409" : "403";
            case Decision.Hidden() -> "404";
        };
    }
}
