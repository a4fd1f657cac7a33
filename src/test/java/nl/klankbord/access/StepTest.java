// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Steps: small, with an owner and a date, and of one seat alone. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class StepTest {
    private static final String NEXT_YEAR = LocalDate.now().plusYears(1).toString();

    @Test
    void a_mirror_becomes_a_step_by_its_own_words_and_keeps_the_link() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        Answer made = Api.as("peer1").post("/steps", Map.of("fromMirror", fixture.id("reflection.zwolle"), "dueOn", NEXT_YEAR)).is(201);
        assertThat(made.at("text")).contains(fixture.word("mirror.zwolle"));
        assertThat(made.at("fromMirror")).isEqualTo(fixture.id("reflection.zwolle").toString());
        assertThat(made.at("owner", "id")).isEqualTo(fixture.id("person.peer1").toString());
        assertThat(made.etag()).isEqualTo("\"0\"");
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/steps/new?fromMirror={reflection.zwolle}")).is(200).body()).contains(fixture.word("mirror.zwolle"));
        // Somebody else's mirror gives nothing away, as little as one that is not there.
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/steps/new?fromMirror={reflection.hoorn}")).is(200).body()).doesNotContain(fixture.word("mirror.hoorn"));
        assertThat(Api.as("peer1").post("/steps", Map.of("fromMirror", fixture.id("reflection.hoorn"), "dueOn", NEXT_YEAR)).is(422).json().findValuesAsText("field")).containsExactly("fromMirror");
        assertThat(Api.as("host").post("/steps", Map.of("fromMirror", fixture.id("reflection.zwolle"), "dueOn", NEXT_YEAR)).is(422).json().findValuesAsText("field")).containsExactly("fromMirror");
    }

    @Test
    void a_mirror_leaves_its_writers_hands_by_her_own_deed_only() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String form = fixture.fill("/dilemmas/{dilemma}/steps/new?fromMirror={reflection.zwolle}");
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(form);
        assertThat(Browserless.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("mirror.zwolle")).doesNotContain(form);
        assertThat(Browserless.as("peer1-collega").get(form).is(200).body()).doesNotContain(fixture.word("mirror.zwolle"), "name=\"fromMirror\"");
        for (Map<String, Object> copy : List.<Map<String, Object>>of(Map.of("fromMirror", fixture.id("reflection.zwolle"), "dueOn", NEXT_YEAR), Map.of("fromMirror", fixture.id("reflection.zwolle"), "text", "Bellen", "dueOn", NEXT_YEAR))) {
            assertThat(Api.as("peer1-collega").post("/steps", copy).is(422).json().findValuesAsText("field")).containsExactly("fromMirror");
        }
        Browserless.as("peer1-collega").post(fixture.fill("/dilemmas/{dilemma}/steps"), "fromMirror", fixture.id("reflection.zwolle").toString(), "text", "Bellen", "dueOn", NEXT_YEAR).is(422);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution_writer set person_id = ? where contribution_id = ?", fixture.id("person.peer1-collega"), fixture.id("reflection.zwolle"));
        }
        Api.as("peer1").post("/steps", Map.of("fromMirror", fixture.id("reflection.zwolle"), "dueOn", NEXT_YEAR)).is(422);
        Api.as("peer1-collega").post("/steps", Map.of("fromMirror", fixture.id("reflection.zwolle"), "dueOn", NEXT_YEAR)).is(201);
    }

    @Test
    void a_step_says_what_when_and_who_of_the_own_seat() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        assertThat(Api.as("peer1").post("/steps", Map.of("dilemmaId", fixture.id("dilemma"))).is(422).json().findValuesAsText("field")).containsExactly("dueOn", "text");
        assertThat(fields(fixture, "peer1", "text", "Bellen", "dueOn", LocalDate.now().minusDays(2).toString())).containsExactly("dueOn");
        assertThat(fields(fixture, "peer1", "text", "Bellen", "dueOn", NEXT_YEAR, "ownerId", fixture.id("person.peer2").toString())).containsExactly("ownerId");
        assertThat(fields(fixture, "peer1", "text", "x".repeat(8001), "dueOn", "+12026-01-01")).containsExactly("text", "dueOn");
        Api.as("peer1").post("/steps", Map.of("dilemmaId", fixture.id("dilemma"), "text", "Bellen", "dueOn", NEXT_YEAR, "ownerId", fixture.id("person.peer1-collega"))).is(201);
        Api.as("peer1").post("/steps", Map.of("dilemmaId", fixture.id("dilemma"), "text", "Bellen", "dueOn", "morgen")).is(400);
        Api.as("peer1").post("/steps", Map.of("dilemmaId", fixture.id("dilemma"), "tekst", "Bellen")).is(400);
        assertThat(Api.as("peer1").get("/steps?dilemmaId=" + fixture.id("dilemma")).is(200).items()).hasSize(2);
        assertThat(Api.as("peer1").get("/steps?dilemmaId=" + fixture.id("dilemma") + "&limit=1").is(200).items()).hasSize(1);
    }

    private static List<String> fields(Fixture fixture, String user, String... given) {
        Map<String, String> body = new HashMap<>(Map.of("dilemmaId", fixture.id("dilemma").toString()));
        for (int i = 0; i < given.length; i += 2) {
            body.put(given[i], given[i + 1]);
        }
        return Api.as(user).post("/steps", body).is(422).json().findValuesAsText("field");
    }

    @Test
    void two_colleagues_do_not_overwrite_each_other_and_what_is_finished_opens_again() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        String step = fixture.fill("/steps/{step.zwolle}");
        String due = Api.as("peer1").get(step).is(200).at("dueOn");
        Map<String, Object> done = Map.of("text", "Bellen", "dueOn", due, "outcome", "DONE", "report", "Ze belde terug");
        Api.as("peer1").put(step, done).is(428);
        Answer changed = Api.as("peer1").put(step, done, "If-Match", "\"0\"").is(200);
        assertThat(changed.etag()).isEqualTo("\"1\"");
        Api.as("peer1-collega").put(step, done, "If-Match", "\"0\"").is(412);
        assertThat(Browserless.as("peer1-collega").get("/steps?finished=true").is(200).body()).contains("Ze belde terug");
        assertThat(Browserless.as("peer1-collega").get(step + "?done=step-finished").is(200).body()).contains("Ongedaan maken", fixture.fill("/steps/{step.zwolle}/reopening"));
        Browserless.as("peer1-collega").post(fixture.fill("/steps/{step.zwolle}/reopening")).is(303);
        Answer open = Api.as("peer1").get(step).is(200);
        assertThat(open.at("outcome")).isNull();
        assertThat(open.at("report")).as("what was said of it stays").isEqualTo("Ze belde terug");
        // A representation that was read can be sent back as it is.
        Api.as("peer1").put(step, open.body(), "If-Match", open.etag()).is(200);
    }

    @Test
    void the_form_gives_back_what_was_typed_and_says_at_the_field_what_is_wrong() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String body = Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/steps"), "text", "Bellen <b>nu</b>", "dueOn", "2020-01-01").is(422).body();
        assertThat(body).contains("Bellen &lt;b&gt;nu&lt;/b&gt;", "Deze datum is al voorbij", "id=\"f-dueOn-error\"");
        body = Browserless.as("host").post(fixture.fill("/steps/{step.host}/report"), "report", "Half gelukt", "version", "0").is(422).body();
        assertThat(body).contains("Half gelukt", "id=\"f-outcome-error\"");
        body = Browserless.as("host").post(fixture.fill("/steps/{step.host}/report"), "outcome", "GOING_ON", "until", "2020-01-01", "report", "Half gelukt", "version", "0").is(422).body();
        assertThat(body).contains("Half gelukt", "id=\"f-until-error\"");
        body = Browserless.as("host").post(fixture.fill("/steps/{step.host}"), "text", "Anders", "dueOn", NEXT_YEAR, "version", "7").is(412).body();
        assertThat(body).contains("Anders", "Iemand anders heeft dit intussen veranderd");
    }

    @Test
    void saving_one_form_of_a_step_leaves_what_is_being_typed_in_the_other() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String step = fixture.fill("/steps/{step.zwolle}");
        typing(fixture, "/drafts/step-text.{step.zwolle}", "Nog een half woord");
        typing(fixture, "/drafts/step-report.{step.zwolle}", "Het begin van een verslag");
        Browserless.as("peer1").post(step, "text", "Eerst bellen", "dueOn", NEXT_YEAR, "version", "0").is(303);
        Api.as("peer1").get(fixture.fill("/drafts/step-text.{step.zwolle}")).is(404);
        assertThat(Browserless.as("peer1").get(step).is(200).body()).contains("Het begin van een verslag");
        typing(fixture, "/drafts/step-text.{step.zwolle}", "Nog een half woord");
        Browserless.as("peer1").post(step + "/report", "outcome", "GOING_ON", "report", "Half gelukt", "until", NEXT_YEAR, "version", "1").is(303);
        Api.as("peer1").get(fixture.fill("/drafts/step-report.{step.zwolle}")).is(404);
        assertThat(Browserless.as("peer1").get(step).is(200).body()).contains("Nog een half woord");
    }

    @Test
    void a_step_from_a_mirror_and_one_without_are_typed_apart() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        typing(fixture, "/drafts/step.{dilemma}", "Los van de spiegel");
        typing(fixture, "/drafts/step-from-mirror.{reflection.zwolle}", "Uit de spiegel, maar korter");
        String fromMirror = fixture.fill("/dilemmas/{dilemma}/steps/new?fromMirror={reflection.zwolle}");
        assertThat(Browserless.as("peer1").get(fromMirror).is(200).body()).contains("Uit de spiegel, maar korter").doesNotContain("Los van de spiegel");
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/steps"), "text", "Bellen", "dueOn", NEXT_YEAR, "fromMirror", fixture.id("reflection.zwolle").toString()).is(303);
        Api.as("peer1").get(fixture.fill("/drafts/step-from-mirror.{reflection.zwolle}")).is(404);
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/steps/new")).is(200).body()).contains("Los van de spiegel");
    }

    @Test
    void open_steps_stand_by_date_over_all_pages_and_each_stands_there_once() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        List<String> made = new ArrayList<>();
        try (Rows rows = Rows.open()) {
            rows.change("delete from step where dilemma_id <> ?", fixture.id("dilemma"));
            for (int i = 0; i < 51; i++) {
                UUID id = Ids.next();
                rows.insert("step", "id", id, "dilemma_id", fixture.id("dilemma"), "seat_id", fixture.id("seat.zwolle"), "author_id", fixture.id("person.peer1"), "written_by", fixture.id("person.peer1"),
                        "owner_id", fixture.id("person.peer1"), "text", "Bellen", "due_on", LocalDate.of(2020, 2, 1).plusDays(i), "created_at", Instant.now(), "version", 0);
                made.add(id.toString());
            }
            // Written first: only its date puts it on the first page.
            rows.change("update step set due_on = '2020-01-01' where id = ?", fixture.id("step.zwolle"));
            made.addFirst(fixture.id("step.zwolle").toString());
            List<String> shown = new ArrayList<>();
            Optional<String> next = Optional.of("/steps");
            while (next.isPresent()) {
                String body = Browserless.as("peer1").get(next.get()).is(200).body();
                shown.addAll(Pattern.compile("/steps/([0-9a-f-]{36})").matcher(body).results().map(found -> found.group(1)).toList());
                next = Pattern.compile("href=\"([?]cursor=[0-9a-f-]{36})\" rel=\"next\"").matcher(body).results().map(found -> "/steps" + found.group(1)).findFirst();
            }
            assertThat(shown).doesNotHaveDuplicates().startsWith(made.toArray(String[]::new));
            // Another's step tells nothing of its date.
            assertThat(Browserless.as("peer1").get(fixture.fill("/steps?cursor={step.leeuwarden}")).is(200).body()).contains(made.getFirst());
            rows.change("delete from step where dilemma_id = ?", fixture.id("dilemma"));
        }
    }

    @Test
    void the_list_of_one_dilemma_tells_finished_from_open() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String steps = "/steps?dilemmaId=" + fixture.id("dilemma");
        String done = Api.as("peer1").post("/steps", Map.of("dilemmaId", fixture.id("dilemma"), "text", "Gebeld", "dueOn", NEXT_YEAR, "outcome", "DONE")).is(201).id();
        assertThat(Api.as("peer1").get(steps).is(200).items().findValuesAsText("text")).hasSize(2);
        assertThat(Api.as("peer1").get(steps + "&finished=true").is(200).items()).singleElement().satisfies(step -> assertThat(step.path("id").asText()).isEqualTo(done));
        assertThat(Api.as("peer1").get(steps + "&finished=false").is(200).items()).singleElement().satisfies(step -> assertThat(step.path("id").asText()).isEqualTo(fixture.id("step.zwolle").toString()));
    }

    private static void typing(Fixture fixture, String draft, String text) {
        Api.as("peer1").put(fixture.fill(draft), Map.of("text", text), "If-None-Match", "*").is(200);
    }

    @Test
    void who_left_a_seat_keeps_her_own_step_and_reads_no_colleagues() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String colleagues = Api.as("peer1-collega").post("/steps", Map.of("dilemmaId", fixture.id("dilemma"), "text", "Van de collega", "dueOn", NEXT_YEAR)).is(201).id();
        Api.as("peer1").get("/steps/" + colleagues).is(200);
        Api.as("peer1").delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1}")).is(204);
        Api.as("peer1").get("/steps/" + colleagues).is(404);
        Answer own = Api.as("peer1").get(fixture.fill("/steps/{step.zwolle}")).is(200);
        assertThat(own.body()).contains(fixture.word("step.zwolle"));
        assertThat(Browserless.as("peer1").get(fixture.fill("/steps/{step.zwolle}")).is(200).body()).contains(fixture.word("step.zwolle")).doesNotContain(fixture.word("dilemma.title"), "Verander de stap");
        assertThat(Browserless.as("peer1").get("/texts/export").is(200).body()).contains(fixture.word("step.zwolle"), fixture.word("step.zwolle.report")).doesNotContain("Van de collega");
        Api.as("peer1").put(fixture.fill("/steps/{step.zwolle}"), Map.of("text", "Toch anders", "dueOn", NEXT_YEAR), "If-Match", own.etag()).is(404);
        // What her colleague makes of it since is her colleague's.
        Api.as("peer1-collega").put(fixture.fill("/steps/{step.zwolle}"), Map.of("text", "Zonder haar", "dueOn", NEXT_YEAR, "outcome", "GOING_ON"), "If-Match", own.etag()).is(200);
        assertThat(Api.as("peer1").get(fixture.fill("/steps/{step.zwolle}")).is(200).body()).contains(fixture.word("step.zwolle.report")).doesNotContain("Zonder haar");
    }

    @Test
    void who_changes_only_the_outcome_takes_over_no_report() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String step = fixture.fill("/steps/{step.zwolle}");
        Answer before = Api.as("peer1-collega").get(step).is(200);
        Answer done = Api.as("peer1-collega").put(step, Map.of("text", before.at("text"), "dueOn", before.at("dueOn"), "outcome", "DONE", "report", before.at("report")), "If-Match", before.etag()).is(200);
        assertThat(done.at("outcome")).isEqualTo("DONE");
        assertThat(Api.as("peer1-collega").get("/me/export").is(200).body()).doesNotContain(fixture.word("step.zwolle.report"));
        assertThat(Api.as("peer1").get("/me/export").is(200).body()).contains(fixture.word("step.zwolle.report"));
        Api.as("peer1").delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1}")).is(204);
        assertThat(Api.as("peer1").get(step).is(200).body()).contains(fixture.word("step.zwolle.report"));
        Api.as("peer1-collega").put(step, Map.of("text", before.at("text"), "dueOn", before.at("dueOn"), "outcome", "DONE", "report", "In andere woorden"), "If-Match", done.etag()).is(200);
        assertThat(Api.as("peer1").get(step).is(200).body()).as("what is written since is her colleague's").doesNotContain("In andere woorden");
    }

    @Test
    void a_newcomer_on_the_seat_reads_an_earlier_step_when_its_writer_says_yes_and_cannot_be_given_it_before() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set withdrawn_at = created_at where dilemma_id = ? and author_id = ?", fixture.id("dilemma"), fixture.id("person.peer2"));
            rows.insert("seat_person", "seat_id", fixture.id("seat.leeuwarden"), "person_id", fixture.id("person.buiten"), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", Instant.now().plusMillis(2));
        }
        String step = fixture.fill("/steps/{step.leeuwarden}");
        Api.as("buiten").get(step).is(404);
        assertThat(Browserless.as("buiten").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain(fixture.word("step.leeuwarden"), fixture.word("step.leeuwarden.report"));
        Answer shown = Api.as("peer2").get(step).is(200);
        Map<String, Object> given = Map.of("text", "Doe jij het?", "dueOn", shown.at("dueOn"), "ownerId", fixture.id("person.buiten"), "outcome", "GOING_ON");
        assertThat(Api.as("peer2").put(step, given, "If-Match", shown.etag()).is(422).json().findValuesAsText("field")).containsExactly("ownerId");
        assertThat(Browserless.as("peer2").get("/").body()).as("who wrote nothing but a step is asked, too").contains("Mag een nieuwkomer lezen wat u schreef?");
        Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consents"), Map.of("given", true)).is(201);
        assertThat(Api.as("buiten").get(step).is(200).body()).contains(fixture.word("step.leeuwarden"), fixture.word("step.leeuwarden.report"));
        Api.as("peer2").put(step, given, "If-Match", shown.etag()).is(200);
    }

    @Test
    void my_work_asks_the_owner_around_the_date_and_nobody_else_until_something_came_of_it() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String link = fixture.fill("/steps/{step.zwolle}");
        try (Rows rows = Rows.open()) {
            // Before those of other tests.
            rows.change("update step set due_on = ? where id = ?", LocalDate.now(), fixture.id("step.zwolle"));
            assertThat(Browserless.as("peer1").get("/").body()).contains(link, "Zet uw stap, of zeg hoe het ermee staat");
            assertThat(Browserless.as("peer1-collega").get("/").body()).doesNotContain(link);
            rows.change("update step set due_on = ? where id = ?", LocalDate.now().minusDays(3), fixture.id("step.zwolle"));
            assertThat(Browserless.as("peer1").get("/").body()).contains(link, "Vertel wat er van uw stap kwam");
            rows.change("update step set due_on = ? where id = ?", LocalDate.now().plusDays(60), fixture.id("step.zwolle"));
            assertThat(Browserless.as("peer1").get("/").body()).doesNotContain(link);
            rows.change("update step set due_on = ? where id = ?", LocalDate.now().minusDays(3), fixture.id("step.zwolle"));
        }
        Browserless.as("peer1").post(link + "/report", "outcome", "DONE", "report", "", "version", "0").is(303);
        assertThat(Browserless.as("peer1").get("/").body()).doesNotContain(link);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).body()).doesNotContain("/steps/");
    }
}
