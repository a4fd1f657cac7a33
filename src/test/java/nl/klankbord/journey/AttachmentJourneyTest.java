// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file beside one's reflection. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class AttachmentJourneyTest {
    private Visitor leeuwarden;

    @Test
    void a_peer_adds_a_file_to_a_reflection_after_a_wrong_one_and_takes_it_away() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        leeuwarden = Visitor.as("peer2").open(fixture.fill("/dilemmas/{dilemma}/reflection")).follow("Bestand toevoegen of weghalen");
        leeuwarden.sees("Zolang het reflecteren duurt").sees("niet op virussen gecontroleerd");
        choose("plan.exe", new byte[] {'M', 'Z', 0, 1});
        leeuwarden.pressRefused(422, leeuwarden.main(), "Voeg toe").sees("Dit soort bestand nemen we niet aan");
        choose("Een plan met een heel lange naam waar geen spatie in hoeft te staan_".repeat(2) + ".csv", "naam;aantal\n".getBytes(StandardCharsets.UTF_8));
        leeuwarden.press("Voeg toe").sees("Het bestand is toegevoegd.").sees("tabel (CSV)");
        var download = leeuwarden.page().waitForDownload(() -> leeuwarden.main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Een plan met")).first().click());
        assertThat(download.suggestedFilename()).startsWith("Een plan met een heel lange naam").endsWith(".csv");
        Pictures.take(leeuwarden, "scratch-files.png", 1300);
        Pictures.takeSmall(leeuwarden, "scratch-files-small.png", 1900);
        leeuwarden.open(fixture.fill("/dilemmas/{dilemma}/reflection"));
        Pictures.take(leeuwarden, "scratch-reflect.png", 1000);
        leeuwarden.open(fixture.fill("/dilemmas/{dilemma}"));
        Pictures.take(leeuwarden, "scratch-show.png", 3200);
        Pictures.takeSmall(leeuwarden, "scratch-show-small.png", 4200);
        leeuwarden.open(fixture.fill("/contributions/{reflection.leeuwarden}/attachments"));
        leeuwarden.press("Haal " + download.suggestedFilename() + " weg").sees("Het bestand is weg.");
    }

    private void choose(String name, byte[] bytes) {
        leeuwarden.field("Kies een bestand").setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    }

    @AfterEach
    void leave() {
        if (leeuwarden != null) {
            leeuwarden.close();
        }
    }
}
