// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

/** Every form whose text others read asks to look again when it seems to name a client, and so does the API for who asks it to. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class NamesSomeoneTest {
    private static final String NAMES = "Hoe ging het met mevrouw Jansen uit de wijk?";

    @Test
    void a_dilemma_is_looked_at_when_it_is_submitted_and_not_while_it_is_written() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String edit = fixture.fill("/dilemmas/{dilemma}/edit/question");
        Browserless.as("host").post(edit + "/autosave", "version", version(fixture), "title", "Wie stuurt?", "question", NAMES).is(200);
        Browserless.as("host").post(edit, "version", version(fixture), "title", "Wie stuurt?", "question", NAMES, "go", "stop").is(303);
        assertThat(Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/submission")).is(422).body()).contains("mevrouw Jansen. Haal het weg", "name=\"sure\"");
        assertThat(Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/submission"), Map.of("sure", false)).is(422).body()).contains("\"sure\"");
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/submission"), "sure", "true").is(303);
    }

    @Test
    void an_edit_after_submission_is_asked_about_what_it_adds() {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        asks("host", fixture, "/dilemmas/{dilemma}/edit/intention", "intention", NAMES, "tension", "Spanning", "version", version(fixture));
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/edit/intention"), "intention", NAMES, "tension", "Anders", "version", version(fixture)).is(303);
        assertThat(Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/edit/intention"), "intention", NAMES, "tension", "Bel 06-12345678", "version", version(fixture)).is(422).body())
                .as("only of what is new").contains("naar iemand leiden: 06-12345678.");
        Answer saved = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}"));
        Map<String, Object> typed = new HashMap<>(Map.of("title", "Titel", "question", "Vraag van dhr. Pietersen", "intention", "Bedoeling", "tension", "Spanning"));
        Api.as("host").put(fixture.fill("/dilemmas/{dilemma}"), with(typed, "sure", false), "If-Match", saved.etag()).is(422);
        Api.as("host").put(fixture.fill("/dilemmas/{dilemma}"), typed, "If-Match", saved.etag()).is(200);
    }

    @Test
    void restating_closing_and_answering_a_peer_are_asked_about_too() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        asks("host", fixture, "/dilemmas/{dilemma}/restatement", "title", "Titel", "question", NAMES, "intention", "Bedoeling", "tension", "Spanning", "assumptions", "");
        api("host", fixture, "/dilemmas/{dilemma}/restatement", Map.of("title", "Titel", "question", NAMES + " En meneer Smit?", "intention", "b", "tension", "s"));
        asks("host", fixture, "/dilemmas/{dilemma}/seats/{seat.zwolle}/response", "choice", "NOT", "why", NAMES, "version", String.valueOf(fixture.version("seat", "seat.zwolle")));
        api("host", fixture, "/seats/{seat.zwolle}/host-responses", Map.of("choice", "NOT", "why", NAMES, "version", fixture.version("seat", "seat.zwolle")));
        api("host", fixture, "/dilemmas/{dilemma}/closing", Map.of("works", "Dit", "nextStep", NAMES, "stillOpen", "Dat"));
        asks("host", fixture, "/dilemmas/{dilemma}/closing", "works", "Dit", "nextStep", NAMES, "stillOpen", "Dat");
    }

    @Test
    void the_example_of_a_recognition_is_asked_about_too() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        asks("peer2", fixture, "/dilemmas/{dilemma}/recognition", "example", NAMES);
        api("peer1", fixture, "/dilemmas/{dilemma}/recognitions", Map.of("example", NAMES));
    }

    @Test
    void a_step_and_what_came_of_it_are_asked_about_too() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        asks("peer1", fixture, "/dilemmas/{dilemma}/steps", "text", NAMES, "dueOn", "2027-06-01");
        api("peer1", fixture, "/steps", Map.of("dilemmaId", fixture.id("dilemma"), "text", NAMES, "dueOn", "2027-06-01"));
        asks("peer1", fixture, "/steps/{step.zwolle}", "text", NAMES, "dueOn", "2027-06-01", "version", "0");
        Browserless.as("peer1").post(fixture.fill("/steps/{step.zwolle}"), "text", NAMES, "dueOn", "2027-06-02", "version", "1").is(303);
        asks("peer1", fixture, "/steps/{step.zwolle}/report", "outcome", "DONE", "report", "Bel 06-12345678", "version", "2");
    }

    @Test
    void a_contribution_of_a_program_is_asked_about_when_it_asks_for_that() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        api("peer2", fixture, "/dilemmas/{dilemma}/contributions", Map.of("kind", "QUESTION", "text", NAMES));
    }

    @Test
    void what_was_begun_of_the_direction_is_finished_before_it_is_submitted() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String direction = fixture.fill("/dilemmas/{dilemma}/edit/direction");
        Browserless.as("host").post(direction, "version", version(fixture), "paths", "Linksaf", "foto", "Zes teams", "go", "stop").is(303);
        assertThat(Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/submission")).is(422).body()).contains("Dit is nog nodig om in te dienen", "direction?unfinished=true#f-paths", "direction?unfinished=true#f-fotoDate");
        assertThat(Browserless.as("host").get(direction + "?unfinished=true").is(200).body()).contains("f-paths-error", "f-fotoDate-error");
        assertThat(Browserless.as("host").get(direction).body()).doesNotContain("f-paths-error");
        assertThat(Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/submission")).is(422).json().get("errors").findValuesAsText("field")).containsExactly("paths", "fotoDate");
        Browserless.as("host").post(direction, "version", version(fixture), "go", "stop").is(303);
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/submission")).is(303);
    }

    /** A form asks, keeps what was typed, and saves it once its writer says that she has looked. */
    private static void asks(String user, Fixture fixture, String path, String... fields) {
        String names = Arrays.stream(fields).filter(field -> field.contains("Jansen") || field.contains("06-")).findFirst().orElseThrow();
        assertThat(Browserless.as(user).post(fixture.fill(path), fields).is(422).body()).as(path).contains(names, "Haal het weg, of zeg hieronder", "name=\"sure\"");
        List<String> sure = new ArrayList<>(List.of(fields));
        sure.addAll(List.of("sure", "true"));
        Browserless.as(user).post(fixture.fill(path), sure.toArray(String[]::new)).is(303);
    }

    /** A program that says nothing of it is not asked; here it asks to be. */
    private static void api(String user, Fixture fixture, String path, Map<String, Object> body) {
        assertThat(Api.as(user).post(fixture.fill(path), with(body, "sure", false)).is(422).body()).as(path).contains("\"field\":\"sure\"");
        if (!path.endsWith("/closing")) {
            Api.as(user).post(fixture.fill(path), with(body, "sure", true)).is(201);
        }
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }

    private static String version(Fixture fixture) {
        return Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).etag().replace("\"", "");
    }
}
