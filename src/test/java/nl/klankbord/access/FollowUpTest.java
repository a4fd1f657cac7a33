// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A dilemma that is brought in again: its text comes along, its circle does not. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class FollowUpTest {

    @Test
    void a_host_brings_a_closed_dilemma_in_again_as_it_was_stated_last() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        call(fixture);
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Breng dit dilemma opnieuw in");
        String made = Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/again"), "roundId", fixture.id("round").toString()).is(303).header("Location").replaceAll(".*/dilemmas/([^/]*)/.*", "$1");
        Answer draft = Api.as("host").get("/dilemmas/" + made).is(200);
        assertThat(draft.at("title")).contains(fixture.word("restatement.title"));
        assertThat(draft.at("phase")).isEqualTo("DRAFT");
        assertThat(draft.at("follows", "id")).isEqualTo(fixture.id("dilemma").toString());
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).json().get("followedBy").get(0).get("id").asText()).isEqualTo(made);
        // Its own representation can be sent back as it is.
        Answer kept = Api.as("host").put("/dilemmas/" + made, draft.body(), "If-Match", draft.etag()).is(200);
        // What it takes up was said when it began, and is no field of what can be edited.
        assertThat(Api.as("host").put("/dilemmas/" + made, Map.of("title", "Toch anders", "followsDilemmaId", fixture.id("dilemma")), "If-Match", kept.etag()).is(400).json().findValuesAsText("field"))
                .containsExactly("followsDilemmaId");
        // The circle of the earlier one may not know of somebody's concept.
        for (String user : List.of("peer1", "facilitator")) {
            assertThat(Api.as(user).get(fixture.fill("/dilemmas/{dilemma}")).is(200).json().has("followedBy")).as(user).isFalse();
        }
        assertThat(Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain(made);
    }

    @Test
    void what_one_says_takes_the_place_of_what_was_and_what_is_said_wrong_makes_nothing() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        call(fixture);
        String rounds = fixture.fill("/rounds/{round}/dilemmas");
        Answer draft = Api.as("host").post(rounds, Map.of("followsDilemmaId", fixture.id("dilemma"), "title", "Een nieuwe titel", "paths", List.of())).is(201);
        assertThat(draft.at("title")).isEqualTo("Een nieuwe titel");
        assertThat(draft.json().get("paths")).isEmpty();
        assertThat(draft.at("question")).isNotEmpty();
        // Not of one's own seat: the same answer as for what does not exist.
        String hidden = Api.as("buiten").post(rounds, Map.of("followsDilemmaId", fixture.id("dilemma"), "title", "Mij ook")).is(422).body();
        assertThat(Api.as("buiten").post(rounds, Map.of("followsDilemmaId", java.util.UUID.randomUUID(), "title", "Mij ook")).is(422).body()).isEqualTo(hidden);
        Api.as("peer1").post(rounds, Map.of("followsDilemmaId", fixture.id("dilemma"), "title", "Mij ook")).is(403);
        Fixture elsewhere = Fixture.in(Phase.DRAFT);
        assertThat(Api.as("host").post(elsewhere.fill("/rounds/{round}/dilemmas"), Map.of("followsDilemmaId", fixture.id("dilemma"))).is(422).json().findValuesAsText("field")).containsExactly("followsDilemmaId");
        assertThat(Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/again")).is(422).body()).contains("id=\"f-roundId-error\"");
    }

    @Test
    void without_an_open_call_the_page_says_so() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}/again")).is(200).body()).contains("Er is nu geen oproep open");
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/again"), "roundId", fixture.id("round").toString()).is(409);
    }

    /** The canary: the earlier dilemma was read by a circle of its own, and the new circle may not even know its title. */
    @Test
    void the_title_of_the_earlier_one_does_not_show_to_the_new_circle_nor_that_it_exists() {
        Fixture earlier = Fixture.in(Phase.CLOSED);
        Fixture later = Fixture.in(Phase.SESSION);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set follows = ? where id = ?", earlier.id("dilemma"), later.id("dilemma"));
            rows.change("delete from seat_person where dilemma_id = ? and person_id <> ?", earlier.id("dilemma"), earlier.id("person.host"));
        }
        List<String> pages = List.of("/dilemmas/{dilemma}", "/dilemmas/{dilemma}/versions", "/dilemmas/{dilemma}/harvest", "/rounds/{round}", "/programmes/{programme}/archive", "/api/v1/dilemmas/{dilemma}", "/api/v1/rounds/{round}");
        for (String user : List.of("host", "coordinator", "peer1", "peer2", "facilitator")) {
            StringBuilder told = new StringBuilder();
            pages.forEach(path -> told.append(path.startsWith("/api/") ? Api.as(user).send("GET", later.fill(path), null).body() : Browserless.as(user).get(later.fill(path)).body()));
            boolean reads = user.equals("host") || user.equals("coordinator");
            assertThat(told.toString().contains(earlier.word("dilemma.title"))).as(user).isEqualTo(reads);
            assertThat(told.toString().contains(earlier.id("dilemma").toString())).as(user).isEqualTo(reads);
        }
        // And the earlier circle reads nothing of the later one where it has no seat.
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where dilemma_id = ? and person_id = ?", later.id("dilemma"), later.id("person.peer1"));
            rows.insert("seat_person", "seat_id", earlier.id("seat.zwolle"), "person_id", earlier.id("person.peer1"), "dilemma_id", earlier.id("dilemma"), "kind", "PEER", "seated_at", java.time.Instant.now());
        }
        assertThat(Browserless.as("peer1").get(earlier.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain(later.word("dilemma.title"), later.id("dilemma").toString());
    }

    @Test
    void the_archive_shows_rounds_that_are_over_and_of_their_dilemmas_those_one_may_read() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        assertThat(Browserless.as("peer1").get(fixture.fill("/programmes/{programme}")).is(200).body()).doesNotContain(fixture.word("round.title")).contains("Archief");
        for (String user : List.of("host", "peer1", "facilitator", "coordinator")) {
            assertThat(Browserless.as(user).get(fixture.fill("/programmes/{programme}/archive")).is(200).body()).as(user).contains(fixture.word("round.title"), fixture.word("dilemma.title")).doesNotContain(fixture.word("concept.title"));
        }
        assertThat(Browserless.as("buiten").get(fixture.fill("/programmes/{programme}/archive")).is(200).body()).contains(fixture.word("round.title")).doesNotContain(fixture.word("dilemma.title"));
        assertThat(Api.as("peer1").get(fixture.fill("/programmes/{programme}/rounds?phase=CLOSED")).is(200).items()).hasSize(1);
        assertThat(Api.as("peer1").get(fixture.fill("/programmes/{programme}/rounds?phase=CALL")).is(200).items()).isEmpty();
    }

    private static void call(Fixture fixture) {
        try (Rows rows = Rows.open()) {
            rows.change("update round set phase = 'CALL' where id = ?", fixture.id("round"));
        }
    }
}
