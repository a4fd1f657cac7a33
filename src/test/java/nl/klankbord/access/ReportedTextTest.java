// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Json;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A text of a dilemma in which a reader recognised somebody: hidden from all but who wrote it, wherever its words stood. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ReportedTextTest {
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final List<String> PLACES = List.of("/", "/dilemmas/{dilemma}", "/dilemmas/{dilemma}/versions", "/dilemmas/{dilemma}/edit/question", "/dilemmas/{dilemma}/harvest", "/dilemmas/{dilemma}/session",
            "/contributions/{reflection.zwolle}/attachments", "/attachments/{file.dilemma}", "/patterns/{pattern}", "/lessons/{lesson.draft}", "/rounds/{round}", "/texts/export", "/api/v1/me/export", "/api/v1/me/tasks",
            "/api/v1/dilemmas/{dilemma}", "/api/v1/dilemmas/{dilemma}/versions", "/api/v1/dilemmas/{dilemma}/restatement", "/api/v1/dilemmas/{dilemma}/contributions", "/api/v1/dilemmas/{dilemma}/recognitions",
            "/api/v1/dilemmas/{dilemma}/text-reports", "/api/v1/contributions/{question.zwolle}", "/api/v1/contributions/{reflection.zwolle}", "/api/v1/patterns/{pattern}",
            "/api/v1/observations?dilemmaId={dilemma}", "/api/v1/attachments?dilemmaId={dilemma}");
    private static final List<String> OTHERS = List.of("coordinator", "peer1", "peer1-collega", "peer2", "facilitator");
    private static final List<String> SOME = List.of("coordinator", "peer2");

    @Test
    void a_reported_field_of_a_dilemma_is_found_nowhere_by_anyone_but_its_host() {
        for (String field : List.of("title", "question", "tried")) {
            Fixture fixture = Fixture.in(Phase.HARVESTING);
            report("peer1", fixture, "field." + field);
            if (field.equals("title")) {
                nowhere(fixture, fixture.word("dilemma." + field), OTHERS);
            }
            hidden(fixture, fixture.word("dilemma." + field), OTHERS);
            assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).is(200).body()).contains(fixture.word("dilemma." + field), "\"own\":true");
            assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as("its writer").contains(fixture.word("dilemma." + field));
            assertThat(Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Verborgen: er is gemeld dat hierin iemand te herkennen is");
            assertThat(Api.as("host").get("/me/export").body()).contains(fixture.word("dilemma." + field));
        }
    }

    @Test
    void what_a_list_says_what_was_said_before_and_what_was_quoted_go_with_the_field() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        report("coordinator", fixture, "field.question");
        hidden(fixture, fixture.word("version.question"), SOME);
        hidden(fixture, fixture.word("passage"), SOME);
        for (Map.Entry<String, String> list : Map.of("paths", "dilemma.path", "assumptions", "dilemma.assumption", "roles", "dilemma.interest").entrySet()) {
            report("peer2", fixture, "field." + list.getKey());
            hidden(fixture, fixture.word(list.getValue()), SOME);
        }
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).json().get("hiddenFields").toString()).isEqualTo("[\"assumptions\",\"paths\",\"question\",\"roles\"]");
    }

    @Test
    void an_assumption_that_was_picked_from_a_hidden_list_is_hidden_where_it_was_picked() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String assumption = fixture.word("dilemma.assumption");
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set assumptions = ?, picked_assumptions = ? where id = ?", "[\"Aanname " + assumption + "\"]", "[\"Aanname " + assumption + "\"]", fixture.id("reflection.zwolle"));
        }
        assertThat(Api.as("peer2").get(fixture.fill("/contributions/{reflection.zwolle}")).body()).contains(assumption);
        report("coordinator", fixture, "field.assumptions");
        hidden(fixture, assumption, SOME);
    }

    @Test
    void who_picked_it_still_reads_it_and_what_she_found_herself_or_picked_from_the_new_list_stays_for_all() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String contribution = fixture.fill("/contributions/{reflection.zwolle}");
        String assumption = "Aanname " + fixture.word("dilemma.assumption");
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set assumptions = ?, picked_assumptions = ? where id = ?", Json.write(List.of(assumption, "Zelf qzgevonden", "Nieuw qzgekozen")), Json.write(List.of(assumption, "Nieuw qzgekozen")),
                    fixture.id("reflection.zwolle"));
        }
        report("coordinator", fixture, "field.assumptions");
        for (String where : List.of(contribution, "/me/export")) {
            assertThat(Api.as("peer1").get(where).body()).as(where).contains(assumption, "Zelf qzgevonden", "Nieuw qzgekozen");
        }
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(assumption);
        assertThat(Api.as("peer2").get(contribution).body()).contains("Zelf qzgevonden").doesNotContain(assumption, "Nieuw qzgekozen");
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/text-reports/field.assumptions/rewritings"), Map.of("text", "Nieuw qzgekozen")).is(201);
        assertThat(Api.as("peer2").get(contribution).body()).contains("Zelf qzgevonden", "Nieuw qzgekozen").doesNotContain(assumption);
        assertThat(Api.as("peer1").get(contribution).body()).contains(assumption);
    }

    @Test
    void its_host_puts_other_words_there_and_the_old_ones_stay_away() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String word = fixture.word("dilemma.tension");
        report("peer1", fixture, "field.tension");
        String rewriting = fixture.fill("/dilemmas/{dilemma}/text-reports/field.tension/rewriting");
        String task = "/dilemmas/" + fixture.id("dilemma") + "#hidden";
        assertThat(Browserless.as("host").get("/").body()).contains("Uw tekst is verborgen", task);
        assertThat(Browserless.as("coordinator").get("/").body()).contains("Er is een tekst gemeld");
        assertThat(Browserless.as("host").post(rewriting, "text", "Dilemma " + word).is(422).body()).contains("Schrijf het anders");
        assertThat(Browserless.as("host").post(rewriting, "text", "").is(422).body()).contains("f-rewrite.field.tension-error");
        assertThat(Browserless.as("host").post(rewriting, "text", "Het gaat om mevrouw Jansen").is(422).body()).contains("mevrouw Jansen. Haal het weg", "name=\"sure\"");
        Browserless.as("coordinator").post(rewriting, "text", "Iets anders").is(403);
        Browserless.as("host").post(rewriting, "text", "Zekerheid of ruimte").is(303);
        hidden(fixture, word, List.of("coordinator", "peer1", "peer2", "facilitator", "host"));
        for (String user : List.of("host", "peer1", "peer2")) {
            assertThat(Api.as(user).get(fixture.fill("/dilemmas/{dilemma}")).json().get("tension").asText()).isEqualTo("Zekerheid of ruimte");
        }
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).items()).isEmpty();
        assertThat(Browserless.as("host").get("/").body()).doesNotContain(task);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select words from text_report where dilemma_id = ?", fixture.id("dilemma"))).as("gone for good").isNull();
        }
    }

    @Test
    void before_it_runs_the_host_changes_a_hidden_field_like_any_other() {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        report("coordinator", fixture, "field.question");
        String edit = fixture.fill("/dilemmas/{dilemma}/edit/");
        Browserless.as("host").post(edit + "intention", "version", version(fixture), "intention", "Een andere bedoeling", "tension", "Spanning").is(303);
        assertThat(Browserless.as("host").post(edit + "question", "version", version(fixture), "title", "Titel", "question", "Dilemma " + fixture.word("dilemma.question")).is(422).body()).contains("Schrijf het anders");
        assertThat(Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).json().get("hiddenFields").toString()).contains("question");
        Browserless.as("host").post(edit + "question", "version", version(fixture), "title", "Titel", "question", "Wat laten wij zien?").is(303);
        assertThat(Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).json().get("question").asText()).isEqualTo("Wat laten wij zien?");
        assertThat(Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).json().has("hiddenFields")).isFalse();
        hidden(fixture, fixture.word("dilemma.question"), List.of("coordinator", "host"));
    }

    @Test
    void who_reported_it_takes_that_back_or_the_coordinator_shows_it_again_and_nobody_else() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        List<String> before = Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/versions")).json().findValuesAsText("question");
        report("peer1", fixture, "field.question");
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        assertThat(Api.as("peer2").post(reports, Map.of("text", "field.question")).is(409).at("type")).endsWith("already-there");
        for (String user : List.of("facilitator", "host", "peer2", "peer1-collega")) {
            Api.as(user).delete(reports + "/field.question").is(403);
        }
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("De straat", "Laat de tekst weer zien", "In het logboek staat dat u dit deed").doesNotContain("Melding intrekken");
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain("De straat");
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/text-reports/field.question/removal")).is(303);
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/versions")).json().findValuesAsText("question")).as("all comes back as it was").isEqualTo(before);
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(fixture.word("dilemma.question"));
        assertThat(Api.as("peer1").post(reports, Map.of("text", "field.question")).is(409).at("type")).as("not again by the same reader").endsWith("already-answered");
        Api.as("peer2").post(reports, Map.of("text", "field.question")).is(201);
    }

    @Test
    void other_words_can_be_reported_again_by_the_circle_but_not_over_and_over_by_the_whole_programme() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set circle = 'PROGRAMME' where id = ?", fixture.id("dilemma"));
        }
        for (Map.Entry<String, Integer> reader : Map.of("peer1", 201, "buiten", 409).entrySet()) {
            String field = "field." + (reader.getKey().equals("peer1") ? "tension" : "tried");
            Api.as(reader.getKey()).post(reports, Map.of("text", field)).is(201);
            Api.as("host").post(reports + "/" + field + "/rewritings", Map.of("text", "Zekerheid of ruimte")).is(201);
            Api.as(reader.getKey()).post(reports, Map.of("text", field)).is(reader.getValue());
        }
    }

    @Test
    void who_took_a_report_back_can_report_other_words_in_that_place_but_not_the_same() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        report("peer1", fixture, "field.question");
        Api.as("peer1").delete(reports + "/field.question").is(204);
        assertThat(Api.as("peer1").post(reports, Map.of("text", "field.question")).is(409).at("type")).endsWith("already-answered");
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/edit/question"), "version", version(fixture), "title", "Titel", "question", "Wat nu met qzanders?").is(303);
        Api.as("peer1").post(reports, Map.of("text", "field.question")).is(201);
        hidden(fixture, "qzanders", SOME);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select lifted_words from text_report where dilemma_id = ? and lifted_at is not null", fixture.id("dilemma"))).as("known again, not kept").matches("[0-9a-f]{64}");
        }
    }

    @Test
    void who_took_back_a_report_of_one_example_of_a_seat_can_report_that_of_a_colleague_there() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String recognitions = fixture.fill("/dilemmas/{dilemma}/recognitions");
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        String text = fixture.fill("example.{seat.zwolle}");
        Api.as("peer1").post(recognitions, Map.of("example", "Bij ons qzvaneen")).is(201);
        report("host", fixture, text);
        Api.as("host").delete(reports + "/" + text).is(204);
        Api.as("host").post(reports, Map.of("text", text)).is(409);
        Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzvantwee")).is(201);
        Api.as("host").post(reports, Map.of("text", text)).is(201);
        hidden(fixture, "qzvantwee", List.of("host"));
    }

    @Test
    void an_example_that_is_reported_while_another_of_its_seat_is_hidden_is_its_own_readers_to_show_again() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String recognitions = fixture.fill("/dilemmas/{dilemma}/recognitions");
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        String text = fixture.fill("example.{seat.zwolle}");
        Api.as("peer1").post(recognitions, Map.of("example", "Bij ons qzvaneen")).is(201);
        Api.as("host").post(reports, Map.of("text", text, "why", "Om qzreden")).is(201);
        Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzvantwee")).is(201);
        Api.as("peer2").post(reports, Map.of("text", text, "why", "Om qzandere")).is(201);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Om qzreden", "Om qzandere").doesNotContain("Melding intrekken");
        assertThat(Api.as("peer1").post(recognitions, Map.of("example", "Bij ons qzvaneen")).is(422).body()).contains("example");
        assertThat(Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzvantwee")).is(422).body()).contains("example");
        Api.as("host").delete(reports + "/" + text).is(204);
        assertThat(Api.as("host").get(recognitions).body()).contains("qzvaneen").doesNotContain("qzvantwee");
        Api.as("host").delete(reports + "/" + text).is(403);
        Api.as("peer2").delete(reports + "/" + text).is(204);
        assertThat(Api.as("host").get(recognitions).body()).contains("qzvaneen", "qzvantwee");
    }

    @Test
    void two_of_a_seat_who_put_other_words_there_at_once_both_settle_it() throws Exception {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String recognitions = fixture.fill("/dilemmas/{dilemma}/recognitions");
        Api.as("peer1").post(recognitions, Map.of("example", "Bij ons qzvaneen")).is(201);
        Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzvantwee")).is(201);
        report("host", fixture, fixture.fill("example.{seat.zwolle}"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor(); Rows rows = Rows.open()) {
            Future<?> saved;
            try (Rows writing = Rows.open().together()) {
                writing.all("select id from seat where id = ? for update", fixture.id("seat.zwolle"));
                saved = threads.submit(() -> Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzherschreven")).is(201));
                // Long enough to have read the report, had she not waited for the seat first.
                Thread.sleep(1000);
                writing.change("update text_report set words = json_remove(words, ?) where dilemma_id = ?", "$.examples.\"" + fixture.id("person.peer1") + "\"", fixture.id("dilemma"));
            }
            saved.get();
            assertThat(rows.one("select concat(ifnull(words, ''), ' ', rewritten_at is not null) from text_report where dilemma_id = ?", fixture.id("dilemma"))).isEqualTo(" 1");
        }
    }

    @Test
    void the_coordinator_shows_a_field_or_a_file_again_and_the_log_names_her_but_not_who_reported_it() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        for (Map.Entry<String, String> text : Map.of("field.question", fixture.word("dilemma.question"), fixture.fill("file.{file.zwolle}"), fixture.word("file.zwolle.name")).entrySet()) {
            report("peer2", fixture, text.getKey());
            assertThat(Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Melding intrekken").doesNotContain("Laat de tekst weer zien");
            Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/text-reports/" + text.getKey() + "/removal")).is(303);
            assertThat(Browserless.as("facilitator").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(text.getValue());
            Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/text-reports"), Map.of("text", text.getKey())).is(409);
            JsonNode events = Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).items();
            assertThat(events.get(0).path("kind").asText()).isEqualTo("TEXT_PUT_BACK");
            assertThat(events.get(0).path("actor").toString()).contains(People.id("coordinator").toString());
            assertThat(events.get(1).path("kind").asText()).isEqualTo("TEXT_HIDDEN");
            assertThat(events.get(1).has("actor")).isFalse();
        }
    }

    @Test
    void one_reports_what_one_reads_and_not_ones_own() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        assertThat(Api.as("host").post(reports, Map.of("text", "field.question")).is(409).at("type")).endsWith("own-contribution");
        for (String text : List.of("field.nothing", "closing.works", "restated.question", "field.themes", "nonsense", "nonsense.question", "response." + fixture.id("seat.zwolle"), "field." + fixture.id("seat.zwolle"), "file.question", "")) {
            assertThat(Api.as("peer1").post(reports, Map.of("text", text)).is(422).body()).as(text).contains("\"field\":\"text\"");
        }
        assertThat(Browserless.as("peer1").post(reports, "text", "field.nothing", "why", "Een straat").is(422).body()).contains("f-which-text-error", "Een straat");
    }

    @Test
    void the_form_stands_on_no_part_so_that_a_careless_click_hides_nothing() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).containsPattern("<select id=\"f-which-text\"[^>]*>\\s*<option value=\"\">Kies</option>");
        assertThat(Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/text-reports"), "text", "", "why", "Een straat").is(422).body())
                .contains("f-which-text-error", "In welk deel?: Kies eerst in welk deel", "Een straat");
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).items()).isEmpty();
    }

    @Test
    void a_closing_goes_with_the_passages_that_were_marked_in_it() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        for (String field : List.of("works", "nextStep", "stillOpen")) {
            report("peer2", fixture, "closing." + field);
            hidden(fixture, fixture.word("closing." + field), SOME);
        }
        nowhere(fixture, fixture.word("closing.works"), SOME);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/text-reports/closing.works/rewritings"), Map.of("text", "Het lijstje")).is(201);
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Het lijstje");
    }

    @Test
    void a_restatement_and_the_hosts_answers_are_hidden_too() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/restatement"), Map.of("title", "Titel", "question", "Anders qzherformuleerd", "intention", "b", "tension", "s")).is(201);
        Api.as("host").post(fixture.fill("/seats/{seat.zwolle}/host-responses"), Map.of("choice", "NOT", "why", "Vanwege qzwaarom", "version", fixture.version("seat", "seat.zwolle"))).is(201);
        Api.as("host").post(fixture.fill("/seats/{seat.zwolle}/host-responses"), Map.of("choice", "LATER", "why", "Vanwege qzdaarom", "contributionId", fixture.id("question.zwolle"))).is(201);
        assertThat(Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("qzherformuleerd", "qzwaarom", "qzdaarom");
        report("peer2", fixture, "restated.question");
        report("peer2", fixture, fixture.fill("response.{seat.zwolle}"));
        report("peer2", fixture, fixture.fill("reply.{question.zwolle}"));
        for (String word : List.of("qzherformuleerd", "qzwaarom", "qzdaarom")) {
            hidden(fixture, word, SOME);
            assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(word);
        }
        assertThat(Api.as("host").post(fixture.fill("/seats/{seat.zwolle}/host-responses"), Map.of("choice", "NOT", "why", "Vanwege qzwaarom", "version", fixture.version("seat", "seat.zwolle"))).is(422).body()).contains("why");
        Api.as("host").post(fixture.fill("/seats/{seat.zwolle}/host-responses"), Map.of("choice", "NOT", "why", "Het past niet", "version", fixture.version("seat", "seat.zwolle"))).is(201);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/text-reports/restated.question/rewritings"), Map.of("text", "Weer anders")).is(201);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/text-reports/reply.{question.zwolle}/rewritings"), Map.of("text", "")).is(201);
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).items()).isEmpty();
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Het past niet", "Weer anders").doesNotContain("qzherformuleerd", "qzwaarom", "qzdaarom");
    }

    @Test
    void the_example_of_a_recognition_stays_its_writers() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/recognitions"), Map.of("example", "Bij ons qzvoorbeeld")).is(201);
        report("host", fixture, fixture.fill("example.{seat.zwolle}"));
        nowhere(fixture, "qzvoorbeeld", List.of("host", "peer2"));
        hidden(fixture, "qzvoorbeeld", List.of("coordinator", "host", "peer2", "facilitator", "peer1-collega"));
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("qzvoorbeeld");
        assertThat(Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/recognitions"), Map.of("example", "Bij ons qzvoorbeeld")).is(422).body()).contains("example");
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/text-reports/example.{seat.zwolle}/rewriting"), "text", "Bij ons ook").is(403);
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/text-reports/example.{seat.zwolle}/rewriting"), "text", "Bij ons ook").is(303);
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Bij ons ook");
        Api.as("peer1").delete(fixture.fill("/dilemmas/{dilemma}/recognitions")).is(204);
    }

    @Test
    void each_of_a_seat_keeps_her_own_hidden_example_whatever_a_colleague_does_with_hers() {
        for (String deed : List.of("takes it back", "writes it in other words", "says it anew", "is erased")) {
            Fixture fixture = Fixture.in(Phase.CLARIFYING);
            String recognitions = fixture.fill("/dilemmas/{dilemma}/recognitions");
            String text = fixture.fill("example.{seat.zwolle}");
            String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
            Api.as("peer1").post(recognitions, Map.of("example", "Bij ons qzvaneen")).is(201);
            UUID second = fixture.id("person.peer1-collega");
            try (Rows rows = Rows.open()) {
                if (deed.equals("is erased")) {
                    second = fixture.id("person.named");
                    rows.insert("recognition", "seat_id", fixture.id("seat.zwolle"), "dilemma_id", fixture.id("dilemma"), "person_id", second, "example", "Bij ons qzvantwee", "created_at", Instant.now());
                } else {
                    Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzvantwee")).is(201);
                }
            }
            report("host", fixture, text);
            switch (deed) {
                case "takes it back" -> Api.as("peer1-collega").delete(recognitions).is(204);
                case "writes it in other words" -> Api.as("peer1-collega").post(reports + "/" + text + "/rewritings", Map.of("text", "Bij ons qzherschreven")).is(201);
                case "says it anew" -> Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzherschreven")).is(201);
                default -> Api.as("beheer").post("/people/" + second + "/erasure").is(204);
            }
            try (Rows rows = Rows.open()) {
                assertThat(rows.one("select words from text_report where dilemma_id = ?", fixture.id("dilemma"))).as(deed).contains("qzvaneen").doesNotContain("qzvantwee");
            }
            assertThat(Api.as("peer1").get(reports).body()).as(deed).contains("Bij ons qzvaneen", "\"own\":true");
            assertThat(Api.as("peer1").get("/me/export").body()).as(deed).contains("Bij ons qzvaneen");
            hidden(fixture, "qzvaneen", List.of("host", "peer1-collega"));
            if (deed.startsWith("w")) {
                report("peer2", fixture, text);
                hidden(fixture, "qzherschreven", List.of("host"));
                assertThat(Api.as("peer1").get(reports).body()).as("reported once more").contains("Bij ons qzvaneen");
                assertThat(Api.as("peer1-collega").get(reports).body()).contains("Bij ons qzherschreven");
                Api.as("peer1-collega").delete(recognitions).is(204);
            }
            Api.as("peer1").post(reports + "/" + text + "/rewritings", Map.of("text", "Bij ons ook")).is(201);
            assertThat(Api.as("host").get(reports).items()).as(deed).isEmpty();
            assertThat(Api.as("host").get(recognitions).body()).as(deed).contains("Bij ons ook");
        }
    }

    @Test
    void a_file_closes_with_its_name_and_who_added_it_may_take_it_away_at_any_time() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String file = fixture.fill("/attachments/{file.dilemma}");
        String name = fixture.word("file.dilemma.name");
        assertThat(Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(name);
        report("peer2", fixture, fixture.fill("file.{file.dilemma}"));
        hidden(fixture, name, SOME);
        for (String user : OTHERS) {
            Api.as(user).get(file).is(404);
            Browserless.as(user).get(file).is(404);
        }
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(name);
        Api.as("host").get(file).is(200);
        Browserless.as("peer2").post(file + "/removal").is(404);
        Browserless.as("host").post(file + "/removal").is(303);
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).items()).isEmpty();
    }

    @Test
    void a_reported_file_of_a_sealed_reflection_tells_nobody_else_that_it_is_there() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = created_at where id = ?", fixture.id("reflection.leeuwarden"));
            rows.change("update seat set reflection_submitted_at = reflection_begun_at where id = ?", fixture.id("seat.leeuwarden"));
            rows.change("update seat set status = 'ACCEPTED', accepted_at = now(6) where id = ?", fixture.id("seat.venlo"));
            rows.insert("seat_person", "seat_id", fixture.id("seat.venlo"), "person_id", fixture.id("person.peer3"), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", Instant.now());
        }
        String file = fixture.fill("file.{file.zwolle}");
        report("peer2", fixture, file);
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        String task = "/dilemmas/" + fixture.id("dilemma") + "#hidden";
        for (String user : List.of("host", "facilitator", "coordinator", "peer3")) {
            assertThat(Api.as(user).get(reports).is(200).body()).as(user).doesNotContain(file);
            assertThat(Browserless.as(user).get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as(user).doesNotContain("id=\"hidden\"", "De straat", fixture.id("file.zwolle").toString());
            assertThat(Api.as(user).get("/me/tasks").is(200).body()).as(user).doesNotContain(task);
            assertThat(Api.as(user).post(reports, Map.of("text", file)).is(422).body()).as(user).contains("\"field\":\"text\"");
        }
        Api.as("coordinator").delete(reports + "/" + file).is(403);
        assertThat(Api.as("peer2").get(reports).body()).as("who reads the reflection").contains(file);
        assertThat(Api.as("peer1").get(reports).body()).as("who added it").contains(file, fixture.word("file.zwolle.name"));
        assertThat(Api.as("peer1").get("/me/tasks").body()).contains(task);
    }

    @Test
    void a_reported_file_of_a_concept_is_its_seats_alone() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = null where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update seat set reflection_submitted_at = null where id = ?", fixture.id("seat.zwolle"));
        }
        String file = fixture.fill("file.{file.zwolle}");
        report("peer1-collega", fixture, file);
        for (String user : List.of("host", "facilitator", "coordinator", "peer2")) {
            assertThat(Api.as(user).get(fixture.fill("/dilemmas/{dilemma}/text-reports")).is(200).body()).as(user).doesNotContain(file);
        }
        assertThat(Api.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).body()).contains(file);
    }

    @Test
    void who_came_later_does_not_learn_of_an_example_that_is_closed_to_her() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String example = fixture.fill("example.{seat.hoorn}");
        report("host", fixture, example);
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).body()).contains(example);
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set seated_at = date_add(now(6), interval 1 second) where seat_id = ?", fixture.id("seat.leeuwarden"));
        }
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/text-reports")).body()).doesNotContain(example);
        assertThat(Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/text-reports"), Map.of("text", example)).is(422).body()).contains("\"field\":\"text\"");
    }

    @Test
    void who_is_not_in_the_circle_does_not_learn_of_the_closing() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set circle = 'PROGRAMME' where id = ?", fixture.id("dilemma"));
        }
        report("peer2", fixture, "closing.works");
        report("peer2", fixture, "field.tried");
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).json().get("hiddenFields").toString()).isEqualTo("[\"tried\",\"works\"]");
        assertThat(Api.as("buiten").get(fixture.fill("/dilemmas/{dilemma}")).json().get("hiddenFields").toString()).isEqualTo("[\"tried\"]");
        assertThat(Api.as("buiten").get(reports).body()).contains("field.tried").doesNotContain("closing.works");
        assertThat(Browserless.as("buiten").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain("closing.works");
        for (String text : List.of("closing.works", "closing.nextStep", "closing.nothing")) {
            assertThat(Api.as("buiten").post(reports, Map.of("text", text)).is(422).body()).as(text).contains("\"field\":\"text\"");
        }
        assertThat(Api.as("peer1").post(reports, Map.of("text", "closing.works")).is(409).at("type")).endsWith("already-there");
    }

    @Test
    void what_another_of_the_host_writes_in_the_place_of_a_hidden_text_is_hers_to_take_along() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        Api.as("host").post(fixture.fill("/seats/{seat.zwolle}/host-responses"), Map.of("choice", "NOT", "why", "Vanwege qzhaar", "version", fixture.version("seat", "seat.zwolle"))).is(201);
        Api.as("host").post(fixture.fill("/seats/{seat.zwolle}/host-responses"), Map.of("choice", "LATER", "why", "Ook qzhaar", "contributionId", fixture.id("question.zwolle"))).is(201);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/closing"), Map.of("works", "Het qzhaar", "nextStep", "Dan qzhierna", "stillOpen", "Nog qzopen")).is(201);
        List<String> texts = List.of(fixture.fill("response.{seat.zwolle}"), fixture.fill("reply.{question.zwolle}"), "closing.works");
        texts.forEach(text -> report("peer2", fixture, text));
        try (Rows rows = Rows.open()) {
            rows.insert("house_rules_acceptance", "person_id", fixture.id("person.host-bestuur"), "programme_id", fixture.id("programme"), "version", 1, "accepted_at", Instant.now());
            rows.change("update seat_person set left_at = now(6) where seat_id = ? and person_id = ?", fixture.id("seat.host"), fixture.id("person.host"));
        }
        texts.forEach(text -> Api.as("host-bestuur").post(reports + "/" + text + "/rewritings", Map.of("text", "Nu qzander " + text.split("\\.")[0])).is(201));
        assertThat(Api.as("host").get("/me/export").body()).contains("qzhierna", "qzopen").doesNotContain("qzander");
        assertThat(Api.as("host-bestuur").get("/me/export").body()).contains("Nu qzander response", "Nu qzander reply", "Nu qzander closing").doesNotContain("qzhierna", "qzopen");
    }

    @Test
    void a_list_that_is_shown_again_is_the_same_list() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        try (Rows rows = Rows.open()) {
            for (String which : List.of("dilemma set %s where id", "dilemma_version set %s where dilemma_id")) {
                rows.change("update " + which.formatted("canvas = json_set(canvas, '$.roles[0].party', 'Zorg; welzijn', '$.paths[0]', 'Eerst dit\\ndan dat')") + " = ?", fixture.id("dilemma"));
            }
        }
        List<String> places = List.of(fixture.fill("/dilemmas/{dilemma}"), fixture.fill("/dilemmas/{dilemma}/versions"));
        for (String field : List.of("roles", "paths", "assumptions", "question")) {
            List<String> before = places.stream().map(place -> Api.as("peer2").get(place).is(200).body()).toList();
            assertThat(before).allSatisfy(body -> assertThat(body).contains("Zorg; welzijn", "Eerst dit\\ndan dat"));
            report("peer1", fixture, "field." + field);
            Api.as("peer1").delete(fixture.fill("/dilemmas/{dilemma}/text-reports/field." + field)).is(204);
            assertThat(places.stream().map(place -> Api.as("peer2").get(place).is(200).body()).toList()).as(field).isEqualTo(before);
        }
    }

    private static void report(String user, Fixture fixture, String text) {
        Browserless.as(user).post(fixture.fill("/dilemmas/{dilemma}/text-reports"), "text", text, "why", "De straat wordt genoemd").is(303);
    }

    /** In no page, list, search, export, version or file that they can fetch: every address there is. */
    private static void nowhere(Fixture fixture, String word, List<String> users) {
        Set<String> paths = new LinkedHashSet<>(PLACES);
        RouteRow.all().stream().filter(row -> row.method().equals("GET")).forEach(row -> paths.add(row.path()));
        hidden(fixture, word, users, paths);
    }

    /** The same of the places where the words of a dilemma stand. */
    private static void hidden(Fixture fixture, String word, List<String> users) {
        hidden(fixture, word, users, PLACES);
    }

    private static void hidden(Fixture fixture, String word, List<String> users, Collection<String> paths) {
        for (String user : users) {
            assertThat(Api.as(user).get("/search?scope=mine&q=" + word).is(200).json().get("total").asInt()).as("searched by %s", user).isZero();
            assertThat(Api.as(user).get("/dilemma-suggestions?title=" + word).is(200).json().get("dilemmas")).as("suggested to %s", user).isEmpty();
            paths.stream().filter(path -> NAME.matcher(path).results().allMatch(name -> fixture.has(name.group(1)))).map(fixture::fill).forEach(path -> {
                Answer answer = path.startsWith("/api/") ? Api.as(user).send("GET", path, null) : Browserless.as(user).get(path);
                assertThat(answer.body()).as("%s at %s", user, path).doesNotContain(word);
            });
        }
    }

    private static String version(Fixture fixture) {
        return Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).etag().replace("\"", "");
    }
}
