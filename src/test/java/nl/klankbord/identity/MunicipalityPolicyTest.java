// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import static nl.klankbord.shared.Decision.GRANTED;
import static nl.klankbord.shared.Decision.HIDDEN;
import static nl.klankbord.shared.Decision.refused;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klankbord.identity.MunicipalityPolicy.Action;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityPolicyTest {

    @ParameterizedTest
    @CsvSource({
            "true,  false, false, no,  404",
            "true,  true,  false, no,  G",
            "true,  false, true,  G,   404",
            "true,  true,  true,  G,   G",
            "false, false, true,  404, 404",
            "false, false, false, 404, 404"})
    void who_names_administrators_manages_no_colleagues_and_the_other_way_round(boolean exists, boolean administers, boolean platformAdmin, String name, String manage) {
        MunicipalityStanding standing = new MunicipalityStanding(exists, administers, platformAdmin);
        assertThat(MunicipalityPolicy.decide(standing, Action.NAME_ADMINISTRATORS)).isEqualTo(decision(name));
        assertThat(MunicipalityPolicy.decide(standing, Action.MANAGE_COLLEAGUES)).isEqualTo(decision(manage));
        assertThat(MunicipalityPolicy.decide(standing, Action.READ_RECORDS)).isEqualTo(decision(manage));
    }

    @Test
    void only_the_administrator_of_the_platform_sees_who_administers_what() {
        assertThat(MunicipalityPolicy.nameAny(Actor.system())).isEqualTo(refused(Reason.NOT_YOUR_ROLE));
    }

    private static Decision decision(String cell) {
        return switch (cell) {
            case "G" -> GRANTED;
            case "404" -> HIDDEN;
            default -> refused(Reason.NOT_YOUR_ROLE);
        };
    }
}
