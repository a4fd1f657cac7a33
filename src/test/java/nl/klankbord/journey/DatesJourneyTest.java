// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

/** Looking at dates before they are saved, in a browser with scripts. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class DatesJourneyTest {

    @Test
    void a_coordinator_sees_the_dates_of_a_round_before_it_is_made_and_before_they_move() {
        String programme = Api.as("coordinator").post("/programmes", Map.of("name", "Eerst kijken", "purpose", "Samen leren sturen.", "houseRules", "Wat u leest, blijft in de kring.")).is(201).id();
        try (Visitor coordinator = Visitor.as("coordinator")) {
            coordinator.open("/programmes/" + programme + "/rounds/new").write("Naam van de ronde", "Najaar").press("Bekijk de data").sees("Zo worden de data", "Er is nog niets gemaakt");
            assertThat(coordinator.at("#f-title").inputValue()).isEqualTo("Najaar");
            coordinator.press("Maak de ronde");
            String round = coordinator.path();
            coordinator.open(round + "/timetable");
            String session = coordinator.at("#f-SESSION").inputValue();
            coordinator.at("#f-CALL").fill(new WorkingDays().plus(LocalDate.parse(coordinator.at("#f-CALL").inputValue()), 5).toString());
            coordinator.press("Schuif de latere data mee en bekijk ze").sees("Zo zouden de data worden", "Er is nog niets bewaard");
            assertThat(coordinator.at("#f-SESSION").inputValue()).isGreaterThan(session);
            assertThat(coordinator.open(round + "/timetable").at("#f-SESSION").inputValue()).as("nothing was saved").isEqualTo(session);
        }
    }
}
