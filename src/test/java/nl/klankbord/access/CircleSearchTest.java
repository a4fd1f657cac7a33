// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.Json;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** What a search in one's circles finds of how a host answered, and what it keeps to itself. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class CircleSearchTest {
    /** Each as the name under which a reader reports it. */
    private static final Map<String, String> OF_THE_DILEMMA = Map.of("restatement.title", "restated.title", "restatement.question", "restated.question", "closing.works", "closing.works", "closing.nextStep", "closing.nextStep",
            "closing.stillOpen", "closing.stillOpen", "response.zwolle", "response.{seat.zwolle}");
    private static final List<String> CIRCLE = List.of("host", "coordinator", "peer1", "peer2", "facilitator");

    @Test
    void how_a_dilemma_was_said_anew_closed_and_answered_shows_in_what_is_found() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        OF_THE_DILEMMA.keySet().forEach(text -> shows(fixture, text, "dilemma"));
        shows(fixture, "response.contribution", "reflection.hoorn");
        String word = fixture.word("response.contribution");
        assertThat(Browserless.as("peer2").get("/search?q=" + word).is(200).body()).contains("1 keer gevonden", "#c-" + fixture.id("reflection.hoorn"));
    }

    @Test
    void who_reads_it_with_the_whole_programme_finds_what_was_brought_in_and_not_how_it_was_closed() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set circle = 'PROGRAMME' where id = ?", fixture.id("dilemma"));
        }
        String question = fixture.word("dilemma.question");
        assertThat(total("buiten", question)).isEqualTo(1);
        assertThat(found("buiten", question).body()).doesNotContain(OF_THE_DILEMMA.keySet().stream().map(fixture::word).toArray(String[]::new));
        OF_THE_DILEMMA.keySet().forEach(text -> {
            assertThat(total("buiten", fixture.word(text))).as(text).isZero();
            assertThat(total("buiten", question + " " + fixture.word(text))).as(text).isZero();
            assertThat(total("peer1", question + " " + fixture.word(text))).as("%s in the circle", text).isEqualTo(1);
        });
        assertThat(total("buiten", fixture.word("response.contribution"))).isZero();
    }

    @Test
    void of_a_dilemma_that_is_withdrawn_or_a_concept_again_nobody_finds_how_it_was_closed() {
        for (Phase phase : List.of(Phase.WITHDRAWN, Phase.DRAFT)) {
            Fixture fixture = Fixture.in(Phase.CLOSED);
            try (Rows rows = Rows.open()) {
                rows.change("update dilemma set phase = ? where id = ?", phase, fixture.id("dilemma"));
            }
            assertThat(total("host", fixture.word("dilemma.question"))).as("its own, in %s", phase).isEqualTo(1);
            assertThat(found("host", fixture.word("dilemma.question")).body()).doesNotContain(OF_THE_DILEMMA.keySet().stream().map(fixture::word).toArray(String[]::new));
            for (String user : CIRCLE) {
                OF_THE_DILEMMA.keySet().forEach(text -> assertThat(total(user, fixture.word(text))).as("%s by %s in %s", text, user, phase).isZero());
                assertThat(total(user, fixture.word("response.contribution"))).isZero();
            }
        }
    }

    @Test
    void of_a_reflection_that_is_still_closed_the_answer_is_closed_too() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String word = answer(fixture, "reflection.hoorn");
        assertThat(total("peer1", word)).as("who has submitted").isEqualTo(1);
        for (String user : List.of("host", "coordinator", "facilitator", "peer2", "buiten", "beheer")) {
            assertThat(total(user, word)).as(user).isZero();
        }
    }

    @Test
    void the_answer_to_what_was_taken_back_or_hidden_is_not_found() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String word = fixture.word("response.contribution");
        try (Rows rows = Rows.open()) {
            for (String gone : List.of("withdrawn_at", "hidden_at")) {
                assertThat(total("coordinator", word)).isEqualTo(1);
                rows.change("update contribution set " + gone + " = ? where id = ?", Instant.now(), fixture.id("reflection.hoorn"));
                CIRCLE.forEach(user -> assertThat(total(user, word)).as("%s, %s", user, gone).isZero());
                rows.change("update contribution set " + gone + " = null where id = ?", fixture.id("reflection.hoorn"));
            }
        }
    }

    @Test
    void who_left_the_seat_finds_her_own_words_and_not_what_was_answered() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String own = fixture.word("question.zwolle");
        String word = answer(fixture, "question.zwolle");
        assertThat(total("peer1", own + " " + word)).isEqualTo(1);
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set left_at = ? where dilemma_id = ? and person_id = ?", Instant.now(), fixture.id("dilemma"), fixture.id("person.peer1"));
        }
        assertThat(total("peer1", own)).isEqualTo(1);
        assertThat(found("peer1", own).body()).doesNotContain(word, fixture.word("dilemma.title"));
        for (String words : List.of(word, own + " " + word, fixture.word("response.contribution"), fixture.word("restatement.question"), fixture.word("response.zwolle"))) {
            assertThat(total("peer1", words)).isZero();
        }
    }

    @Test
    void words_that_a_reader_reported_are_found_no_more() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        OF_THE_DILEMMA.forEach((text, name) -> {
            assertThat(total("coordinator", fixture.word(text))).isEqualTo(1);
            report(fixture, name);
            List.of("coordinator", "peer1", "peer2", "facilitator").forEach(user -> assertThat(total(user, fixture.word(text))).as("%s by %s", text, user).isZero());
        });
        report(fixture, "reply.{reflection.hoorn}");
        CIRCLE.forEach(user -> assertThat(total(user, fixture.word("response.contribution"))).as(user).isZero());
    }

    @Test
    void of_what_was_said_anew_twice_only_the_last_is_found() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String word = "qzlater" + Ids.next().toString().replace("-", "");
        try (Rows rows = Rows.open()) {
            rows.insert("dilemma_version", "id", Ids.next(), "dilemma_id", fixture.id("dilemma"), "kind", "RESTATED", "canvas", Json.write(Map.of("title", "Anders", "question", "Nog anders: " + word)),
                    "written_by", fixture.id("person.host"), "written_at", Instant.now());
        }
        assertThat(total("peer1", word)).isEqualTo(1);
        assertThat(total("peer1", fixture.word("restatement.question"))).isZero();
    }

    @Test
    void part_of_a_word_is_enough_with_or_without_capitals_and_accents() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String word = fixture.word("question.zwolle");
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set text = concat(text, ' Wachtlijstbeheer in één café'), host_why = 'Cliëntenraad' where id = ?", fixture.id("question.zwolle"));
        }
        for (String part : List.of("lijst", "WACHTLIJST", "cafe", "Café", "een café", "clientenraad", "ënten")) {
            assertThat(total("host", word + " " + part)).as(part).isEqualTo(1);
        }
        assertThat(total("host", word + " lijstwacht")).isZero();
    }

    @Test
    void more_than_two_hundred_are_not_counted_and_are_all_there_page_by_page() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String word = "qzmany" + Ids.next().toString().replace("-", "");
        try (Rows rows = Rows.open().together()) {
            for (int i = 0; i < 205; i++) {
                rows.insert("contribution", "id", Ids.next(), "dilemma_id", fixture.id("dilemma"), "seat_id", fixture.id("seat.zwolle"), "author_id", fixture.id("person.peer1"), "kind", "QUESTION", "text", "Vraag " + word,
                        "created_at", Instant.now(), "submitted_at", Instant.now(), "version", 0);
            }
        }
        Set<String> all = new HashSet<>();
        String next = "";
        int pages = 0;
        for (; next != null; pages++) {
            Answer page = Api.as("host").get("/search?scope=mine&limit=60&q=" + word + next).is(200);
            assertThat(page.json().get("total").asInt()).isEqualTo(200);
            assertThat(page.json().get("moreThanTotal").asBoolean()).isTrue();
            page.items().forEach(item -> all.add(item.get("id").asText()));
            next = page.json().get("next").isNull() ? null : "&cursor=" + page.json().get("next").asText();
        }
        assertThat(all).hasSize(205);
        assertThat(pages).isEqualTo(4);
        assertThat(Browserless.as("host").get("/search?q=" + word).is(200).body()).contains("Meer dan 200 keer gevonden: " + word, "Volgende");
        Answer few = Api.as("host").get("/search?scope=mine&limit=3&q=Vraag+" + fixture.word("question.zwolle"));
        assertThat(few.json().has("moreThanTotal")).isFalse();
        assertThat(total("buiten", word)).isZero();
    }

    private static void shows(Fixture fixture, String text, String in) {
        JsonNode item = found("peer2", fixture.word(text)).items().get(0);
        assertThat(item.get("id").asText()).as(text).isEqualTo(fixture.id(in).toString());
        assertThat(item.get("snippet").asText()).contains(fixture.word(text)).doesNotContain("\"", "[");
    }

    private static String answer(Fixture fixture, String contribution) {
        String word = "qzanswered" + Ids.next().toString().replace("-", "");
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set host_choice = 'LATER', host_why = ? where id = ?", "Omdat " + word, fixture.id(contribution));
        }
        return word;
    }

    private static void report(Fixture fixture, String name) {
        Browserless.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/text-reports"), "text", fixture.fill(name), "why", "De straat wordt genoemd").is(303);
    }

    private static int total(String user, String words) {
        Answer found = found(user, words);
        assertThat(found.items().size()).isEqualTo(found.json().get("total").asInt());
        return found.items().size();
    }

    private static Answer found(String user, String words) {
        return Api.as(user).get("/search?scope=mine&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).is(200);
    }
}
