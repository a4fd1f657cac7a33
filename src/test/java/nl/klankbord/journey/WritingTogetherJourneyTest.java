// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Two colleagues of Zwolle and their one reflection. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class WritingTogetherJourneyTest {
    private static final String ANNE = "Wij herkennen het zoeken naar een **maat** die past.";
    private static final String LATE = "Wacht nog een jaar met een besluit.";
    private static final String BILAL = "Bij ons hielp het om minder te tellen.";

    @Test
    void two_colleagues_write_one_reflection_and_one_of_them_submits_it() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("delete from step where from_mirror = ?", fixture.id("reflection.zwolle"));
            rows.change("delete from mirror where contribution_id = ?", fixture.id("reflection.zwolle"));
            rows.change("delete from contribution where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update seat set reflection_begun_at = null, reflection_submitted_at = null where id = ?", fixture.id("seat.zwolle"));
        }
        String path = fixture.fill("/dilemmas/{dilemma}/reflection");
        String name = Api.as("peer1-collega").get("/me").at("name");
        try (Visitor anne = Visitor.as("peer1"); Visitor bilal = Visitor.as("peer1-collega")) {
            anne.open(path);
            bilal.open(path).sees("schrijft nu ook in deze reflectie");
            bilal.write("Wat herkent u, en wat valt u op?", BILAL).waitUntilSaved();
            anne.write("Wat herkent u, en wat valt u op?", ANNE).at("[data-draft-status][data-state=merge]").waitFor();
            anne.pressRefused(412, anne.main(), "Maak er één tekst van").sees("Zo staat het er nu", BILAL, "Dit typte u", ANNE, "Uw collega " + name + " schrijft nu");
            assertThat(anne.field("Zo wordt het").inputValue()).contains(ANNE, BILAL);
            anne.press("Bewaar deze tekst").sees("Het is weer één tekst");
            Visitor.button(anne.main(), "Voorbeeld").click();
            anne.at(".kb-preview strong").waitFor();
            assertThat(anne.at(".kb-preview").innerText()).contains("Zo komt het er te staan", "maat").doesNotContain("**");
            bilal.open(path);
            anne.open(path);
            assertThat(bilal.field("Wat herkent u, en wat valt u op?").inputValue()).contains(ANNE, BILAL);
            bilal.pressRefused(422, bilal.main(), "Indienen").sees("schrijft nog").press("Toch indienen").sees("Uw reflectie is ingediend");
            anne.at(".kb-presence:has-text('al ingediend')").waitFor();
            anne.write("Wat zou u in hun plaats doen?", LATE).at("[data-draft-status][data-state=refused]").waitFor();
            anne.pressRefused(409, anne.main(), "Indienen").sees(LATE, "intussen ingediend").open("/texts").sees(LATE);
        }
    }
}
