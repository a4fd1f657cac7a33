// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Roles and seats that change while people are at work: what they then still read. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ChangedRolesTest {

    @Test
    void who_is_taken_out_of_a_programme_reads_nothing_of_it_from_the_next_request_on() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless page = Browserless.as("peer1");
        page.get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        Api.as("coordinator").delete(fixture.fill("/programmes/{programme}/memberships/{membership.peer1}")).is(204);
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        Api.as("peer1").get(fixture.fill("/rounds/{round}")).is(404);
        Api.as("peer1").get(fixture.fill("/contributions/{question.leeuwarden}")).is(404);
        page.get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        Api.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
    }

    @Test
    void who_coordinates_no_longer_reads_as_one_no_longer() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        assertThat(Api.as("beheer").delete(fixture.fill("/programmes/{programme}/memberships/{membership.coordinator}")).is(422).json().get("errors")).hasSize(1);
        Api.as("beheer").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", People.email("vreemd"), "role", "COORDINATOR")).is(201);
        Api.as("vreemd").get(fixture.fill("/dilemmas/{dilemma}")).is(403);
        Api.as("vreemd").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 1)).is(201);
        Api.as("vreemd").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        Api.as("beheer").delete(fixture.fill("/programmes/{programme}/memberships/{membership.coordinator}")).is(204);
        Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        Api.as("coordinator").get(fixture.fill("/programmes/{programme}")).is(404);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "REFLECTING")).is(404);
    }

    @Test
    void new_house_rules_close_everything_until_they_are_accepted() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        var programme = Api.as("coordinator").get(fixture.fill("/programmes/{programme}")).is(200);
        Api.as("coordinator").put(fixture.fill("/programmes/{programme}"), Map.of("name", "Zelfde", "purpose", "Zelfde", "houseRules", "Andere regels"), "If-Match", programme.etag()).is(200);
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(403);
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/contributions")).is(403);
        Api.as("peer2").get(fixture.fill("/rounds/{round}")).is(403);
        Api.as("peer1").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 1)).is(422);
        Api.as("peer1").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 2)).is(201);
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
    }

    @Test
    void a_second_role_opens_no_side_door() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", People.email("peer2"), "role", "COORDINATOR")).is(201);
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).is(200).json().findValuesAsText("progress")).isEmpty();
        Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/extension"), Map.of("until", "2030-01-02T17:00:00+01:00")).is(403);
        Api.as("peer2").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
        Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "SESSION")).is(403);
    }

    @Test
    void a_coordinator_who_left_a_seat_does_not_coordinate_there() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", People.email("peer1"), "role", "COORDINATOR")).is(201);
        Api.as("peer1").delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1}")).is(204);
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.hoorn}")).is(404);
    }

    @Test
    void a_coordinator_reads_before_taking_and_before_leaving_a_seat_that_it_ends_coordinating_there() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String dilemma = fixture.fill("/dilemmas/{dilemma}"), takes = "Met een plaats hier coördineert u dit dilemma niet meer", leaves = "ziet u dit dilemma niet meer, ook niet als coördinator";
        assertThat(Browserless.as("peer3").get(dilemma).is(200).body()).doesNotContain(takes);
        assertThat(Browserless.as("peer1").get(dilemma).is(200).body()).doesNotContain(leaves);
        try (Rows rows = Rows.open()) {
            for (String who : new String[] {"peer1", "peer3"}) {
                rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", fixture.id("person." + who), "email", People.email(who), "role", "COORDINATOR", "created_at", Instant.now());
            }
        }
        assertThat(Browserless.as("peer3").get(dilemma).is(200).body()).contains(takes, "Zegt u ja, dan leest u hier als meedenker");
        assertThat(Browserless.as("peer1").get(dilemma).is(200).body()).contains(leaves);
        assertThat(Browserless.as("facilitator").get(dilemma).is(200).body()).doesNotContain(leaves);
    }

    @Test
    void who_takes_away_a_role_reads_how_many_dilemmas_are_left_with_it_but_nothing_of_a_concept() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        assertThat(seats(fixture, "peer2")).isEqualTo(1);
        assertThat(seats(fixture, "gouda")).as("sits at a concept, and left another").isZero();
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/people")).is(200).body()).contains("Deze persoon zit nu bij 1 dilemma.", "verlaat elk dilemma waar die met deze rol zit");
    }

    private static int seats(Fixture fixture, String who) {
        for (JsonNode member : Api.as("coordinator").get(fixture.fill("/programmes/{programme}/memberships?limit=100")).is(200).json().get("items")) {
            if (member.path("personId").asText().equals(fixture.id("person." + who).toString())) {
                return member.get("seats").asInt();
            }
        }
        throw new AssertionError("no role of " + who);
    }

    @Test
    void everyone_keeps_their_own_text_when_a_dilemma_is_withdrawn() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set written_by = ? where id = ?", fixture.id("person.peer1-collega"), fixture.id("reflection.zwolle"));
        }
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        for (String writer : new String[] {"peer1", "peer1-collega"}) {
            Api.as(writer).get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
            assertThat(Browserless.as(writer).get("/texts").is(200).body()).contains(fixture.word("reflection.zwolle")).doesNotContain(fixture.word("reflection.hoorn"));
            assertThat(Api.as(writer).get("/me/export").is(200).body()).contains(fixture.word("reflection.zwolle")).doesNotContain(fixture.word("reflection.hoorn"), fixture.word("dilemma.question"));
            assertThat(Browserless.as(writer).get("/texts/export").is(200).body()).contains(fixture.word("reflection.zwolle"));
        }
        assertThat(Browserless.as("peer2").get("/texts").is(200).body()).contains(fixture.word("reflection.leeuwarden"), fixture.word("question.leeuwarden")).doesNotContain(fixture.word("reflection.zwolle"));
        Api.as("coordinator").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
    }

    @Test
    void who_left_a_seat_does_not_read_what_a_colleague_makes_of_the_text_since() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Api.as("peer1").delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1}")).is(204);
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
        assertThat(Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).is(200).body()).contains(fixture.word("mirror.zwolle"));
        assertThat(Browserless.as("peer1").get("/texts").body()).contains(fixture.word("mirror.zwolle")).as("the words of the host").doesNotContain(fixture.word("passage"));
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set written_by = ?, text = 'Van een collega qzsince' where id = ?", fixture.id("person.peer1-collega"), fixture.id("reflection.zwolle"));
        }
        assertThat(Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200).body()).as("her own words, as they were").contains(fixture.word("reflection.zwolle")).doesNotContain("qzsince");
        assertThat(Browserless.as("peer1").get("/texts").body()).contains(fixture.word("reflection.zwolle")).doesNotContain("qzsince");
    }

    @Test
    void a_mirror_too_waits_for_the_house_rules() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Api.as("peer1-collega").get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).is(200);
        var programme = Api.as("coordinator").get(fixture.fill("/programmes/{programme}")).is(200);
        Api.as("coordinator").put(fixture.fill("/programmes/{programme}"), Map.of("name", "Zelfde", "purpose", "Zelfde", "houseRules", "Andere regels"), "If-Match", programme.etag()).is(200);
        Api.as("peer1-collega").get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).is(404);
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).is(200);
        // And no form tells whether there is something.
        assertThat(Api.as("peer1-collega").post(fixture.fill("/dilemmas/{dilemma}/contributions"), Map.of("text", "Zonder soort")).is(403).at("type")).endsWith("rules-not-accepted");
        Browserless.as("peer1-collega").post(fixture.fill("/dilemmas/{dilemma}/contributions"), "kind", "REFLECTION", "text", "").is(403);
    }

    @Test
    void who_sat_at_a_dilemma_behind_a_pattern_leaves_the_lesson_to_another_coordinator() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", People.email("peer1"), "role", "COORDINATOR")).is(201);
        Browserless.as("peer1").get(fixture.fill("/patterns/{pattern}/lesson")).is(403);
        assertThat(Api.as("peer1").post("/patterns", Map.of("statement", "Zelf bedacht", "observationIds", java.util.List.of(fixture.id("observation.zwolle").toString(),
                fixture.id("observation.hoorn").toString(), fixture.id("observation.leeuwarden").toString()))).status()).isEqualTo(422);
        assertThat(Api.as("peer1").post("/lessons", Map.of("patternId", fixture.id("pattern").toString(), "title", "Titel", "statement", "Stelling")).status()).isEqualTo(422);
    }

    @Test
    void the_host_sees_who_opened_the_dilemma_until_it_is_closed_and_nobody_else_does() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        String first = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/readers")).is(200).body();
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        Api.as("vreemd").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        var readers = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/readers")).is(200);
        assertThat(readers.items()).extracting(reader -> reader.get("municipality").get("name").asText()).containsExactly("Leeuwarden", "Zwolle");
        assertThat(readers.body()).as("the first time counts").isEqualTo(first);
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Wie opende dit dilemma?");
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain("Wie opende dit dilemma?");
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set ends_at = '2020-01-01' where id = ?", fixture.id("dilemma"));
            Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "CLOSED")).is(201);
            assertThat(rows.one("select count(*) from dilemma_opening where dilemma_id = ?", fixture.id("dilemma"))).isEqualTo("0");
        }
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/readers")).is(403);
    }

    @Test
    void who_leaves_a_seat_keeps_own_words_and_reads_no_others() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        Api.as("peer1").delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1}")).is(204);
        Api.as("peer1").get(fixture.fill("/contributions/{question.zwolle}")).is(200);
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.hoorn}")).is(404);
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/contributions")).is(404);
        assertThat(Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).is(200).body()).as("own words too").contains(fixture.word("mirror.zwolle"));
        Api.as("peer1-collega").get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).is(200);
    }

    @Test
    void what_was_withdrawn_is_gone_for_everyone_and_from_every_list() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Api.as("peer1").delete(fixture.fill("/contributions/{reflection.zwolle}")).is(204);
        String word = fixture.word("reflection.zwolle");
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/contributions")).is(200).body()).as("its writer keeps it").contains(word);
        assertThat(Api.as("peer1").get(fixture.fill("/observations?dilemmaId={dilemma}")).is(200).body()).doesNotContain(word);
        for (String user : new String[] {"peer1-collega", "host", "coordinator", "peer2"}) {
            assertThat(Api.as(user).get(fixture.fill("/dilemmas/{dilemma}/contributions")).is(200).body()).doesNotContain(word, fixture.word("reflection.zwolle.example"));
            assertThat(Browserless.as(user).get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain(word);
            assertThat(Api.as(user).get(fixture.fill("/observations?dilemmaId={dilemma}")).is(200).body()).doesNotContain(word);
        }
        assertThat(Api.as("coordinator").get(fixture.fill("/patterns/{pattern}")).is(200).body()).doesNotContain(word);
        assertThat(Api.as("coordinator").get(fixture.fill("/lessons/{lesson.draft}")).is(200).body()).doesNotContain(word);
        assertThat(Api.as("coordinator").get(fixture.fill("/lessons/{lesson.published}")).is(200).at("status")).as("of three municipalities two are left").isEqualTo("DRAFT");
        Api.as("vreemd").get(fixture.fill("/lessons/{lesson.published}")).is(404);
    }

    @Test
    void a_coordinator_who_thought_along_gains_nothing_by_having_the_passages_hidden() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        try (Rows rows = Rows.open()) {
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", People.id("peer1"), "email", People.email("peer1"), "role", "COORDINATOR", "created_at", Instant.now());
            Api.as("peer1").get(fixture.fill("/lessons/{lesson.withdrawn}")).is(404);
            rows.change("update contribution set hidden_at = now(6) where dilemma_id = ?", fixture.id("dilemma"));
        }
        Api.as("coordinator").get(fixture.fill("/lessons/{lesson.withdrawn}")).is(200);
        Api.as("peer1").get(fixture.fill("/lessons/{lesson.withdrawn}")).is(404);
    }
}
