// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class DraftTest {
    private static final String TYPED = "Wat gebeurt er als u dit een half jaar laat rusten?";
    private static final String ELSEWHERE = "Een andere vraag, in een ander tabblad.";
    private static final String FIELD = "#remark textarea";

    @Test
    void what_was_typed_is_back_after_the_browser_is_gone() {
        String path = Fixture.in(Phase.CLARIFYING).fill("/dilemmas/{dilemma}");
        try (Visitor before = Visitor.as("peer2")) {
            before.open(path).write("Uw vraag", TYPED).waitUntilSaved();
        }
        try (Visitor after = Visitor.as("peer2")) {
            assertThat(after.open(path).field("Uw vraag").inputValue()).isEqualTo(TYPED);
            after.press("Vraag plaatsen").sees(TYPED);
            assertThat(after.open(path).field("Uw vraag").inputValue()).as("what is posted is no draft any more").isEmpty();
        }
    }

    @Test
    void a_second_tab_overwrites_nothing() {
        String path = Fixture.in(Phase.CLARIFYING).fill("/dilemmas/{dilemma}");
        try (Visitor leeuwarden = Visitor.as("peer2")) {
            Page second = leeuwarden.open(path).newTab();
            second.navigate(Visitor.base() + path);
            leeuwarden.write("Uw vraag", TYPED).waitUntilSaved();
            second.locator(FIELD).fill(ELSEWHERE);
            second.locator("[data-draft-status][data-state=conflict]").first().waitFor();
            assertThat(second.locator(FIELD).inputValue()).as("what stands in the second tab").isEqualTo(ELSEWHERE);
            second.reload();
            assertThat(second.locator(FIELD).inputValue()).as("what was saved").isEqualTo(TYPED);
            second.locator("[data-draft-status] button").click();
            assertThat(second.locator(FIELD).inputValue()).as("what this browser kept").isEqualTo(ELSEWHERE);
        }
    }
}
