// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammePolicy.Action;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammePolicyTest {

    /** What comes of READ, ACCEPT_RULES, READ_ROUNDS, MANAGE_MEMBERS, EDIT, MAKE_ROUND, START_DILEMMA, READ_AUDIT and SET_RETENTION. */
    @ParameterizedTest
    @CsvSource({
            "coordinator, true,  G G G G G G no G G",
            "participant, true,  G G G no no no G no no",
            "facilitator, true,  G G G no no no no no no",
            "admin,       true,  G no no G no no no G no",
            "stranger,    true,  404 404 404 404 404 404 404 404 404",
            "coordinator, false, G G rules rules rules rules rules rules rules",
            "participant, false, G G rules rules rules rules rules rules rules",
            "facilitator, false, G G rules rules rules rules rules rules rules",
            "admin,       false, G no no G no no no G no",
            "stranger,    false, 404 404 404 404 404 404 404 404 404"})
    void who_may_do_what_in_a_programme(String who, boolean rules, String cells) {
        assertThat(Stream.of(Action.values()).map(action -> ProgrammePolicy.decide(standing(who, rules, who.equals("admin")), action)))
                .containsExactlyElementsOf(Stream.of(cells.split(" ")).map(ProgrammePolicyTest::decision).toList());
    }

    @Test
    void an_administrator_reads_no_content_whatever_she_accepted() {
        for (boolean rules : new boolean[] {true, false}) {
            assertThat(ProgrammePolicy.decide(standing("admin", rules, true), Action.READ_ROUNDS)).isEqualTo(refused(Reason.NOT_YOUR_ROLE));
        }
    }

    @Test
    void an_administrator_who_is_a_member_reads_what_members_read_and_no_more() {
        assertThat(ProgrammePolicy.decide(standing("participant", true, true), Action.READ_ROUNDS)).isEqualTo(GRANTED);
        assertThat(ProgrammePolicy.decide(standing("participant", false, true), Action.READ_ROUNDS)).isEqualTo(refused(Reason.RULES_NOT_ACCEPTED));
    }

    @Test
    void only_who_was_given_that_right_makes_programmes() {
        assertThat(ProgrammePolicy.create(actor(true, false))).isEqualTo(GRANTED);
        assertThat(ProgrammePolicy.create(actor(false, true))).isEqualTo(refused(Reason.NOT_YOUR_ROLE));
        assertThat(ProgrammePolicy.create(Actor.system())).isEqualTo(refused(Reason.NOT_YOUR_ROLE));
    }

    private static ProgrammeStanding standing(String who, boolean rules, boolean admin) {
        boolean member = !who.equals("admin") && !who.equals("stranger");
        return new ProgrammeStanding(UUID.randomUUID(), member, who.equals("coordinator"), who.equals("participant"), rules, admin);
    }

    private static Actor actor(boolean creator, boolean admin) {
        return new Actor.OfPerson(UUID.randomUUID(), "Noor", "noor@example.nl", "GM0503", "Delft", "Delft", admin, creator);
    }

    private static Decision decision(String cell) {
        return switch (cell) {
            case "G" -> GRANTED;
            case "404" -> HIDDEN;
            case "no" -> refused(Reason.NOT_YOUR_ROLE);
            default -> refused(Reason.RULES_NOT_ACCEPTED);
        };
    }
}
