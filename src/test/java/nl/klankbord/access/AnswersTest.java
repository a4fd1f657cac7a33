// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A reflection in a round with a question set of its own: its answers lie under the same seal as all that is written. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class AnswersTest {
    private static final String REASON = "Dat deden wij niet, de raad vroeg meteen om cijfers";
    private static final String ANSWERED = "kompas" + UUID.randomUUID().toString().substring(0, 8);
    private static final String SKIPPED = "reden" + UUID.randomUUID().toString().substring(0, 8);
    private static final String TYPED = "Wij begonnen \"klein\"\r\nmet één wijk 😀, en <b>vroegen</b> wat hielp.";

    @Test
    void the_questions_of_the_round_are_asked_and_each_step_is_answered_or_skipped_with_a_reason() {
        Fixture fixture = asking("compass", Phase.REFLECTING);
        Answer asked = Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/reflection-questions"), "Accept-Language", "en").is(200);
        assertThat(asked.at("questionSet")).isEqualTo("compass");
        assertThat(asked.items().get(5).toString()).contains("\"question\":\"adjust\",\"field\":\"answers\",\"nature\":\"VIEW\",\"required\":true,\"skippable\":true,\"text\":\"Step 6.");
        assertThat(asked.items().get(7).at("/field").asText()).isEqualTo("advice");

        String reflection = fixture.fill("/contributions/{reflection.leeuwarden}");
        assertThat(Api.as("peer2").put(reflection, Map.of("kind", "REFLECTION", "text", "Herkenbaar"), "If-Match", "\"0\"").is(422).body()).contains("\"field\":\"text\"", "in deze ronde niet gevraagd");
        assertThat(Api.as("peer2").put(reflection, Map.of("kind", "REFLECTION", "answers", List.of(Map.of("question", "warm", "text", "x"))), "If-Match", "\"0\"").is(422).body()).contains("\"field\":\"answers\"");
        Api.as("peer2").put(reflection, Map.of("kind", "REFLECTION", "answers", List.of(Map.of("question", "adjust", "text", "x", "why", "y"))), "If-Match", "\"0\"").is(400);
        Api.as("peer2").put(reflection, "{\"kind\":\"REFLECTION\",\"answers\":{\"adjust\":\"x\"}}", "If-Match", "\"0\"").is(400);
        Api.as("peer2").put(reflection, "{\"kind\":\"REFLECTION\",\"answers\":[null,{}]}", "If-Match", "\"0\"").is(422);
        Answer draft = Api.as("peer2").put(reflection, Map.of("kind", "REFLECTION", "answers", List.of(Map.of("question", "adjust", "text", "Vaker samen terugkijken"), Map.of("question", "analysis", "skipped", REASON))),
                "If-Match", "\"0\"").is(200);
        assertThat(draft.json().get("answers").toString()).isEqualTo("[{\"question\":\"analysis\",\"skipped\":\"" + REASON + "\"},{\"question\":\"adjust\",\"text\":\"Vaker samen terugkijken\"}]");
        assertThat(Api.as("peer2").post(reflection + "/submission").is(422).body()).contains("answers.results", "answers.activities", "answers.quality", "answers.outcome").doesNotContain("answers.analysis", "answers.adjust");
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/contributions")).body()).doesNotContain(REASON);
    }

    @Test
    void a_form_without_script_saves_answers_shows_facts_and_views_apart_and_keeps_all_that_was_typed() {
        Fixture fixture = asking("compass", Phase.REFLECTING);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        Browserless peer = Browserless.as("peer2");
        String form = peer.get(page).is(200).body();
        assertThat(form).containsSubsequence("Feiten</h2>", "zijn feiten minder beschermd", "Stap 1.", "Stap 5.", "Uw eigen kijk</h2>", "beschermt uw eigen kijk meer", "Stap 6.", "Wat zou u in hun plaats doen?", "En bij ons?")
                .doesNotContain("name=\"text\"", "name=\"example\"");
        Answer wrong = peer.post(page, "version", "0", "submit", "1", "question", "analysis", "answer", "", "skipped", REASON, "question", "results", "answer", TYPED, "skipped", "",
                "question", "activities", "answer", TYPED, "skipped", REASON, "question", "quality", "answer", "", "skipped", "", "question", "outcome", "answer", TYPED, "skipped", "",
                "question", "adjust", "answer", TYPED, "skipped", "", "advice", "Neem de tijd", "mirror", "Ook wij");
        assertThat(wrong.is(422).body()).contains("id=\"f-answers.activities-error\"", "id=\"f-answers.quality-error\"", "href=\"#f-answers.quality\"", "Stap 4: Schrijf iets meer", REASON, "&lt;b&gt;vroegen&lt;/b&gt;", "Neem de tijd", "Ook wij")
                .doesNotContain("f-answers.analysis-error", "<b>vroegen");
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/contributions")).body()).as("a draft still").doesNotContain(REASON);
        String version = Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).etag().replace("\"", "");
        assertThat(peer.get(page).body()).as("kept as a draft").contains(REASON, "&lt;b&gt;vroegen&lt;/b&gt;");
        peer.post(page, "version", version, "submit", "1", "question", "analysis", "answer", "", "skipped", REASON, "question", "results", "answer", TYPED, "skipped", "",
                "question", "activities", "answer", "", "skipped", REASON, "question", "quality", "answer", "", "skipped", REASON, "question", "outcome", "answer", "Bel 06-12345678 voor meer", "skipped", "",
                "question", "adjust", "answer", TYPED, "skipped", "").is(422);
        peer.post(page, "version", version, "submit", "1", "sure", "true", "question", "analysis", "answer", "", "skipped", REASON, "question", "results", "answer", TYPED, "skipped", "",
                "question", "activities", "answer", "", "skipped", REASON, "question", "quality", "answer", "", "skipped", REASON, "question", "outcome", "answer", "Bel 06-12345678 voor meer", "skipped", "",
                "question", "adjust", "answer", TYPED, "skipped", "").is(303);
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Stap 1. Hoe ging het", "Overgeslagen, omdat:", REASON, "&lt;b&gt;vroegen&lt;/b&gt;").doesNotContain("<b>vroegen");
    }

    @Test
    void an_answer_and_a_reason_stay_sealed_until_the_session_and_are_gone_when_withdrawn() {
        Fixture fixture = asking("compass", Phase.REFLECTING);
        String id = submit(fixture, "Sterk begonnen " + ANSWERED, "Overgeslagen " + SKIPPED);
        for (String user : List.of("host", "coordinator", "facilitator", "beheer", "buiten")) {
            nobodyReads(fixture, user, id, ANSWERED, SKIPPED);
        }
        assertThat(Api.as("peer1").get("/contributions/" + id).is(200).body()).as("who has submitted").contains(ANSWERED, SKIPPED);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set phase = 'HARVESTING' where id = ?", fixture.id("dilemma"));
        }
        for (String word : List.of(ANSWERED, SKIPPED)) {
            assertThat(Api.as("host").get("/search?scope=mine&q=" + word).is(200).json().get("total").asInt()).isEqualTo(1);
            assertThat(Api.as("host").get("/search?scope=mine&q=" + word).items().get(0).get("snippet").asText()).contains(word).doesNotContain("\"", "[");
            assertThat(Api.as("buiten").get("/search?scope=mine&q=" + word).is(200).json().get("total").asInt()).isZero();
        }
        Answer marked = Api.as("host").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", id, "exact", "begonnen " + ANSWERED)).is(201);
        Answer reason = Api.as("coordinator").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", id, "exact", "Overgeslagen " + SKIPPED)).is(201);
        assertThat(marked.at("field") + " " + marked.at("exact")).isEqualTo("results.text begonnen " + ANSWERED);
        assertThat(reason.at("field") + " " + reason.at("exact")).isEqualTo("analysis.skipped Overgeslagen " + SKIPPED);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}/harvest")).is(200).body()).contains(ANSWERED, SKIPPED, "Stap 2. Welk maatschappelijk resultaat");
        assertThat(Api.as("peer2").get("/me/export").is(200).body()).contains(ANSWERED, SKIPPED);
        assertThat(Browserless.as("peer2").get("/texts").is(200).body()).contains(ANSWERED, SKIPPED);

        Api.as("host").post("/contributions/" + id + "/reports", Map.of("why", "Een naam")).is(201);
        for (String user : List.of("host", "coordinator", "peer1", "facilitator")) {
            nobodyReads(fixture, user, id, ANSWERED, SKIPPED);
        }
        assertThat(Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as("its writer").contains(ANSWERED, SKIPPED);
        Api.as("coordinator").delete("/contributions/" + id + "/reports").is(204);
        assertThat(Api.as("host").get("/contributions/" + id).body()).contains(ANSWERED);
        Api.as("peer2").delete("/contributions/" + id).is(204);
        for (String user : List.of("host", "coordinator", "peer1", "facilitator")) {
            nobodyReads(fixture, user, id, ANSWERED, SKIPPED);
        }
        assertThat(Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as("its writer").contains(ANSWERED, SKIPPED);
    }

    @Test
    void a_passage_of_a_long_answer_is_found_where_it_stands() {
        Fixture fixture = asking("compass", Phase.REFLECTING);
        String id = submit(fixture, "😀\n\"Aanhef\"\\ " + "woorden genoeg ".repeat(500) + "laatste\tpassage é van allemaal", REASON);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set phase = 'HARVESTING' where id = ?", fixture.id("dilemma"));
        }
        assertThat(Api.as("host").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", id, "exact", "laatste passage é van")).is(201).at("exact")).isEqualTo("laatste\tpassage é van");
        assertThat(Api.as("host").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", id, "exact", "\"Aanhef\"\\")).is(201).at("exact")).isEqualTo("\"Aanhef\"\\");
    }

    @Test
    void an_assumption_is_picked_from_the_hosts_list_or_named_and_shows_which() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String listed = Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).json().get("assumptions").get(0).asText();
        Browserless peer = Browserless.as("peer2");
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        assertThat(peer.get(page).is(200).body()).contains("name=\"picked\" value=\"" + listed + "\"><label");
        peer.post(page, "version", "0", "submit", "1", "text", "Bij ons is het net zo.", "picked", listed, "assumptions", "Zelf bedacht\r\nNog een").is(303);
        Answer mine = Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).is(200);
        assertThat(mine.json().get("assumptions").toString()).isEqualTo("[\"" + listed + "\",\"Zelf bedacht\",\"Nog een\"]");
        assertThat(mine.json().get("pickedAssumptions").toString()).isEqualTo("[\"" + listed + "\"]");
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).containsPattern("<li>" + listed + " <span[^>]*>\\(uit de lijst van de inbrenger\\)").contains("<li>Zelf bedacht</li>");
    }

    @Test
    void what_was_picked_stays_picked_when_the_host_puts_it_otherwise() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String listed = Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).json().get("assumptions").get(0).asText();
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        Browserless.as("peer2").post(page, "version", "0", "text", "Bij ons is het net zo.", "picked", listed).is(303);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set canvas = json_set(canvas, '$.assumptions', json_array('Nu anders gezegd')) where id = ?", fixture.id("dilemma"));
        }
        assertThat(Browserless.as("peer2").get(page).body()).contains("value=\"" + listed + "\" checked", "value=\"Nu anders gezegd\"><label");
        String version = Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).etag().replace("\"", "");
        Browserless.as("peer2").post(page, "version", version, "text", "Bij ons is het net zo.", "picked", listed).is(303);
        assertThat(Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).json().get("pickedAssumptions").toString()).contains(listed);
    }

    @Test
    void the_intake_says_at_its_fields_whether_they_ask_for_facts_or_views() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}/edit/direction")).is(200).body())
                .containsSubsequence("f-stip", "data-nature=\"VIEW\">Eigen kijk", "f-foto", "data-nature=\"FACT\">Feit", "f-paths", "data-nature=\"VIEW\"", "f-experiment", "data-nature=\"VIEW\"");
    }

    /** Leeuwarden submits: one step answered, the others skipped. */
    private static String submit(Fixture fixture, String answer, String reason) {
        String reflection = fixture.fill("/contributions/{reflection.leeuwarden}");
        Api.as("peer2").put(reflection, Map.of("kind", "REFLECTION", "answers", List.of(Map.of("question", "results", "text", answer), Map.of("question", "analysis", "skipped", reason),
                Map.of("question", "activities", "skipped", REASON), Map.of("question", "quality", "skipped", REASON), Map.of("question", "outcome", "skipped", REASON), Map.of("question", "adjust", "skipped", REASON))),
                "If-Match", "\"0\"").is(200);
        Api.as("peer2").post(reflection + "/submission").is(201);
        return fixture.id("reflection.leeuwarden").toString();
    }

    private static void nobodyReads(Fixture fixture, String user, String id, String... words) {
        for (String path : List.of("/contributions/" + id, fixture.fill("/dilemmas/{dilemma}/contributions"), fixture.fill("/observations?dilemmaId={dilemma}"), "/me/export", "/search?scope=mine&q=" + words[0],
                "/me/contributions")) {
            assertThat(Api.as(user).get(path).body()).as("%s at %s", user, path).doesNotContain(words);
        }
        assertThat(Api.as(user).get("/search?scope=mine&q=" + words[1]).is(200).json().get("total").asInt()).as(user).isZero();
        for (String page : List.of("/dilemmas/{dilemma}", "/dilemmas/{dilemma}/harvest", "/dilemmas/{dilemma}/reflection")) {
            assertThat(Browserless.as(user).get(fixture.fill(page)).body()).as("%s at %s", user, page).doesNotContain(words);
        }
    }

    private static Fixture asking(String questionSet, Phase phase) {
        Fixture fixture = Fixture.in(phase);
        try (Rows rows = Rows.open()) {
            rows.change("update round set method_key = ? where id = ?", questionSet, fixture.id("round"));
        }
        return fixture;
    }
}
