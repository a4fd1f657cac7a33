// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class AuditTest {

    @Test
    void the_log_says_who_did_what_and_nothing_that_anybody_wrote() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Api coordinator = Api.as("coordinator");
        coordinator.post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", "iemand@fixture.example", "role", "FACILITATOR")).is(201);
        coordinator.delete(fixture.fill("/programmes/{programme}/memberships/{membership.hoorn}")).is(204);
        coordinator.post(fixture.fill("/dilemmas/{dilemma}/pause")).is(201);
        Api.as("host").put(fixture.fill("/dilemmas/{dilemma}/session"), Map.of(), "If-Match", "\"0\"").is(403);
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}")).is(204);
        assertThat(kinds(fixture, "coordinator")).startsWith("SEAT_LEFT", "DILEMMA_PAUSED", "ROLE_ENDED", "ROLE_GIVEN");
        assertThat(kinds(fixture, "beheer")).isEqualTo(kinds(fixture, "coordinator"));
        for (String user : List.of("coordinator", "beheer")) {
            String told = Api.as(user).get(fixture.fill("/programmes/{programme}/audit-events")).body() + Browserless.as(user).get(fixture.fill("/programmes/{programme}/audit")).is(200).body();
            fixture.words().forEach((text, word) -> {
                // The name of the round is for who may read its rounds.
                if (!text.matches("(programme|name)\\..*" + (user.equals("coordinator") ? "|round\\.title" : "")) || text.equals("name.guest")) {
                    assertThat(told).as(text).doesNotContain(word);
                }
            });
        }
        assertThat(events(fixture, "coordinator").get(1).path("actor").path("id").asText()).isEqualTo(People.id("coordinator").toString());
    }

    @Test
    void the_log_leads_to_the_dilemma_and_the_round_it_tells_of_where_its_reader_has_such_a_page() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String path = fixture.fill("/programmes/{programme}/audit");
        String dilemma = fixture.fill("href=\"/dilemmas/{dilemma}\"");
        String round = fixture.fill("href=\"/rounds/{round}\"");
        try (Rows rows = Rows.open()) {
            rows.insert("audit_event", "id", Ids.next(), "programme_id", fixture.id("programme"), "kind", "ROUND_MADE", "thing_id", fixture.id("round"), "happened_at", java.time.Instant.now());
            assertThat(Browserless.as("coordinator").get(path).is(200).body()).contains(dilemma, round);
            assertThat(Browserless.as("beheer").get(path).is(200).body()).contains("Dilemma naar een andere fase", "Ronde gemaakt").doesNotContain(dilemma, round);
            rows.change("update dilemma set phase = 'WITHDRAWN' where id = ?", fixture.id("dilemma"));
            assertThat(Browserless.as("coordinator").get(path).is(200).body()).contains("Dilemma naar een andere fase", round).doesNotContain(dilemma);
        }
    }

    @Test
    void each_line_says_which_dilemma_and_whose_seat_as_far_as_its_reader_may_know_and_no_filter_tells_more() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}")).is(204);
        JsonNode left = events(fixture, "coordinator").getFirst();
        assertThat(left.at("/dilemma/host/name").asText()).isEqualTo("Delft");
        assertThat(left.at("/round/id").asText()).isEqualTo(fixture.id("round").toString());
        assertThat(left.at("/seatOf/name").asText()).isEqualTo("Leeuwarden");
        JsonNode untold = events(fixture, "beheer").getFirst();
        assertThat(untold.path("kind").asText()).isEqualTo("SEAT_LEFT");
        assertThat(List.of(untold.has("dilemma"), untold.has("round"), untold.has("seatOf"))).containsOnly(false);
        String page = fixture.fill("/programmes/{programme}/audit?kind=SEAT_LEFT&round={round}");
        assertThat(Browserless.as("coordinator").get(page).is(200).body()).contains("Dilemma van Delft", "Plaats van Leeuwarden");
        assertThat(Browserless.as("beheer").get(page).is(200).body()).contains("Zoiets is nog niet gebeurd").doesNotContain("Dilemma van", "Plaats van Leeuwarden");
        String path = fixture.fill("/programmes/{programme}/audit-events");
        assertThat(Api.as("coordinator").get(path + "?kind=SEAT_LEFT").is(200).items()).hasSize(1);
        assertThat(Api.as("coordinator").get(path + "?round=" + fixture.id("round")).is(200).items()).isNotEmpty();
        assertThat(Api.as("beheer").get(path + "?round=" + fixture.id("round")).is(200).items()).isEmpty();
        Api.as("coordinator").get(path + "?kind=GUESS").is(400);
    }

    @Test
    void who_sits_at_a_dilemma_reads_nothing_of_it_as_its_coordinator() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        assertThat(kinds(fixture, "coordinator")).contains("DILEMMA_MOVED", "SEAT_ANSWERED");
        try (Rows rows = Rows.open()) {
            rows.insert("seat_person", "seat_id", fixture.id("seat.hoorn"), "person_id", People.id("coordinator"), "dilemma_id", fixture.id("dilemma"), "kind", "PEER",
                    "seated_at", java.time.Instant.now(), "left_at", java.time.Instant.now());
        }
        assertThat(kinds(fixture, "coordinator")).containsExactly("ROLE_GIVEN");
    }

    @Test
    void who_reported_a_text_is_not_told_nor_which_text() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        Api.as("peer2").post(fixture.fill("/contributions/{question.zwolle}/reports"), Map.of("why", "Een naam")).is(201);
        JsonNode event = events(fixture, "coordinator").getFirst();
        assertThat(event.path("kind").asText()).isEqualTo("TEXT_HIDDEN");
        assertThat(event.has("actor")).isFalse();
        assertThat(event.toString()).doesNotContain(People.id("peer2").toString(), fixture.id("question.zwolle").toString());
    }

    @Test
    void a_role_for_somebody_who_has_not_signed_in_yet_says_so_and_of_which_municipality() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String memberships = fixture.fill("/programmes/{programme}/memberships");
        String page = fixture.fill("/programmes/{programme}/audit?kind=ROLE_GIVEN");
        String id = Api.as("coordinator").post(memberships, Map.of("email", "wacht@fixture.example", "role", "PARTICIPANT")).is(201).at("id");
        assertThat(Browserless.as("coordinator").get(page).is(200).body()).contains("iemand die zich nog niet heeft aangemeld");
        try (Rows rows = Rows.open()) {
            rows.change("update membership set proposed_municipality = 'GM0193' where id = ?", java.util.UUID.fromString(id));
        }
        JsonNode event = events(fixture, "coordinator").getFirst();
        assertThat(event.path("awaited").asBoolean()).isTrue();
        assertThat(event.at("/awaitedOf/name").asText()).isEqualTo("Zwolle");
        assertThat(event.has("about")).isFalse();
        assertThat(Browserless.as("coordinator").get(page).is(200).body()).contains("iemand die zich nog niet heeft aangemeld (Zwolle)").doesNotContain("wacht@fixture.example");
        try (Rows rows = Rows.open()) {
            rows.change("update membership set person_id = ? where id = ?", fixture.id("person.named"), java.util.UUID.fromString(id));
            JsonNode claimed = events(fixture, "coordinator").getFirst();
            assertThat(claimed.at("/about/id").asText()).isEqualTo(fixture.id("person.named").toString());
            assertThat(claimed.has("awaited") || claimed.has("awaitedOf")).isFalse();
            rows.change("delete from membership where id = ?", java.util.UUID.fromString(id));
        }
        assertThat(Browserless.as("coordinator").get(page).is(200).body()).contains("iemand die zich toen nog niet had aangemeld").doesNotContain("nog niet heeft aangemeld");
    }

    @Test
    void what_happens_with_a_concept_stands_nowhere() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        int before = events(fixture, "coordinator").size();
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        assertThat(events(fixture, "coordinator")).hasSize(before);
    }

    @Test
    void a_deed_that_was_refused_leaves_no_trace_and_one_page_follows_another() {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        int before = events(fixture, "coordinator").size();
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/acceptance")).is(403);
        assertThat(events(fixture, "coordinator")).hasSize(before);
        Answer first = Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events?limit=2"));
        assertThat(first.items()).hasSize(2);
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events?limit=2&cursor=") + first.at("next")).items()).hasSize(before - 2);
    }

    private static List<String> kinds(Fixture fixture, String user) {
        return events(fixture, user).stream().map(event -> event.path("kind").asText()).toList();
    }

    private static List<JsonNode> events(Fixture fixture, String user) {
        return StreamSupport.stream(Api.as(user).get(fixture.fill("/programmes/{programme}/audit-events")).is(200).items().spliterator(), false).toList();
    }
}
