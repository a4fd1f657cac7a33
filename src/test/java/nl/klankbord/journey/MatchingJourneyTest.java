// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.FixtureMatching;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class MatchingJourneyTest {

    @Test
    void a_coordinator_chooses_the_peers_of_a_round_and_sees_what_her_own_choice_changes() {
        Fixture fixture = FixtureMatching.lackingOne(Fixture.in(Phase.ACCEPTED));
        FixtureMatching.another(fixture, "GM0513", "Wie houdt het overzicht als elke wijk het anders doet?");
        try (Visitor coordinator = Visitor.as("coordinator")) {
            coordinator.open(fixture.fill("/rounds/{round}")).follow("Kies meedenkers").sees("Er is nog één meedenker nodig", "Er zijn nog 3 meedenkers nodig", "een andere provincie");
            Pictures.take(coordinator, "meedenkers.png", 1100);
            Pictures.takeSmall(coordinator, "meedenkers-smal.png", 800);
            Locator chosen = coordinator.at("input[name=peer]:checked");
            int planned = chosen.count();
            chosen.first().uncheck();
            coordinator.press("Bekijk wat deze keuze verandert").sees("Uw keuze naast ons voorstel", "blijft leeg", "Er is nog niets bewaard");
            Pictures.take(coordinator, "meedenkers-vergeleken.png", 900);
            assertThat(chosen.count()).as("what she chose stays chosen").isEqualTo(planned - 1);
            Locator other = coordinator.at("input[name=other]").first();
            other.fill("Nergenshuizen");
            coordinator.pressRefused(422, coordinator.at("main"), "Voorstellen aan de inbrengers").sees("doet niet mee aan het programma");
            assertThat(other.inputValue()).isEqualTo("Nergenshuizen");
            other.fill("");
            coordinator.press("Voorstellen aan de inbrengers").sees("De voorstellen liggen bij de inbrengers.");
        }
    }
}
