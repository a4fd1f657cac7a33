// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A text in which a client or resident can be recognised. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class HiddenTextTest {

    @Test
    void a_text_that_is_reported_closes_at_once_for_everyone_but_its_writer() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String word = fixture.word("reflection.zwolle");
        String marked = fixture.id("observation.zwolle").toString();
        assertThat(Api.as("coordinator").get(fixture.fill("/observations?dilemmaId={dilemma}")).is(200).body()).contains(marked);
        Browserless.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/contributions/{reflection.zwolle}/report"), "why", "De straat wordt genoemd").is(303);
        assertThat(Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200).body()).as("its writer").contains(word);
        for (String user : new String[] {"peer1-collega", "host", "coordinator", "peer2", "facilitator"}) {
            assertThat(Api.as(user).get(fixture.fill("/contributions/{reflection.zwolle}")).is(200).body()).as(user).doesNotContain(word, fixture.word("reflection.zwolle.example"), fixture.word("reflection.zwolle.advice"))
                    .contains("\"hidden\":true");
            assertThat(Browserless.as(user).get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as(user).doesNotContain(word).contains("iemand te herkennen");
            assertThat(Browserless.as(user).get(fixture.fill("/dilemmas/{dilemma}/harvest")).body()).as(user).doesNotContain(word);
            assertThat(Api.as(user).get(fixture.fill("/observations?dilemmaId={dilemma}")).is(200).body()).as(user).doesNotContain(word, marked);
        }
        assertThat(Api.as("coordinator").get(fixture.fill("/patterns/{pattern}")).is(200).body()).doesNotContain(word);
        assertThat(Api.as("coordinator").get(fixture.fill("/lessons/{lesson.published}")).is(200).body()).as("a lesson carries the editor's words").doesNotContain(word).contains("PUBLISHED");
        assertThat(Browserless.as("peer1").get("/").body()).contains("Uw tekst is verborgen");
        assertThat(Browserless.as("coordinator").get("/").body()).contains("Er is een tekst gemeld");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("De straat wordt genoemd", "Laat de tekst weer zien").doesNotContain("Melding intrekken");
        assertThat(Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Melding intrekken").doesNotContain("Laat de tekst weer zien");
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain("De straat wordt genoemd");
    }

    @Test
    void who_reported_it_or_the_coordinator_shows_it_again_and_nobody_else() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String reports = fixture.fill("/contributions/{question.zwolle}/reports");
        Api.as("peer2").post(reports, Map.of()).is(201);
        assertThat(Api.as("host").post(reports, Map.of()).is(409).at("type")).endsWith("already-there");
        for (String user : new String[] {"peer1", "host", "facilitator"}) {
            Api.as(user).delete(reports).is(403);
        }
        Api.as("peer2").delete(reports).is(204);
        assertThat(Api.as("host").get(fixture.fill("/contributions/{question.zwolle}")).body()).contains(fixture.word("question.zwolle"));
        Api.as("host").post(reports, Map.of("why", "Een naam")).is(201);
        Api.as("peer2").delete(reports).is(403);
        Api.as("coordinator").delete(reports).is(204);
        assertThat(Api.as("host").post(reports, Map.of()).is(409).at("type")).as("not again by the same reader").endsWith("already-answered");
        assertThat(Api.as("host").get(fixture.fill("/contributions/{question.zwolle}")).body()).contains(fixture.word("question.zwolle"));
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from contribution_report where contribution_id = ? and lifted_at is not null and lifted_by is not null", fixture.id("question.zwolle"))).as("the log keeps both").isEqualTo("2");
        }
    }

    @Test
    void while_a_question_is_hidden_nobody_is_asked_to_answer_it() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String question = Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/contributions"), Map.of("kind", "QUESTION", "text", "Wie besluit hierover?")).is(201).at("id");
        String page = fixture.fill("/dilemmas/{dilemma}");
        String answers = "name=\"inReplyTo\" value=\"" + question + "\"";
        assertThat(Browserless.as("host").get(page).is(200).body()).contains(answers);
        Api.as("peer1").post("/contributions/" + question + "/reports", Map.of()).is(201);
        assertThat(Browserless.as("host").get(page).is(200).body()).contains("c-" + question).doesNotContain(answers);
        Api.as("coordinator").delete("/contributions/" + question + "/reports").is(204);
        assertThat(Browserless.as("host").get(page).is(200).body()).contains(answers);
    }

    @Test
    void one_does_not_report_what_one_may_not_read_nor_ones_own() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Api.as("host").post(fixture.fill("/contributions/{reflection.zwolle}/reports"), Map.of()).is(404);
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.zwolle}/reports"), Map.of()).is(404);
        assertThat(Api.as("peer1").post(fixture.fill("/contributions/{question.zwolle}/reports"), Map.of()).is(409).at("type")).endsWith("own-contribution");
    }

    @Test
    void a_form_asks_to_look_again_when_a_text_names_somebody_and_keeps_what_was_typed() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String post = fixture.fill("/dilemmas/{dilemma}/contributions");
        String text = "Hoe ging het met mevrouw Jansen uit de Dorpsstraat?";
        assertThat(Browserless.as("peer2").post(post, "kind", "QUESTION", "text", text).is(422).body()).contains(text, "mevrouw Jansen. Haal het weg", "name=\"sure\"");
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/contributions")).body()).doesNotContain("Jansen");
        Browserless.as("peer2").post(post, "kind", "QUESTION", "text", text, "sure", "true").is(303);
        Browserless.as("vreemd").post(post, "kind", "QUESTION", "text", text).is(404);
    }

    @Test
    void a_reflection_is_looked_at_when_it_is_submitted_not_while_it_is_written() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String reflection = fixture.fill("/dilemmas/{dilemma}/reflection");
        String version = Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).etag().replace("\"", "");
        Browserless.as("peer2").post(reflection + "/autosave", "version", version, "text", "Wij belden 06-12345678 en toen bleek het.").is(200);
        String now = Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).etag().replace("\"", "");
        assertThat(Browserless.as("peer2").post(reflection, "version", now, "text", "Wij belden 06-12345678 en toen bleek het.", "submit", "1").is(422).body()).contains("06-12345678. Haal het weg");
        Browserless.as("peer2").post(reflection, "version", now, "text", "Wij belden 06-12345678 en toen bleek het.", "submit", "1", "sure", "true").is(303);
    }
}
