// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures of municipalities, who sits in for whom, which voices are missing, and help on the spot. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class PeopleAndPlacesJourneyTest {

    /** People and the register are of all tests together. */
    @AfterEach
    void as_it_was() {
        try (Rows rows = Rows.open()) {
            rows.change("update person set absent_from = null, absent_until = null, replacement_id = null, replacement_reads = false");
            rows.change("update municipality set inhabitants = null, urbanity = null where code = 'GM0096'");
        }
    }

    @Test
    void the_administrator_looks_at_the_figures_line_by_line_before_taking_them_over() {
        try (Visitor administrator = Visitor.as("beheer")) {
            administrator.open("/administration").follow("Cijfers van gemeenten").write("Gemeenten, één per regel", "code;inwoners;stedelijkheid\nGM0096;1.256;5\nPV28;3.804.906;.\nGM9999;12;1");
            administrator.press("Controleer de lijst").sees("Nog niet goed: 1", "Vlieland", "niet stedelijk");
            Pictures.take(administrator, "cijfers.png", 1300);
            Pictures.takeSmall(administrator, "cijfers-smal.png", 800);
            administrator.write("Gemeenten, één per regel", "GM0096;1.256;5").press("Controleer de lijst").press("Neem de cijfers over").sees("De cijfers zijn overgenomen.", "Van 1 van de 342 gemeenten");
        }
    }

    @Test
    void somebody_names_a_colleague_for_when_she_is_away() {
        Fixture.in(Phase.CLARIFYING);
        try (Visitor peer = Visitor.as("peer1")) {
            peer.open("/profile").write("Eerste dag dat u weg bent", LocalDate.now().plusDays(10).toString()).write("Mailadres van de collega die voor u invalt", People.email("peer2"));
            peer.pressRefused(422, peer.at("main"), "Bewaren").sees("geen andere collega die we van uw gemeente kennen");
            peer.write("Mailadres van de collega die voor u invalt", People.email("peer1-collega")).press("Bewaren").sees("Bewaard");
            Pictures.take(peer, "profiel.png", 1500);
            Pictures.takeSmall(peer, "profiel-smal.png", 800);
        }
    }

    @Test
    void a_round_shows_which_voices_are_missing_and_leads_to_its_own_help() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        try (Visitor coordinator = Visitor.as("coordinator")) {
            coordinator.open(fixture.fill("/rounds/{round}")).sees("Welke stemmen ontbreken?", "inwoner");
            coordinator.follow(coordinator.at("footer a[href*=page-round]")).sees("Een ronde", "Dit zijn de coördinatoren van uw programma’s");
        }
    }
}
