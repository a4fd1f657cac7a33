// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.round.MethodPolicy.Action;
import nl.klankbord.shared.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodPolicyTest {

    /** What comes of READ, COPY, CHANGE and REMOVE for Klankbord's, for the programme's own, and for its own that is used. */
    @ParameterizedTest
    @CsvSource({
            "coordinator, G G 403 403, G G G G, G G 409 409",
            "participant, 403 403 403 403, 403 403 403 403, 403 403 403 403",
            "facilitator, 403 403 403 403, 403 403 403 403, 403 403 403 403",
            "admin,       403 403 403 403, 403 403 403 403, 403 403 403 403",
            "stranger,    404 404 404 404, 404 404 404 404, 404 404 404 404"})
    void a_coordinator_changes_what_is_her_programmes_own_until_a_round_is_made_with_it(String who, String klankbords, String own, String used) {
        assertThat(cells(who, false, true)).isEqualTo(klankbords);
        assertThat(cells(who, true, false)).isEqualTo(own);
        assertThat(cells(who, true, true)).isEqualTo(used);
    }

    private static String cells(String who, boolean own, boolean used) {
        ProgrammeStanding standing = new ProgrammeStanding(UUID.randomUUID(), List.of("coordinator", "participant", "facilitator").contains(who), who.equals("coordinator"),
                who.equals("participant"), true, who.equals("admin"));
        return String.join(" ", Stream.of(Action.values()).map(action -> switch (MethodPolicy.decide(standing, own, used, action)) {
            case Decision.Granted() -> "G";
            case Decision.Refused(Decision.Reason reason) -> reason.conflict() ? "409" : "403";
            case Decision.Hidden() -> "404";
        }).toList());
    }
}
