// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A host looks at how a text will be read, and knows by whom, before it is there. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class PreviewTest {
    private final Fixture fixture = Fixture.in(Phase.HARVESTING);
    private final String page = fixture.fill("/dilemmas/{dilemma}");

    @Test
    void a_preview_of_the_closing_closes_nothing() {
        String body = Browserless.as("host").post(page + "/closing", "works", "Heel *schuin*", "nextStep", "Een **vette** stap", "stillOpen", "", "preview", "1").is(200).body();
        assertThat(body).contains("<em>schuin</em>", "<strong>vette</strong>", "Heel *schuin*</textarea>", "Een **vette** stap</textarea>");
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).json().at("/closing/works").isMissingNode()).isTrue();
        Browserless.as("peer1").post(page + "/closing", "works", "x", "preview", "1").is(403);
        Browserless.as("buiten").post(page + "/closing", "works", "x", "preview", "1").is(404);
    }

    @Test
    void a_preview_that_comes_too_late_or_is_refused_gives_back_what_was_typed() {
        Browserless peer = Browserless.as("peer1");
        assertThat(peer.post(page + "/closing", "works", "Mijn qzwerkt.", "nextStep", "Mijn qzstap.", "preview", "1").is(403).body()).contains("qzwerkt", "qzstap");
        assertThat(peer.post(page + "/restatement", "question", "Mijn qzvraag?", "assumptions", "Mijn qzaanname", "preview", "1").is(403).body()).contains("qzvraag", "qzaanname");
        assertThat(Browserless.as("buiten").post(page + "/contributions", "kind", "REMARK", "text", "Mijn qzwoorden.", "preview", "1").is(404).body()).contains("qzwoorden");
        Api.as("host").post(page + "/closing", Map.of("works", "Wat er staat.", "nextStep", "Dan dit.", "stillOpen", "Niets.")).is(201);
        assertThat(Browserless.as("host").post(page + "/closing", "works", "Mijn qzwerkt.", "nextStep", "Mijn qzstap.", "stillOpen", "Mijn qzopen.", "preview", "1").is(409).body())
                .contains("Dit is al afgehandeld", "qzwerkt", "qzstap", "qzopen", "Wat er staat.");
    }

    @Test
    void who_comes_from_the_sign_in_to_the_address_that_a_form_was_sent_to_is_led_to_its_page_and_anybody_else_is_told_that_nothing_is_there() {
        for (String sent : new String[] {"/closing", "/contributions", "/recognition", fixture.fill("/seats/{seat.host}/response")}) {
            assertThat(Browserless.as("host").get(page + sent + "?done=signed-in").is(303).header("Location")).as(sent).endsWith(page + "?done=signed-in");
            Browserless.as("host").get(page + sent).is(404);
            Browserless.anonymous().get(page + sent).is(404);
        }
        Browserless.as("buiten").get(page).is(404);
    }

    @Test
    void above_a_remark_about_a_part_stands_which_part_with_the_way_back_to_it() {
        assertThat(Browserless.as("peer1").get(page + "?about=question").is(200).body()).contains("id=\"part-question\"", "<p class=\"kb-small\" data-about>Bij: <a href=\"#part-question\">");
        assertThat(Browserless.as("peer1").get(page + "?about=qznothing").is(200).body()).contains("data-about hidden>").doesNotContain("qznothing");
        assertThat(Browserless.as("peer1").post(page + "/contributions", "kind", "REMARK", "text", "", "field", "question", "exact", "qzaangehaald").is(422).body()).contains("<a href=\"#part-question\">qzaangehaald</a>");
    }

    @Test
    void a_preview_of_a_restatement_saves_nothing() {
        int before = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/versions")).items().size();
        String body = Browserless.as("host").post(page + "/restatement", "title", "Titel", "question", "Hoe *schuin*?", "intention", "", "tension", "", "assumptions", "Eerst qzdit\nDan dat", "preview", "1").is(200).body();
        assertThat(body).contains("<em>schuin</em>", "<li>Eerst qzdit</li>", "Hoe *schuin*?</textarea>");
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/versions")).items()).hasSize(before);
        Browserless.as("peer1").post(page + "/restatement", "question", "x", "preview", "1").is(403);
    }

    @Test
    void who_hands_over_a_seat_widens_the_circle_or_answers_a_municipality_is_told_who_sees_it() {
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set left_at = ? where seat_id = ? and person_id = ?", Instant.now(), fixture.id("seat.host"), fixture.id("person.host-bestuur"));
        }
        String body = Browserless.as("host").get(page).is(200).body();
        assertThat(form(body, page + "/circle")).contains("Wie ziet dit?", "Iedereen in het programma");
        assertThat(form(body, fixture.fill("/dilemmas/{dilemma}/seats/{seat.host}/handover"))).contains("Wie ziet dit?", "nooit het adres");
        assertThat(form(Browserless.as("peer1").get("/profile/record-consent").is(200).body(), "/profile/record-consent")).contains("Wie ziet dit?");
    }

    private static String form(String body, String address) {
        int start = body.indexOf("action=\"" + address + "\"");
        assertThat(start).as(address).isPositive();
        return body.substring(start, body.indexOf("</form>", start));
    }
}
