// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class StepJourneyTest {

    @Test
    void a_mirror_becomes_a_step_that_is_finished_and_opened_again_from_the_notice() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        try (Rows rows = Rows.open()) {
            // Those of other tests would fill the first page.
            rows.change("delete from step where dilemma_id <> ?", fixture.id("dilemma"));
        }
        try (Visitor peer = Visitor.as("peer1")) {
            peer.open(fixture.fill("/dilemmas/{dilemma}")).follow("Maak hier een stap van").sees("Dit is de tekst van uw spiegel", "Alleen u en de collega’s op uw plaats");
            peer.page().fill("#f-text", "Met de wijkteams om tafel");
            peer.press("Bewaar deze stap").sees("Uw stap is bewaard", "Met de wijkteams om tafel", "vanuit de spiegel");
            peer.page().click("#report summary");
            peer.pressRefused(422, peer.at("#report"), "Bewaren").sees("Vul dit in");
            peer.page().check("text=Gedaan");
            peer.page().fill("#f-report", "Ze kwamen alle drie");
            peer.press(peer.at("#report"), "Bewaren").sees("De stap is afgerond", "Ze kwamen alle drie");
            peer.press(peer.at(".utrecht-alert"), "Ongedaan maken").sees("De stap staat weer open");
            peer.open("/steps").sees("Met de wijkteams om tafel", "Ze kwamen alle drie");
            peer.open(fixture.fill("/dilemmas/{dilemma}")).sees("Onze stappen");
        }
    }
}
