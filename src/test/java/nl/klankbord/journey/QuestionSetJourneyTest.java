// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A peer goes through the six steps of the quality compass. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class QuestionSetJourneyTest {
    private static final String FIRST = "Stap 1. Hoe ging het met uw inwoners, en wat was uw ambitie?";
    private static final String OWN = "Wat durfde u niet meer te doen?";
    private static final String BACK = "form[data-typed=kept]";
    private static final String REASON = "De raad vroeg meteen om cijfers, wij sloegen dit over";

    @Test
    void a_step_is_skipped_with_a_reason_and_nothing_typed_is_lost() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open(); Visitor leeuwarden = Visitor.as("peer2")) {
            rows.change("update round set method_key = 'compass' where id = ?", fixture.id("round"));
            leeuwarden.open(fixture.fill("/dilemmas/{dilemma}/reflection")).sees("Feiten", "Uw eigen kijk").write(FIRST, "Wij keken eerst naar de wijken").choose("Aanname " + fixture.word("dilemma.assumption"));
            for (String step : new String[] {"results", "activities", "quality", "outcome"}) {
                leeuwarden.at("details:has([id='f-answers." + step + ".skipped']) summary").click();
                leeuwarden.at("[id='f-answers." + step + ".skipped']").fill(REASON);
            }
            leeuwarden.page().waitForCondition(() -> Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).body().contains("\"question\":\"outcome\",\"skipped\":\"" + REASON));
            leeuwarden.waitUntilSaved().page().reload();
            assertThat(leeuwarden.field(FIRST).inputValue()).isEqualTo("Wij keken eerst naar de wijken");
            assertThat(leeuwarden.at("[id='f-answers.quality.skipped']").isVisible()).as("a reason lies open").isTrue();
            assertThat(leeuwarden.at("[name=picked]").isChecked()).isTrue();
            leeuwarden.pressRefused(422, leeuwarden.main(), "Indienen").sees("Stap 6: Schrijf iets meer, of schrijf waarom u deze stap overslaat.");
            leeuwarden.write("Stap 6. Wat leert u hiervan, en wat zou u bijstellen?", "Wij zouden eerder samen terugkijken").press("Indienen").sees("Uw reflectie is ingediend", REASON, "uit de lijst van de inbrenger");
        }
    }

    @Test
    void a_coordinators_own_questions_come_back_after_the_page_was_closed_and_are_asked_once_saved() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String method = fixture.fill("/programmes/{programme}/methods/{method}");
        String kept = "/drafts/method." + fixture.id("method");
        try (Rows rows = Rows.open(); Visitor coordinator = Visitor.as("coordinator"); Visitor peer = Visitor.as("peer2")) {
            rows.change("update method set own_questions = null where method_key = ?", fixture.id("method"));
            coordinator.open(method).press("Pas de vragen aan").at("[id='f-questions[0].text']").fill(OWN);
            coordinator.page().waitForCondition(() -> Api.as("coordinator").get(kept).body().contains(OWN));
            coordinator.waitUntilSaved();
            // It goes on by itself to the page with what was kept, so nothing is looked at on the way.
            coordinator.page().navigate(Visitor.base() + method, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            coordinator.at(BACK).waitFor();
            assertThat(coordinator.at("[id='f-questions[0].text']").inputValue()).isEqualTo(OWN);
            coordinator.press("Bewaren").sees("Bewaard");
            assertThat(rows.all("select draft_key from text_draft where draft_key = ?", "method." + fixture.id("method"))).isEmpty();
            rows.change("update round set method_key = ? where id = ?", fixture.id("method"), fixture.id("round"));
            peer.open(fixture.fill("/dilemmas/{dilemma}/reflection")).write(OWN, "Wij durfden te stoppen");
        }
    }

    @Test
    void a_draft_that_came_back_says_so_and_can_be_thrown_away_for_what_is_saved() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String method = fixture.fill("/programmes/{programme}/methods/{method}");
        String kept = "/drafts/method." + fixture.id("method");
        try (Visitor coordinator = Visitor.as("coordinator")) {
            coordinator.open(method).seesNot("Dit is uw concept, nog niet bewaard.");
            String saved = coordinator.at("[id='f-name']").inputValue();
            coordinator.at("[id='f-name']").fill("Toch anders");
            coordinator.page().waitForCondition(() -> Api.as("coordinator").get(kept).body().contains("Toch anders"));
            coordinator.waitUntilSaved();
            coordinator.page().navigate(Visitor.base() + method, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            coordinator.at(BACK).waitFor();
            assertThat(coordinator.at("[id='f-name']").inputValue()).isEqualTo("Toch anders");
            coordinator.sees("Dit is uw concept, nog niet bewaard.").at("[data-draft-away]").click();
            coordinator.at("form[data-keep-form]:not([data-typed])").waitFor();
            // Nothing of it comes back by itself, here or from the server.
            coordinator.page().waitForTimeout(2500);
            coordinator.seesNot("Dit is uw concept, nog niet bewaard.");
            assertThat(coordinator.at("[id='f-name']").inputValue()).isEqualTo(saved);
            assertThat(Api.as("coordinator").get(kept).body()).doesNotContain("Toch anders");
        }
    }

    @Test
    void what_was_kept_of_an_older_version_is_offered_and_not_lost_by_typing_on() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String method = fixture.fill("/programmes/{programme}/methods/{method}");
        String kept = "/drafts/method." + fixture.id("method");
        try (Rows rows = Rows.open(); Visitor coordinator = Visitor.as("coordinator")) {
            rows.change("update method set own_questions = null where method_key = ?", fixture.id("method"));
            coordinator.open(method).press("Pas de vragen aan").at("[id='f-questions[0].text']").fill(OWN);
            coordinator.page().waitForCondition(() -> Api.as("coordinator").get(kept).body().contains(OWN));
            coordinator.waitUntilSaved();
            rows.change("update method set version = version + 1 where method_key = ?", fixture.id("method"));
            coordinator.open(method).at("[data-draft-status] button").waitFor();
            coordinator.at("[id='f-name']").fill("Toch anders");
            // Longer than it takes to save what is typed.
            coordinator.page().waitForTimeout(3000);
            assertThat(Api.as("coordinator").get(kept).is(200).body()).contains(OWN).doesNotContain("Toch anders");
            coordinator.press("Zet mijn tekst terug");
            assertThat(coordinator.at("[id='f-questions[0].text']").inputValue()).isEqualTo(OWN);
            coordinator.pressRefused(412, coordinator.main(), "Bewaren");
            assertThat(coordinator.at("[id='f-questions[0].text']").inputValue()).isEqualTo(OWN);
        }
    }
}
