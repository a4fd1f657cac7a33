// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class DraftTest {
    private static final String TYPED = "Wat gebeurt er als u dit een half jaar laat rusten?";
    private static final String ELSEWHERE = "Een andere vraag, in een ander tabblad.";
    private static final String FIELD = "#remark [name=text]";

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
    void who_is_signed_out_while_typing_is_told_so_signs_in_where_she_was_and_sends_what_she_wrote() {
        String path = Fixture.in(Phase.CLARIFYING).fill("/dilemmas/{dilemma}");
        try (Visitor leeuwarden = Visitor.as("peer2")) {
            Page page = leeuwarden.open(path).page();
            // Here and at Keycloak; the token of forms is not a sign-in.
            leeuwarden.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^(?!csrf-token).*")));
            leeuwarden.write("Uw vraag", TYPED);
            Locator told = page.locator("#remark [data-draft-status][data-state=expired]");
            told.waitFor();
            assertThat(told.innerText()).contains("Uw aanmelding is verlopen. Uw tekst staat nog in deze browser.");
            Visitor.button(leeuwarden.main(), "Vraag plaatsen").click();
            told.waitFor();
            assertThat(leeuwarden.path()).as("a form that cannot be sent stays where it is").isEqualTo(path);
            page.waitForNavigation(() -> told.getByRole(AriaRole.LINK).click());
            page.fill("#username", "peer2");
            page.fill("#password", "peer2");
            page.waitForNavigation(() -> page.click("[type=submit]"));
            assertThat(leeuwarden.path()).isEqualTo(path);
            page.waitForCondition(() -> TYPED.equals(leeuwarden.field("Uw vraag").inputValue()));
            // Not by press, which takes the refused saves of before for a fault.
            page.waitForNavigation(() -> Visitor.button(leeuwarden.main(), "Vraag plaatsen").click());
            leeuwarden.sees(TYPED);
            assertThat(Api.as("host").get(path + "/contributions").is(200).json().findValuesAsText("text")).contains(TYPED);
        }
    }

    @Test
    void each_row_of_the_intake_comes_back_in_its_own_place_after_the_network_was_away() {
        String path = Fixture.in(Phase.DRAFT).fill("/dilemmas/{dilemma}/edit/assumptions");
        try (Visitor host = Visitor.as("host")) {
            host.open(path);
            Visitor.button(host.main(), "Nog een partij").click();
            host.context().setOffline(true);
            Page page = host.page();
            page.locator("[name=party]").nth(0).fill("De raad");
            page.locator("[name=interest]").nth(0).fill("Wil weten");
            page.locator("[name=party]").nth(1).fill("De teams");
            page.locator("[name=party]").nth(3).fill("De inwoners");
            page.locator("[name=assumptions]").nth(2).fill("Wie meet, die weet");
            page.locator("[data-draft-status][data-state=offline]").waitFor();
            host.context().setOffline(false);
            page.reload();
            page.waitForCondition(() -> Api.as("host").get(path.replace("/edit/assumptions", "")).body().contains("De teams"));
            page.reload();
            assertThat(page.locator("[name=party]").nth(0).inputValue()).isEqualTo("De raad");
            assertThat(page.locator("[name=interest]").nth(0).inputValue()).isEqualTo("Wil weten");
            assertThat(page.locator("[name=party]").nth(1).inputValue()).isEqualTo("De teams");
            assertThat(page.locator("[name=party]").nth(2).inputValue()).as("in a row that was added").isEqualTo("De inwoners");
            assertThat(page.locator("[name=assumptions]").nth(1).inputValue()).as("without the empty row before it").isEqualTo("Wie meet, die weet");
        }
    }

    @Test
    void a_reflection_that_a_colleague_began_meanwhile_is_not_overwritten() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("delete from mirror where contribution_id = ?", fixture.id("reflection.zwolle"));
            rows.change("delete from step where from_mirror = ?", fixture.id("reflection.zwolle"));
            rows.change("delete from contribution where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update seat set reflection_begun_at = null, reflection_submitted_at = null where id = ?", fixture.id("seat.zwolle"));
        }
        String path = fixture.fill("/dilemmas/{dilemma}/reflection");
        try (Visitor late = Visitor.as("peer1"); Visitor first = Visitor.as("peer1-collega")) {
            late.open(path);
            first.open(path).page().locator("[name=text]").fill(TYPED);
            first.waitUntilSaved();
            late.page().locator("[name=text]").fill(ELSEWHERE);
            late.page().locator("[data-draft-status][data-state=merge]").waitFor();
            late.page().reload();
            assertThat(late.page().locator("[name=text]").inputValue()).as("what the colleague wrote").isEqualTo(TYPED);
            late.page().locator("[data-draft-status] button").click();
            assertThat(late.page().locator("[name=text]").inputValue()).as("what this browser kept").isEqualTo(ELSEWHERE);
            late.page().locator("[data-draft-status][data-state=merge]").waitFor();
            assertThat(Api.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}/contributions")).json().findValuesAsText("text")).contains(TYPED).doesNotContain(ELSEWHERE);
        }
    }

    @Test
    void a_text_that_is_too_long_to_keep_says_so_and_not_that_the_network_is_away() {
        String path = Fixture.in(Phase.DRAFT).fill("/dilemmas/{dilemma}/edit/question");
        try (Visitor host = Visitor.as("host")) {
            host.open(path).page().locator("[name=question]").fill("x".repeat(9000));
            host.page().locator("[data-draft-status][data-state=refused]").waitFor();
            assertThat(host.page().locator("[data-draft-status]").innerText()).doesNotContain("Bewaren lukt nu niet");
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

    @Test
    void a_text_whose_page_brings_no_draft_along_is_kept_as_well_until_it_is_sent() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String path = fixture.fill("/dilemmas/{dilemma}");
        String field = "[data-keep^='invitation.conflict']";
        try (Visitor before = Visitor.as("peer3")) {
            before.open(path).page().locator(field).fill(TYPED);
            before.waitUntilSaved();
        }
        try (Visitor after = Visitor.as("peer3")) {
            Page page = after.open(path).page();
            page.locator(field).focus();
            page.locator("[data-draft-status][data-state=restored]").waitFor();
            assertThat(page.locator(field).inputValue()).isEqualTo(TYPED);
            after.choose("Nee, nu niet").press("Antwoord versturen");
            page.waitForCondition(() -> Api.as("peer3").get(fixture.fill("/drafts/invitation.conflict.{dilemma}")).status() == 404);
        }
    }
}
