// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Several people write one reflection: each keeps what she wrote, each has a say in who reads it, and nobody has a say in what is not hers. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class WritersTest {
    private static final String ANNE = "peer1";
    private static final String BILAL = "peer1-collega";
    /** Sits there too, from before anything was written. */
    private static final String CARLA = "buiten";
    private static final String NEWCOMER = "peer3";
    private static final String QUESTION = "Mag een nieuwkomer lezen wat u schreef?";

    @Test
    void who_began_keeps_text_and_mirror_when_a_colleague_saves_without_changing_a_letter() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Wij qzbegonnen.", "mirror", "Bij ons qzmirror."));
        save(BILAL, id, Map.of("text", "Wij qzbegonnen."));
        leave(fixture, ANNE);
        assertThat(Api.as(ANNE).get("/contributions/" + id).is(200).body()).contains("qzbegonnen");
        assertThat(Api.as(ANNE).get("/contributions/" + id + "/mirror").is(200).body()).contains("qzmirror");
        assertThat(Browserless.as(ANNE).get("/texts").is(200).body()).contains("qzbegonnen", "qzmirror");
        assertThat(Api.as(ANNE).get("/me/export").is(200).body()).contains("qzbegonnen", "qzmirror");
        leave(fixture, BILAL);
        assertThat(exported(BILAL, id)).as("who changed nothing wrote nothing").isEmpty();
    }

    @Test
    void who_wrote_only_the_mirror_keeps_the_mirror() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "", "mirror", "Bij ons qzmirror."));
        save(BILAL, id, Map.of("text", "Bilal schrijft qzverder.", "mirror", "Bij ons heel qzanders."));
        leave(fixture, ANNE);
        for (String mine : List.of(Api.as(ANNE).get("/contributions/" + id + "/mirror").is(200).body(), Browserless.as(ANNE).get("/texts").is(200).body(), Api.as(ANNE).get("/me/export").is(200).body())) {
            assertThat(mine).contains("qzmirror").doesNotContain("qzverder", "qzanders");
        }
    }

    @Test
    void whoever_wrote_in_between_keeps_the_text_as_it_was_when_she_wrote_last() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Wij qzbegonnen."));
        save(BILAL, id, Map.of("text", "Wij qzbegonnen. En qzbilal.", "advice", "Doe qzadvies."));
        save(ANNE, id, Map.of("text", "Wij qzkomma begonnen. En qzbilal.", "advice", "Doe qzadvies."));
        leave(fixture, BILAL);
        for (String his : List.of(Api.as(BILAL).get("/contributions/" + id).is(200).body(), Browserless.as(BILAL).get("/texts").is(200).body(), Api.as(BILAL).get("/me/export").is(200).body(),
                Api.as(BILAL).get("/me/contributions").is(200).body())) {
            assertThat(his).contains("qzbilal", "qzadvies").doesNotContain("qzkomma");
        }
        Api.as(BILAL).put("/contributions/" + id, Map.of("kind", "REFLECTION", "text", "Toch nog iets."), "If-Match", Api.as(ANNE).get("/contributions/" + id).etag()).is(403);
        assertThat(Api.as(ANNE).get("/contributions/" + id).body()).contains("qzkomma");
    }

    @Test
    void a_newcomer_reads_what_three_wrote_with_the_yes_of_all_three_and_each_is_asked() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Anne qzanne.", "mirror", "Bij ons qzmirror."));
        save(BILAL, id, Map.of("text", "Anne qzanne. Bilal qzbilal."));
        save(CARLA, id, Map.of("text", "Anne qzanne. Bilal qzbilal. Carla qzcarla."));
        save(ANNE, id, Map.of("text", "Anne, qzanne. Bilal qzbilal. Carla qzcarla."));
        seat(fixture, NEWCOMER, Instant.now());
        String consents = fixture.fill("/dilemmas/{dilemma}/newcomers/{person." + NEWCOMER + "}/consents");
        for (String writer : List.of(ANNE, BILAL, CARLA)) {
            assertThat(asked(fixture, writer)).as(writer).isTrue();
            assertThat(Browserless.as(writer).get("/").body()).as(writer).contains(QUESTION);
        }
        Api.as(ANNE).post(consents, Map.of("given", true)).is(201);
        closed(fixture, id);
        Api.as(BILAL).post(consents, Map.of("given", false)).is(201);
        Api.as(CARLA).post(consents, Map.of("given", true)).is(201);
        save(ANNE, id, Map.of("text", "Anne, qzanne! Bilal qzbilal. Carla qzcarla."));
        closed(fixture, id);
        assertThat(Api.as(NEWCOMER).post(fixture.fill("/dilemmas/{dilemma}/contributions"), Map.of("kind", "REFLECTION", "text", "Dan begin ik zelf.")).is(409).at("type")).endsWith("colleague-began");
        leave(fixture, ANNE);
        leave(fixture, CARLA);
        assertThat(Api.as(NEWCOMER).post(fixture.fill("/dilemmas/{dilemma}/contributions"), Map.of("kind", "REFLECTION", "text", "Dan begin ik zelf.")).is(409).at("type"))
                .as("one of its writers still sits there").endsWith("colleague-began");
        Api.as(BILAL).post(consents, Map.of("given", true)).is(201);
        assertThat(Api.as(NEWCOMER).get("/contributions/" + id).is(200).body()).contains("qzanne", "qzbilal", "qzcarla");
        assertThat(Api.as(NEWCOMER).get("/contributions/" + id + "/mirror").is(200).body()).contains("qzmirror");
    }

    @Test
    void who_left_and_comes_back_reads_what_colleagues_wrote_since_with_their_yes_and_overwrites_nothing_unseen() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Anne qzanne."));
        save(BILAL, id, Map.of("text", "Anne qzanne. Bilal qzbilal."));
        leave(fixture, ANNE);
        seat(fixture, ANNE, Instant.now());
        assertThat(Api.as(ANNE).get("/contributions/" + id).is(200).body()).contains("qzanne").doesNotContain("qzbilal");
        assertThat(Browserless.as(ANNE).get(fixture.fill("/dilemmas/{dilemma}/reflection")).is(409).body()).doesNotContain("qzbilal");
        String now = Api.as(BILAL).get("/contributions/" + id).etag();
        assertThat(Api.as(ANNE).put("/contributions/" + id, Map.of("kind", "REFLECTION", "text", "Weg ermee."), "If-Match", now).is(409).at("type")).endsWith("colleague-began");
        Api.as(ANNE).post("/contributions/" + id + "/submission").is(409);
        Api.as(BILAL).post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person." + ANNE + "}/consents"), Map.of("given", true)).is(201);
        assertThat(Api.as(ANNE).get("/contributions/" + id).is(200).body()).contains("qzbilal");
        save(ANNE, id, Map.of("text", "Samen qzsamen."));
    }

    @Test
    void a_mirror_from_before_a_newcomer_came_stays_closed_when_the_reflection_is_submitted() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Bij ons begon het met qzanne.", "example", "Een voorbeeld van hier.", "advice", "Begin met een gesprek.", "mirror", "Bij ons qzmirror."));
        seat(fixture, NEWCOMER, Instant.now());
        closed(fixture, id);
        Api.as(BILAL).post("/contributions/" + id + "/submission").is(201);
        assertThat(Api.as(NEWCOMER).get("/contributions/" + id).is(200).body()).as("said now, to all").contains("qzanne");
        Api.as(NEWCOMER).get("/contributions/" + id + "/mirror").is(404);
        assertThat(Browserless.as(NEWCOMER).get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain("qzmirror");
        assertThat(asked(fixture, ANNE)).as("still asked").isTrue();
        assertThat(asked(fixture, BILAL)).as("wrote nothing").isFalse();
        Api.as(ANNE).post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person." + NEWCOMER + "}/consents"), Map.of("given", true)).is(201);
        assertThat(Api.as(NEWCOMER).get("/contributions/" + id + "/mirror").is(200).body()).contains("qzmirror");
    }

    @Test
    void a_mirror_that_is_closed_to_a_newcomer_is_not_in_her_form_and_holds_up_nothing_else() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "", "mirror", "Bij ons qzmirror."));
        save(BILAL, id, Map.of("text", "Bilal qzbilal."));
        seat(fixture, NEWCOMER, Instant.now());
        Api.as(BILAL).post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person." + NEWCOMER + "}/consents"), Map.of("given", true)).is(201);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        assertThat(Browserless.as(NEWCOMER).get(page).is(200).body()).contains("qzbilal", "vóór u erbij kwam").doesNotContain("name=\"mirror\"", "qzmirror");
        String version = Api.as(NEWCOMER).get("/contributions/" + id).etag().replace("\"", "");
        String answer = Browserless.as(NEWCOMER).post(page + "/autosave", "version", version, "text", "Bilal qzbilal. En qznieuw.", "mirror", "Bij mij qzspiegel.").is(200).body();
        assertThat(answer).contains("Een collega schreef hier al iets").doesNotContain("qzmirror");
        assertThat(Api.as(BILAL).get("/contributions/" + id).is(200).body()).contains("qznieuw");
        assertThat(Api.as(ANNE).get("/contributions/" + id + "/mirror").is(200).body()).contains("qzmirror").doesNotContain("qzspiegel");
        assertThat(Api.as(NEWCOMER).get("/drafts/unmerged.reflection." + fixture.id("dilemma")).is(200).body()).contains("qzspiegel");
        assertThat(Browserless.as(NEWCOMER).post(page, "version", version, "text", "Wij zijn qzniet verder.", "mirror", "Bij mij qzspiegel.").body()).contains("qzspiegel");
    }

    @Test
    void a_program_that_writes_over_a_closed_mirror_is_told_which_field_and_changes_nothing_and_one_that_leaves_it_alone_goes_on() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "", "mirror", "Bij ons qzmirror."));
        save(BILAL, id, Map.of("text", "Bilal qzvooraf."));
        seat(fixture, NEWCOMER, Instant.now());
        Api.as(BILAL).post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person." + NEWCOMER + "}/consents"), Map.of("given", true)).is(201);
        String version = Api.as(NEWCOMER).get("/contributions/" + id).is(200).etag();
        Answer refused = Api.as(NEWCOMER).put("/contributions/" + id, reflection(Map.of("text", "Bilal qzvooraf. En qznieuw.", "mirror", "Bij mij qzspiegel.")), "If-Match", version).is(422);
        assertThat(refused.body()).contains("\"field\":\"mirror\"", "Een collega schreef hier al iets").doesNotContain("qzmirror");
        assertThat(Api.as(NEWCOMER).get("/contributions/" + id).is(200).etag()).isEqualTo(version);
        assertThat(Api.as(BILAL).get("/contributions/" + id).body()).doesNotContain("qznieuw");
        save(NEWCOMER, id, Map.of("text", "Bilal qzvooraf. En qznieuw.", "mirror", ""));
        save(NEWCOMER, id, Map.of("text", "Bilal qzvooraf. En qzweer."));
        assertThat(Api.as(ANNE).get("/contributions/" + id + "/mirror").is(200).body()).contains("qzmirror").doesNotContain("qzspiegel");
    }

    @Test
    void who_wrote_on_it_last_or_still_sits_there_takes_it_back_and_each_keeps_her_own() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Bij ons begon het met qzanne.", "example", "Een voorbeeld van hier.", "advice", "Begin met een gesprek."));
        save(BILAL, id, Map.of("text", "Bij ons begon het met qzanne en qzbilal.", "example", "Een voorbeeld van hier.", "advice", "Begin met een gesprek."));
        Api.as(ANNE).post("/contributions/" + id + "/submission").is(201);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set phase = 'SESSION' where id = ?", fixture.id("dilemma"));
        }
        Api.as("peer2").delete("/contributions/" + id).is(403);
        String page = fixture.fill("/dilemmas/{dilemma}");
        String takesBack = page + "/contributions/" + id + "/withdrawal";
        assertThat(Browserless.as(ANNE).get(page).is(200).body()).as("she sits there").contains(takesBack);
        leave(fixture, ANNE);
        Api.as(ANNE).delete("/contributions/" + id).is(403);
        Browserless.as(ANNE).post(takesBack).is(403);
        assertThat(Browserless.as(BILAL).get(page).is(200).body()).contains(takesBack);
        Api.as(BILAL).delete("/contributions/" + id).is(204);
        assertThat(exported(ANNE, id)).contains("qzanne").doesNotContain("qzbilal");
        assertThat(Api.as(BILAL).get("/contributions/" + id).is(200).body()).contains("qzbilal");
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain("qzanne", "qzbilal");
    }

    @Test
    void what_somebody_wrote_along_on_is_called_a_draft_after_she_left_whether_or_not_colleagues_went_on_and_submitted_it() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Bij ons begon het met qzmeeschreef en een naam.", "example", "Een voorbeeld van hier.", "advice", "Begin met een gesprek."));
        assertThat(note(Browserless.as(ANNE).get("/texts").body(), "qzmeeschreef")).contains("nog niet ingediend").doesNotContain("waar u aan meeschreef");
        leave(fixture, ANNE);
        String before = note(Browserless.as(ANNE).get("/texts").body(), "qzmeeschreef") + exported(ANNE, id);
        assertThat(before).contains("Concept waar u aan meeschreef. Wat is ingediend, kan anders zijn", "\"draftLeft\":true").doesNotContain("nog niet ingediend");
        save(BILAL, id, Map.of("text", "Bij ons begon het met iets.", "example", "Een voorbeeld van hier.", "advice", "Begin met een gesprek."));
        Api.as(BILAL).post("/contributions/" + id + "/submission").is(201);
        assertThat(note(Browserless.as(ANNE).get("/texts").body(), "qzmeeschreef") + exported(ANNE, id)).isEqualTo(before);
    }

    @Test
    void who_left_does_not_learn_from_her_own_text_what_colleagues_do_with_it() {
        Fixture fixture = blank();
        String id = begin(fixture, ANNE, Map.of("text", "Bij ons begon het met qzanne."));
        save(BILAL, id, Map.of("text", "Bij ons begon het met qzanne en qzbilal.", "example", "Een voorbeeld van hier.", "advice", "Begin met een gesprek."));
        leave(fixture, ANNE);
        String before = known(id);
        assertThat(before).contains("qzanne").doesNotContain("qzbilal");
        save(BILAL, id, Map.of("text", "Bij ons begon het met qzanne en met qzbilal.", "example", "Een voorbeeld van hier.", "advice", "Begin met een gesprek."));
        assertThat(known(id)).as("a colleague went on").isEqualTo(before);
        Api.as(BILAL).post("/contributions/" + id + "/submission").is(201);
        assertThat(known(id)).as("submitted").isEqualTo(before);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set phase = 'SESSION' where id = ?", fixture.id("dilemma"));
        }
        Api.as(BILAL).delete("/contributions/" + id).is(204);
        assertThat(known(id)).as("taken back").isEqualTo(before);
    }

    @Test
    void each_on_a_seat_recognises_for_herself_and_takes_back_only_her_own() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String recognitions = fixture.fill("/dilemmas/{dilemma}/recognitions");
        String page = fixture.fill("/dilemmas/{dilemma}");
        Api.as(ANNE).post(recognitions, Map.of("example", "Bij ons qzeigen.")).is(201);
        Browserless.as(BILAL).post(page + "/recognition").is(303);
        assertThat(section(Browserless.as(BILAL).get(page).body())).contains("qzeigen");
        Browserless.as(BILAL).post(page + "/recognition/removal").is(303);
        assertThat(Api.as("peer2").get(recognitions).is(200).body()).contains("qzeigen");
        seat(fixture, NEWCOMER, Instant.now().plusSeconds(1));
        assertThat(section(Browserless.as(NEWCOMER).get(page).body())).doesNotContain("qzeigen");
        Api.as(NEWCOMER).post(recognitions, Map.of("example", "Bij mij qzandere.")).is(201);
        String all = Api.as("peer2").get(recognitions).is(200).body();
        assertThat(all).contains("qzeigen", "qzandere");
        assertThat(all.split("Zwolle")).as("one line a seat").hasSize(2);
        Api.as(ANNE).delete(recognitions).is(204);
        assertThat(Api.as("peer2").get(recognitions).is(200).body()).contains("qzandere").doesNotContain("qzeigen");
    }

    @Test
    void recognising_is_one_click_and_the_example_comes_after() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String page = fixture.fill("/dilemmas/{dilemma}");
        String before = section(Browserless.as("peer2").get(page).body());
        assertThat(before).contains("action=\"" + page + "/recognition\"", "<button").doesNotContain("<details", "<textarea");
        Browserless.as("peer2").post(page + "/recognition").is(303);
        assertThat(section(Browserless.as("peer2").get(page).body())).contains("Leeuwarden", "<details", "<textarea", page + "/recognition/removal");
        Browserless.as("peer2").post(page + "/recognition", "example", "Bij ons qzlater.").is(303);
        assertThat(section(Browserless.as("host").get(page).body())).contains("qzlater");
    }

    @Test
    void a_lesson_asks_every_writer_and_shows_a_passage_to_none_who_may_not_read_it_now() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String lesson = fixture.fill("/lessons/{lesson.draft}");
        String words = fixture.word("reflection.zwolle");
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set written_by = ? where id = ?", fixture.id("person." + BILAL), fixture.id("reflection.zwolle"));
            assertThat(Api.as(ANNE).get(lesson).is(200).body()).as("she wrote on it, is asked and may read it").contains(words);
            leave(fixture, ANNE);
            assertThat(Api.as(ANNE).get(lesson).is(200).body()).as("she began it and left").doesNotContain(words);
            assertThat(Api.as(BILAL).get(lesson).is(200).body()).contains(words);
            Api.as("coordinator").put(lesson, Map.of("title", "Les met andere woorden", "statement", "Wie anders telt, vertelt anders."), "If-Match", Api.as("coordinator").get(lesson).etag()).is(200);
            assertThat(rows.all("select person_id from lesson_consent where lesson_id = ? and kind = 'AUTHOR'", fixture.id("lesson.draft")))
                    .contains(fixture.id("person." + ANNE).toString(), fixture.id("person." + BILAL).toString(), fixture.id("person.hoorn").toString()).hasSize(4);
        }
        assertThat(Browserless.as(BILAL).get("/").body()).contains(lesson + "#consent");
        assertThat(Browserless.as(ANNE).get(lesson).is(200).body()).doesNotContain(words);
        Api.as(BILAL).post(lesson + "/consents", Map.of("given", false)).is(201);
        Api.as(ANNE).post(lesson + "/consents", Map.of("given", true)).is(201);
        assertThat(Api.as("coordinator").get(lesson).is(200).body()).as("one of its writers refused").doesNotContain(words);
    }

    @Test
    void who_left_a_step_learns_nothing_of_what_colleagues_did_with_it() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        leave(fixture, ANNE);
        try (Rows rows = Rows.open()) {
            rows.change("update step set outcome = 'DONE', report = 'qzreport', reported_by = ?, reported_at = utc_timestamp(6), due_on = '2031-05-06', owner_id = ? where id = ?",
                    fixture.id("person." + BILAL), fixture.id("person." + BILAL), fixture.id("step.zwolle"));
        }
        String id = fixture.id("step.zwolle").toString();
        assertThat(Api.as(ANNE).get("/steps?finished=true&limit=100").is(200).body()).doesNotContain(id);
        assertThat(Api.as(ANNE).get("/steps?finished=false&limit=100").is(200).body()).contains(id);
        String name = Api.as(BILAL).get("/me").at("name");
        for (String seen : List.of(Api.as(ANNE).get("/steps/" + id).is(200).body(), Browserless.as(ANNE).get("/steps/" + id).is(200).body(), note(Browserless.as(ANNE).get("/steps").is(200).body(), id),
                note(Browserless.as(ANNE).get("/steps?finished=true").is(200).body(), id), exported(ANNE, id))) {
            assertThat(seen).doesNotContain("2031-05", "mei 2031", "qzreport", name);
        }
        assertThat(Browserless.as(ANNE).get("/steps/" + id).body()).contains(fixture.word("step.zwolle"));
        assertThat(Api.as(BILAL).get("/steps?finished=true&limit=100").is(200).body()).contains(id, "2031-05-06");
    }

    @Test
    void what_hosts_write_can_be_taken_along_by_who_wrote_it() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        try (Rows rows = Rows.open()) {
            rows.change("update seat set host_choice = null, host_why = null where dilemma_id = ?", fixture.id("dilemma"));
            rows.change("insert ignore into house_rules_acceptance (person_id, programme_id, version, accepted_at) values (?, ?, 1, utc_timestamp(6))", fixture.id("person.host-bestuur"), fixture.id("programme"));
        }
        Api.as("host").post(fixture.fill("/seats/{seat.zwolle}/host-responses"), Map.of("choice", "NOT", "why", "Omdat qzwhy.")).is(201);
        Api.as("host-bestuur").post(fixture.fill("/seats/{seat.leeuwarden}/host-responses"), Map.of("choice", "LATER", "why", "Omdat qzother.")).is(201);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/closing"), Map.of("works", "Wat qzworks.", "nextStep", "Dan qznext.", "stillOpen", "Nog qzopen.")).is(201);
        leave(fixture, "host");
        assertThat(Api.as("host").get("/me/export").is(200).body()).contains("qzwhy", "qzworks", "qznext", "qzopen", fixture.word("restatement.question"), fixture.word("version.question")).doesNotContain("qzother");
        assertThat(Api.as("host-bestuur").get("/me/export").is(200).body()).contains("qzother").doesNotContain("qzwhy", "qzworks");
    }

    @Test
    void a_hosts_answer_is_not_overwritten_by_who_did_not_see_it() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String responses = fixture.fill("/seats/{seat.zwolle}/host-responses");
        Api.as("host").post(responses, Map.of("choice", "NOT", "why", "Toch niet.")).is(428);
        Api.as("host").post(responses, Map.of("choice", "NOT", "version", 9999)).is(412);
        try (Rows rows = Rows.open()) {
            int version = Integer.parseInt(rows.one("select version from seat where id = ?", fixture.id("seat.zwolle")));
            assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).json().at("/seats").findValuesAsText("version")).as("a program learns it").contains(String.valueOf(version));
            Api.as("host").post(responses, Map.of("choice", "NOT", "why", "Toch niet.", "version", version)).is(201);
            assertThat(rows.one("select host_why from seat where id = ?", fixture.id("seat.zwolle"))).isEqualTo("Toch niet.");
        }
        Api.as("host").post(responses, Map.of("choice", "NOT", "contributionId", fixture.id("reflection.zwolle"))).is(201);
        Api.as("host").post(responses, Map.of("choice", "LATER", "contributionId", fixture.id("reflection.zwolle"))).is(428);
    }

    private void closed(Fixture fixture, String id) {
        Api.as(NEWCOMER).get("/contributions/" + id).is(404);
        Api.as(NEWCOMER).get("/contributions/" + id + "/mirror").is(404);
        StringBuilder found = new StringBuilder();
        for (String page : List.of("/dilemmas/{dilemma}", "/dilemmas/{dilemma}/reflection", "/dilemmas/{dilemma}/reflection/merge", "/texts", "/")) {
            found.append(Browserless.as(NEWCOMER).get(fixture.fill(page)).body());
        }
        for (String path : List.of("/dilemmas/{dilemma}/contributions", "/me/contributions", "/me/export", "/dilemmas/{dilemma}/reflection-presence")) {
            found.append(Api.as(NEWCOMER).get(fixture.fill(path)).body());
        }
        assertThat(found.toString()).doesNotContain("qzanne", "qzbilal", "qzcarla", "qzmirror");
    }

    private static boolean asked(Fixture fixture, String user) {
        for (JsonNode one : Api.as(user).get(fixture.fill("/dilemmas/{dilemma}/newcomers")).is(200).items()) {
            if (one.get("personId").asText().equals(fixture.id("person." + NEWCOMER).toString())) {
                return one.get("asked").asBoolean();
            }
        }
        return false;
    }

    /** While reflecting, Zwolle has not begun yet; three sit there, since before all that is said. */
    private static Fixture blank() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set withdrawn_at = submitted_at where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update seat set reflection_begun_at = null, reflection_submitted_at = null where id = ?", fixture.id("seat.zwolle"));
            rows.insert("seat_person", "seat_id", fixture.id("seat.zwolle"), "person_id", fixture.id("person." + CARLA), "dilemma_id", fixture.id("dilemma"), "kind", "PEER",
                    "seated_at", Instant.now().minusSeconds(86400));
        }
        return fixture;
    }

    private static String begin(Fixture fixture, String user, Map<String, Object> said) {
        return Api.as(user).post(fixture.fill("/dilemmas/{dilemma}/contributions"), reflection(said)).is(201).id();
    }

    private static void save(String user, String id, Map<String, Object> said) {
        Api.as(user).put("/contributions/" + id, reflection(said), "If-Match", Api.as(user).get("/contributions/" + id).is(200).etag()).is(200);
    }

    private static Map<String, Object> reflection(Map<String, Object> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("kind", "REFLECTION");
        return body;
    }

    private static void leave(Fixture fixture, String user) {
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set left_at = utc_timestamp(6) where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), fixture.id("person." + user));
        }
    }

    private static void seat(Fixture fixture, String user, Instant at) {
        UUID seat = fixture.id("seat.zwolle");
        try (Rows rows = Rows.open()) {
            rows.insert("seat_person", "seat_id", seat, "person_id", fixture.id("person." + user), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", at.plusMillis(2));
        }
    }

    /** This one only: the same people write in other tests. */
    private static String exported(String user, String id) {
        JsonNode all = Api.as(user).get("/me/export").is(200).json();
        return Stream.of("contributions", "steps").flatMap(kind -> StreamSupport.stream(all.get(kind).spliterator(), false)).filter(one -> one.get("id").asText().equals(id)).map(JsonNode::toString).collect(Collectors.joining());
    }

    /** All that Anne finds of this one. */
    private static String known(String id) {
        Answer shown = Api.as(ANNE).get("/contributions/" + id).is(200);
        return String.join("\n", shown.etag(), shown.body(), exported(ANNE, id), note(Browserless.as(ANNE).get("/texts").is(200).body(), "qzanne"));
    }

    private static String note(String page, String id) {
        return Stream.of(page.split("<article")).filter(note -> note.contains(id)).collect(Collectors.joining());
    }

    private static String section(String page) {
        int at = page.indexOf("id=\"recognition\"");
        return page.substring(at, page.indexOf("</section>", at));
    }
}
