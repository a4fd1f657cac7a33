// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class RecordsJourneyTest {

    @Test
    void a_coordinator_says_how_long_texts_stay_and_finds_that_in_the_log() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        try (Visitor coordinator = Visitor.as("coordinator")) {
            coordinator.open(fixture.fill("/programmes/{programme}")).follow("Bewaartermijn instellen");
            assertThat(coordinator.at("#f-months").isVisible()).as("texts that stay have no term").isFalse();
            coordinator.choose(coordinator.main(), "Namen weg").write("Hoeveel maanden na het afsluiten?", "2").pressRefused(422, coordinator.main(), "Bewaren").sees("Vul een heel getal in van 3 tot en met 240");
            coordinator.write("Hoeveel maanden na het afsluiten?", "24").press("Bewaren").sees("24 maanden afgesloten, dan gaan de namen weg");
            coordinator.open(fixture.fill("/programmes/{programme}")).sees("24 maanden");
            coordinator.follow("Logboek").sees("Bewaartermijn aangepast: Namen weg", "een gast").seesNot(fixture.word("dilemma.title"));
        }
    }

    @Test
    void a_writer_lets_her_municipality_have_her_texts_and_reads_what_erasing_takes() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        try (Visitor host = Visitor.as("host")) {
            host.open("/profile").follow("Mijn teksten en de Woo");
            host.choose(host.main(), "Ja").press("Bewaren").sees("Bewaard");
            host.open("/municipality").follow("Teksten voor de Woo").write("Woorden in de tekst", fixture.word("remark.host")).press("Zoek").sees(fixture.word("remark.host")).seesNot(fixture.word("reflection.zwolle"));
            host.open("/profile/record-consent").choose(host.main(), "Nee").press("Bewaren");
            host.open("/profile").follow("Gegevens laten wissen").pressRefused(422, host.main(), "Nu wissen").sees("Zet een vinkje");
        }
    }
}
