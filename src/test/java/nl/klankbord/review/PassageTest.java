// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** What is said about words of a dilemma stays with those words, also when its host changes the text. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class PassageTest {
    private final Fixture fixture = Fixture.in(Phase.CLARIFYING);
    private final String page = fixture.fill("/dilemmas/{dilemma}");

    @Test
    void a_note_moves_along_with_its_words_says_when_they_changed_and_stays_when_they_are_gone() {
        write("tension", "Snel helpen en goed helpen trekken elk een kant op. Wie kiest er dan?");
        String late = ask("Wie kiest er dan?");
        String early = ask("Snel helpen en goed helpen");
        String body = Browserless.as("host").get(page).is(200).body();
        assertThat(body).contains("<mark>Snel helpen en goed helpen</mark>", "id=\"p-" + early, "href=\"#p-" + early, "href=\"#c-" + early);
        assertThat(body.indexOf("id=\"c-" + early)).as("in the order of the text").isLessThan(body.indexOf("id=\"c-" + late));
        assertThat(state(early)).isEqualTo("EXACT");
        write("intention", "Een heel andere bedoeling.");
        write("tension", "Vooraf dit. Snel helpen en goed helpen trekken elk een kant op. Wie kiest er dan?");
        assertThat(Browserless.as("peer2").get(page).body()).as("found again behind new words").contains("Vooraf dit.", "<mark>Snel helpen en goed helpen</mark>", "<mark>Wie kiest er dan</mark>");
        assertThat(state(early)).isEqualTo("EXACT");
        write("tension", "Vooraf dit. Snel helpen en goed hielpen trekken elk een kant op.");
        assertThat(state(early)).isEqualTo("CHANGED");
        assertThat(state(late)).isEqualTo("GONE");
        assertThat(Browserless.as("host").get(page).body()).contains("De tekst is hier veranderd", "Snel helpen en goed helpen", "Deze passage staat niet meer in de tekst", "Wie kiest er dan?")
                .contains("<mark>Snel helpen en goed hielpen</mark>").doesNotContain("id=\"p-" + late);
    }

    @Test
    void what_the_host_changes_while_others_ask_is_shown_to_the_circle_as_a_change() {
        assertThat(Browserless.as("host").get(page).body()).contains("href=\"" + page + "/edit\"");
        assertThat(Browserless.as("peer1").get(page).body()).doesNotContain("href=\"" + page + "/edit\"");
        write("tension", "Dit qzverhelderde ik.");
        assertThat(Browserless.as("peer1").get(page).body()).contains("Dit qzverhelderde ik.", "bekijk wat er veranderde");
        assertThat(Browserless.as("peer1").get(page + "/versions").is(200).body()).contains("qzverhelderde").containsPattern("<ins[^>]*>[^<]*qzverhelderde");
        assertThat(Api.as("peer1").get("/dilemmas/" + fixture.id("dilemma") + "/versions").json().findValuesAsText("tension")).first().isEqualTo("Dit qzverhelderde ik.");
    }

    @Test
    void its_text_stands_fixed_from_the_deadline_of_clarifying_on() {
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set ends_at = date_sub(utc_timestamp(6), interval 1 hour) where id = ?", fixture.id("dilemma"));
        }
        assertThat(Browserless.as("host").get(page).body()).doesNotContain("href=\"" + page + "/edit\"");
        String etag = Api.as("host").get("/dilemmas/" + fixture.id("dilemma")).etag();
        Browserless.as("host").get(page + "/edit").is(409);
        ObjectNode other = Api.as("host").get("/dilemmas/" + fixture.id("dilemma")).json().deepCopy();
        Api.as("host").put("/dilemmas/" + fixture.id("dilemma"), other.put("tension", "Toch iets anders."), "If-Match", etag).is(409);
    }

    @Test
    void who_edits_sees_every_question_beside_the_text_it_is_about() {
        write("tension", "Snel helpen en goed helpen trekken elk een kant op. Wie kiest er dan?");
        String late = ask("Wie kiest er dan?");
        String early = ask("Snel helpen en goed helpen");
        assertThat(Browserless.as("host").get(page + "/edit/check").is(200).body()).contains("id=\"c-" + late, "id=\"c-" + early);
    }

    @Test
    void a_note_stays_when_all_of_its_part_is_gone() {
        write("stip", "Elke jongere heeft iemand die blijft.");
        String note = ask("iemand die blijft");
        write("stip", "");
        assertThat(Browserless.as("peer2").get(page).body()).contains("id=\"c-" + note, "Deze passage staat niet meer in de tekst");
    }

    @Test
    void a_note_on_the_title_shows_too() {
        String note = Api.as("peer1").post("/dilemmas/" + fixture.id("dilemma") + "/contributions", Map.of("kind", "QUESTION", "text", "Waarom deze titel?", "passage", Map.of("field", "title", "exact", fixture.word("dilemma.title")))).is(201).id();
        assertThat(Browserless.as("host").get(page).body()).contains("id=\"c-" + note, "id=\"p-" + note);
    }

    @Test
    void words_can_be_typed_without_saying_where_they_stand() {
        String words = fixture.word("dilemma.tension");
        Browserless.as("peer1").post(page + "/contributions", "kind", "QUESTION", "text", "Wat bedoelt u?", "exact", words, "field", "").is(303);
        assertThat(Api.as("peer1").get("/dilemmas/" + fixture.id("dilemma") + "/contributions").items().findValues("passage").toString()).contains("\"field\":\"tension\",\"exact\":\"" + words);
    }

    @Test
    void words_that_do_not_stand_there_are_told_so_at_their_field_and_stay_typed() {
        String body = Browserless.as("peer1").post(page + "/contributions", "kind", "QUESTION", "text", "Wat bedoelt u?", "exact", "Dit staat er niet", "field", "tension").is(422).body();
        assertThat(body).contains("href=\"#f-exact\"", "id=\"f-exact-error\"", "Dit staat er niet</textarea>", "Wat bedoelt u?</textarea>", "<option value=\"tension\" selected>");
    }

    @Test
    void who_names_a_part_and_no_words_asks_about_all_of_that_part() {
        Browserless.as("peer1").post(page + "/contributions", "kind", "QUESTION", "text", "Wat qzall?", "exact", " ", "field", "tension", "prefix", "Dit ", "suffix", " dat").is(303);
        assertThat(Api.as("peer2").get("/dilemmas/" + fixture.id("dilemma") + "/contributions").items()).filteredOn(note -> note.path("text").asText().equals("Wat qzall?"))
                .singleElement().satisfies(note -> {
                    assertThat(note.at("/passage/field").asText()).isEqualTo("tension");
                    assertThat(note.at("/passage/exact").isNull() || note.at("/passage/exact").isMissingNode()).isTrue();
                    assertThat(note.at("/passageState").asText()).isEqualTo("EXACT");
                });
        String asked = Browserless.as("peer2").get(page).body();
        assertThat(asked.indexOf("Wat qzall?")).as("in the margin of that part").isBetween(asked.indexOf("data-quotable=\"tension\""), asked.indexOf("id=\"conversation\""));
    }

    @Test
    void a_part_of_the_text_leads_to_a_form_that_is_about_it() {
        assertThat(Browserless.as("peer1").get(page + "?about=tension").is(200).body()).contains("<option value=\"tension\" selected>");
        assertThat(Browserless.as("peer1").get(page + "?about=nothing").is(200).body()).doesNotContain(" selected>");
    }

    @Test
    void a_preview_of_a_question_posts_nothing() {
        int before = Api.as("peer1").get("/dilemmas/" + fixture.id("dilemma") + "/contributions").items().size();
        String body = Browserless.as("peer1").post(page + "/contributions", "kind", "QUESTION", "text", "Heel *schuin*", "exact", "", "field", "", "preview", "1").is(200).body();
        assertThat(body).contains("<em>schuin</em>", "Heel *schuin*</textarea>");
        assertThat(Api.as("peer1").get("/dilemmas/" + fixture.id("dilemma") + "/contributions").items()).hasSize(before);
        Browserless.as("buiten").post(page + "/contributions", "kind", "QUESTION", "text", "x", "preview", "1").is(404);
    }

    @Test
    void a_conversation_is_one_level_deep() {
        Fixture session = Fixture.in(Phase.SESSION);
        String contributions = session.fill("/dilemmas/{dilemma}/contributions");
        String reply = Api.as("peer1").post(contributions, Map.of("kind", "REMARK", "text", "Dat zien wij ook", "inReplyTo", session.id("remark.host"))).is(201).id();
        assertThat(Api.as("peer2").post(contributions, Map.of("kind", "REMARK", "text", "En wij", "inReplyTo", reply)).is(422).body()).contains("inReplyTo");
    }

    @Test
    void the_host_answers_one_contribution_and_only_the_one_she_saw() {
        Fixture harvest = Fixture.in(Phase.HARVESTING);
        String dilemma = harvest.fill("/dilemmas/{dilemma}");
        String response = harvest.fill("/dilemmas/{dilemma}/seats/{seat.zwolle}/response");
        String one = harvest.id("reflection.zwolle").toString();
        assertThat(Browserless.as("host").get(dilemma).body()).contains("Zeg wat u hiermee doet", "name=\"contribution\" value=\"" + one);
        assertThat(Browserless.as("peer1").get(dilemma).body()).doesNotContain("Zeg wat u hiermee doet");
        assertThat(Browserless.as("host").post(response, "contribution", one, "why", "Dit helpt ons", "version", "0").is(422).body()).contains("id=\"f-choice-response." + one + "-error\"", "Dit helpt ons</textarea>");
        Browserless.as("host").post(response, "contribution", one, "choice", "TAKE_UP", "why", "Dit helpt ons", "version", "0").is(303);
        assertThat(Api.as("peer1").get("/contributions/" + one).at("hostResponse", "why")).isEqualTo("Dit helpt ons");
        Browserless.as("host").post(response, "contribution", one, "choice", "NOT", "why", "Toch niet", "version", "0").is(412);
        assertThat(Api.as("peer1").get("/contributions/" + one).at("hostResponse", "choice")).isEqualTo("TAKE_UP");
        Browserless.as("host").post(harvest.fill("/dilemmas/{dilemma}/seats/{seat.hoorn}/response"), "contribution", one, "choice", "NOT").is(422);
    }

    private String ask(String words) {
        return Api.as("peer1").post("/dilemmas/" + fixture.id("dilemma") + "/contributions", Map.of("kind", "QUESTION", "text", "Over: " + words, "passage",
                Map.of("field", words.startsWith("iemand") ? "stip" : "tension", "exact", words))).is(201).id();
    }

    private String state(String id) {
        return Api.as("peer2").get("/contributions/" + id).is(200).at("passageState");
    }

    /** As the host does on the form of that step. */
    private void write(String field, String text) {
        JsonNode saved = Api.as("host").get("/dilemmas/" + fixture.id("dilemma")).json();
        List<String> form = new ArrayList<>(List.of("version", Api.as("host").get("/dilemmas/" + fixture.id("dilemma")).etag().replace("\"", ""), "go", "stop"));
        List<String> fields = field.equals("stip") ? List.of("stip", "foto", "fotoDate", "experiment", "stopList") : List.of("intention", "goal", "outcome", "tension");
        fields.forEach(name -> form.addAll(List.of(name, name.equals(field) ? text : saved.path(name).asText())));
        Browserless.as("host").post(page + "/edit/" + (field.equals("stip") ? "direction" : "intention"), form.toArray(String[]::new)).is(303);
    }
}
