// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** What is sent twice, what is frozen unread, and what is no text at all. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class PostingTest {
    private static final Map<String, String> QUESTION = Map.of("kind", "QUESTION", "text", "Wie telt dit nu?");

    @Test
    void who_sends_the_same_several_times_at_once_says_it_once() throws Exception {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String post = fixture.fill("/dilemmas/{dilemma}/contributions");
        List<Answer> answers = atOnce(() -> Api.as("peer1").post(post, QUESTION));
        assertThat(answers).allSatisfy(answer -> answer.is(201)).extracting(Answer::id).containsOnly(answers.getFirst().id());
        List<Answer> led = atOnce(() -> Browserless.as("peer1").post(post, "kind", "QUESTION", "text", " Wie telt dit nu? "));
        assertThat(led).allSatisfy(answer -> assertThat(answer.is(303).header("Location")).endsWith("#c-" + answers.getFirst().id()));
        assertThat(said(fixture)).isEqualTo("1");
    }

    @Test
    void who_says_something_else_or_somebody_else_or_later_says_it_again() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String post = fixture.fill("/dilemmas/{dilemma}/contributions");
        String first = Api.as("peer1").post(post, QUESTION).is(201).id();
        Map<String, Object> about = Map.of("kind", "QUESTION", "text", "Wie telt dit nu?", "passage", Map.of("field", "tension"));
        String passage = Api.as("peer1").post(post, about).is(201).id();
        String other = Api.as("peer2").post(post, QUESTION).is(201).id();
        String capital = Api.as("peer1").post(post, Map.of("kind", "QUESTION", "text", "Wie telt dit NU?")).is(201).id();
        assertThat(Stream.of(first, passage, other, capital).distinct()).hasSize(4);
        assertThat(Api.as("peer1").post(post, about).is(201).id()).isEqualTo(passage);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set created_at = created_at - interval 61 second where id = ?", first);
        }
        String later = Api.as("peer1").post(post, QUESTION).is(201).id();
        assertThat(later).isNotEqualTo(first);
        Api.as("peer1").delete("/contributions/" + later).is(204);
        assertThat(Api.as("peer1").post(post, QUESTION).is(201).id()).as("what was taken back may be said again").isNotIn(first, later);
    }

    @Test
    void an_answer_to_another_question_is_another_answer() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String post = fixture.fill("/dilemmas/{dilemma}/contributions");
        String second = Api.as("peer1").post(post, QUESTION).is(201).id();
        List<String> answers = Stream.of(fixture.id("question.zwolle").toString(), second, second)
                .map(question -> Api.as("host").post(post, Map.of("kind", "ANSWER", "text", "Dat weten wij niet.", "inReplyTo", question)).is(201).id()).toList();
        assertThat(answers.get(0)).isNotEqualTo(answers.get(1));
        assertThat(answers.get(2)).isEqualTo(answers.get(1));
    }

    @Test
    void who_names_the_version_she_read_freezes_no_other() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String reflection = fixture.fill("/contributions/{reflection.leeuwarden}");
        Answer read = Api.as("peer2").get(reflection).is(200);
        Api.as("peer2").put(reflection, Map.of("kind", "REFLECTION", "text", "Een collega schreef nog iets anders."), "If-Match", read.etag()).is(200);
        assertThat(submit(reflection, "If-Match", read.etag()).is(412).at("type")).endsWith("stale");
        assertThat(submit(reflection, "If-Match", "*x").is(412).at("type")).endsWith("stale");
        assertThat(Api.as("peer2").get(reflection).at("submitted")).isEqualTo("false");
        assertThat(submit(reflection, "If-Match", Api.as("peer2").get(reflection).etag()).is(201).at("submitted")).isEqualTo("true");
    }

    @Test
    void half_a_character_is_no_text() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String post = fixture.fill("/dilemmas/{dilemma}/contributions");
        Answer answer = Api.as("peer1").post(post, "{\"kind\": \"QUESTION\", \"text\": \"Wie telt \\ud800 dit?\"}").is(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("text");
        assertThat(Api.as("peer1").post(post, "{\"kind\": \"QUESTION\", \"text\": \"Wie telt \\ud83d\\ude42 dit?\"}").is(201).at("text")).isEqualTo("Wie telt \uD83D\uDE42 dit?");
    }

    private static Answer submit(String reflection, String... headers) {
        return Api.as("peer2").send("POST", "/api/v1" + reflection + "/submission", null, headers);
    }

    private static List<Answer> atOnce(Callable<Answer> request) throws Exception {
        try (ExecutorService several = Executors.newFixedThreadPool(5)) {
            List<Future<Answer>> sent = several.invokeAll(Collections.nCopies(5, request));
            return sent.stream().map(Future::resultNow).toList();
        }
    }

    private static String said(Fixture fixture) {
        try (Rows rows = Rows.open()) {
            return rows.one("select count(*) from contribution where dilemma_id = ? and text = 'Wie telt dit nu?'", fixture.id("dilemma"));
        }
    }
}
