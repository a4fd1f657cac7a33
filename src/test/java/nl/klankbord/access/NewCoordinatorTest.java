// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who coordinates reads every circle of a programme: one more is announced to those who sit there, and is told of nothing that is not hers. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class NewCoordinatorTest {

    @Test
    void a_new_coordinator_is_announced_once_to_everyone_who_sits_in_a_running_dilemma() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String role = coordinates(fixture, "vreemd");
        try (Rows rows = Rows.open()) {
            String key = "coordinator." + role + ".%";
            assertThat(rows.all("select recipient from mail where unique_key like ?", key)).contains(People.email("host"), People.email("peer1"), People.email("peer2"), People.email("facilitator"))
                    .doesNotContain(People.email("vreemd"), People.email("peer3"), People.email("buiten")).doesNotHaveDuplicates();
            String name = Api.as("vreemd").get("/me").at("name");
            assertThat(rows.all("select concat(subject, body) from mail where unique_key like ?", key)).allSatisfy(mail -> assertThat(mail).doesNotContain(name, fixture.word("dilemma.title")));
        }
        accept(fixture, "vreemd");
        Api.as("vreemd").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        String name = Api.as("vreemd").get("/me").at("name");
        for (String user : List.of("host", "peer1", "peer2", "facilitator", "coordinator")) {
            String page = Browserless.as(user).get(fixture.fill("/dilemmas/{dilemma}")).is(200).body();
            assertThat(page.substring(page.indexOf("id=\"newcomers\""), page.indexOf("id=\"seats\""))).as(user).contains(name, "Coördineert het programma");
            assertThat(Api.as(user).get(fixture.fill("/dilemmas/{dilemma}/newcomers")).is(200).body()).as(user).contains(name, "\"kind\":\"COORDINATOR\"");
        }
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).items().get(0).path("kind").asText()).isEqualTo("ROLE_GIVEN");
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"ACCEPTED", "CLOSED"})
    void where_nothing_runs_nobody_is_written_to(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        String role = coordinates(fixture, "vreemd");
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from mail where unique_key like ?", "coordinator." + role + ".%")).isEqualTo("0");
        }
    }

    @Test
    void who_sat_there_reads_nothing_as_coordinator_and_is_not_announced() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String role = coordinates(fixture, "peer2");
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from mail where unique_key like ?", "coordinator." + role + ".%")).isEqualTo("0");
        }
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/newcomers")).items()).filteredOn(one -> one.path("kind").asText().equals("COORDINATOR"))
                .extracting(one -> one.path("personId").asText()).doesNotContain(People.id("peer2").toString());
    }

    @Test
    void a_session_is_not_told_to_a_coordinator_who_sat_there_and_left_or_did_not_accept_the_rules() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", People.id("peer2"), "email", People.email("peer2"), "role", "COORDINATOR", "created_at", Instant.now());
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", People.id("vreemd"), "email", People.email("vreemd"), "role", "COORDINATOR", "created_at", Instant.now());
            rows.change("update seat_person set left_at = now(6) where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), People.id("peer2"));
            Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
            assertThat(rows.all("select recipient from mail where body like ?", "%" + fixture.word("programme.name") + "%")).contains(People.email("coordinator"), People.email("peer1"))
                    .doesNotContain(People.email("peer2"), People.email("vreemd"));
        }
    }

    private static String coordinates(Fixture fixture, String user) {
        return Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", People.email(user), "role", "COORDINATOR")).is(201).at("id");
    }

    private static void accept(Fixture fixture, String user) {
        Api.as(user).post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 1)).is(201);
    }
}
