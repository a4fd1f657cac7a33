// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A municipality that manages its own people. In the fixture host does so for Delft. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ColleaguesTest {
    private final Fixture fixture = Fixture.in(Phase.REFLECTING);
    private final String fresh = UUID.randomUUID() + "@delft.example";

    @Test
    void she_sees_the_roles_of_her_own_colleagues_and_of_nobody_else() {
        assertThat(colleagues().stream().map(role -> role.get("email").asText())).containsExactlyInAnyOrder(People.email("host"), People.email("host-bestuur"));
        assertThat(Browserless.as("host").get("/municipality").is(200).body()).doesNotContain("Zwolle", fixture.word("dilemma.question"), fixture.word("dilemma.title"));
    }

    @Test
    void a_colleague_with_several_roles_stands_in_one_row_with_all_of_them() {
        ColleagueFinder.Colleague first = role("a@delft.example", Role.PARTICIPANT), other = role("b@delft.example", Role.PARTICIPANT), second = role("a@delft.example", Role.FACILITATOR);
        List<ColleagueFinder.Colleague.Of> people = ColleagueFinder.Colleague.byPerson(List.of(first, other, second));
        assertThat(people).extracting(ColleagueFinder.Colleague.Of::roles).containsExactly(List.of(first, second), List.of(other));
        assertThat(people).extracting(ColleagueFinder.Colleague.Of::othersToo).containsExactly(true, false);
        assertThat(Browserless.as("host").get("/municipality").is(200).body().split(People.email("host-bestuur"), -1)).as("she is in more than one programme").hasSize(2);
    }

    private static ColleagueFinder.Colleague role(String email, Role role) {
        return new ColleagueFinder.Colleague(UUID.randomUUID(), email, "Iemand", UUID.randomUUID(), "Programma", role, null);
    }

    @Test
    void a_colleague_she_adds_takes_part_with_a_level_and_gets_one_mail() {
        Answer added = add(fixture.id("programme"), fresh, "BOARD").is(201);
        assertThat(colleagues().stream().filter(role -> role.get("id").asText().equals(added.id())).map(role -> role.get("role").asText() + role.get("level").asText())).containsExactly("PARTICIPANTBOARD");
        try (Rows rows = Rows.open()) {
            assertThat(rows.all("select unique_key from mail where recipient = ?", fresh)).containsExactly("welcome." + added.id());
        }
        add(fixture.id("programme"), fresh, "BOARD").is(409);
        Api.as("host").delete("/municipality/colleagues/" + added.id()).is(204);
        assertThat(colleagues()).hasSize(2);
    }

    @Test
    void whom_a_coordinator_added_and_who_speaks_for_nobody_she_takes_up_but_not_whom_another_municipality_was_asked_about() {
        String elsewhere = UUID.randomUUID() + "@zwolle.example";
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", fresh, "role", "PARTICIPANT")).is(201);
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", elsewhere, "role", "PARTICIPANT", "municipalityCode", "Zwolle")).is(201);
        String role = add(fixture.id("programme"), fresh, "BOARD").is(201).id();
        add(fixture.id("programme"), fresh, "BOARD").is(409);
        add(fixture.id("programme"), elsewhere, "BOARD").is(422);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select concat(proposed_municipality, ' ', confirmed_at is not null) from membership where id = ?", role)).isEqualTo("GM0503 1");
            assertThat(rows.one("select concat(proposed_municipality, ' ', confirmed_at is not null) from membership where email = ?", elsewhere)).isEqualTo("GM0193 0");
        }
    }

    @Test
    void whom_a_coordinator_proposes_is_asked_of_her_at_home_and_waits_in_the_coordinators_list_until_she_answers() {
        try (Rows rows = Rows.open()) {
            rows.change("delete from membership where programme_id = ? and proposed_municipality is not null and confirmed_at is null", fixture.id("programme"));
        }
        assertThat(tasks(Api.as("host").get("/me/tasks").is(200))).isEmpty();
        String role = Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", fresh, "role", "PARTICIPANT", "municipalityCode", "Delft")).is(201).id();
        assertThat(tasks(Api.as("host").get("/me/tasks").is(200))).hasSize(1).allMatch(task -> task.get("link").asText().startsWith("/municipality") && !task.toString().contains(fresh));
        for (String other : List.of("coordinator", "peer1", "beheer")) {
            assertThat(tasks(Api.as(other).get("/me/tasks").is(200))).as(other).isEmpty();
        }
        assertThat(Browserless.as("host").get("/").is(200).body()).contains("href=\"/municipality#proposals\"");
        String people = fixture.fill("/programmes/{programme}/people?q=" + fresh);
        assertThat(Browserless.as("coordinator").get(people).is(200).body()).contains("wacht op bevestiging door Delft");
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/memberships?limit=100")).is(200).items()).filteredOn(one -> one.get("id").asText().equals(role))
                .allMatch(one -> one.get("awaitsMunicipality").asText().equals("Delft"));
        Browserless.as("host").post("/municipality/proposals/" + role + "/confirmation").is(303);
        assertThat(tasks(Api.as("host").get("/me/tasks").is(200))).isEmpty();
        assertThat(Browserless.as("coordinator").get(people).is(200).body()).contains(fresh).doesNotContain("wacht op bevestiging");
    }

    /** Of this fixture's programme. */
    private List<JsonNode> tasks(Answer answer) {
        List<JsonNode> found = new ArrayList<>();
        answer.items().forEach(task -> {
            if (task.get("what").asText().equals("confirm-colleagues") && task.get("by").asText().contains(fixture.word("programme.name"))) {
                found.add(task);
            }
        });
        return found;
    }

    @Test
    void she_gives_no_other_role_and_none_to_herself() {
        assertThat(Api.as("host").post("/municipality/colleagues", Map.of("programmeId", fixture.id("programme"), "email", fresh, "role", "COORDINATOR")).status()).isEqualTo(400);
        Api.as("host").delete(fixture.fill("/municipality/colleagues/{membership.host}")).is(204);
        assertThat(add(fixture.id("programme"), People.email("host"), "POLICY").is(422).json().get("errors").findValuesAsText("field")).containsExactly("email");
    }

    @Test
    void a_role_she_gives_does_not_work_for_somebody_of_another_municipality() {
        add(fixture.id("programme"), People.email("vreemd"), "POLICY").is(201);
        Api.as("vreemd").get(fixture.fill("/programmes/{programme}")).is(404);
        assertThat(Api.as("vreemd").get("/me").body()).doesNotContain(fixture.id("programme").toString());
    }

    @Test
    void she_does_not_learn_who_of_other_municipalities_takes_part() {
        Answer zwolle = add(fixture.id("programme"), People.email("peer1"), "POLICY").is(422);
        assertThat(zwolle.body()).doesNotContain("Zwolle", "peer1");
        for (String other : List.of("{membership.peer1}", "{membership.coordinator}", "{membership.hoorn}", "{membership.facilitator}")) {
            Api.as("host").delete(fixture.fill("/municipality/colleagues/" + other)).is(404);
        }
        Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
    }

    @Test
    void other_roles_of_a_colleague_are_seen_and_stay_the_coordinators() {
        String role = Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", People.email("host-bestuur"), "role", "FACILITATOR")).is(201).id();
        assertThat(colleagues().stream().map(colleague -> colleague.get("id").asText())).contains(role);
        Api.as("host").delete("/municipality/colleagues/" + role).is(404);
        Browserless.as("host").post("/municipality/colleagues/" + role + "/removal").is(404);
    }

    @Test
    void a_programme_in_which_her_municipality_takes_no_part_does_not_exist_for_her() {
        try (Rows rows = Rows.open()) {
            rows.change("delete from membership where programme_id = ? and person_id in (?, ?)", fixture.id("programme"), fixture.id("person.host"), fixture.id("person.host-bestuur"));
        }
        add(fixture.id("programme"), fresh, "BOARD").is(404);
        add(UUID.randomUUID(), fresh, "BOARD").is(404);
        assertThat(colleagues()).isEmpty();
        assertThat(Api.as("host").get("/municipality").is(200).body()).doesNotContain(fixture.id("programme").toString());
    }

    @Test
    void a_colleague_whose_role_she_takes_away_leaves_the_circle_at_once() {
        Api.as("host-bestuur").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 1)).is(201);
        Api.as("host-bestuur").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        Browserless.as("host").post(fixture.fill("/municipality/colleagues/{membership.host-bestuur}/removal")).is(303);
        Api.as("host-bestuur").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select left_at from seat_person where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), fixture.id("person.host-bestuur"))).isNotNull();
        }
    }

    @Test
    void who_is_named_administers_only_the_municipality_she_speaks_for() {
        String administrators = "/municipalities/GM0193/administrators";
        for (String other : List.of("coordinator", "host", "peer1-collega")) {
            Api.as(other).get(administrators).is(403);
            Api.as(other).post(administrators, Map.of("email", People.email(other))).is(403);
        }
        Api.as("peer1-collega").get("/municipality").is(404);
        String ofZwolle = Api.as("beheer").post(administrators, Map.of("email", People.email("peer1-collega").toUpperCase())).is(201).id();
        String elsewhere = Api.as("beheer").post(administrators, Map.of("email", People.email("peer2"))).is(201).id();
        try {
            assertThat(Api.as("peer1-collega").get("/municipality").is(200).at("code")).isEqualTo("GM0193");
            assertThat(Browserless.as("peer1-collega").get("/profile").is(200).body()).contains("href=\"/municipality\"");
            Api.as("peer2").get("/municipality").is(404);
            Api.as("peer2").delete(fixture.fill("/municipality/colleagues/{membership.peer1}")).is(404);
            Api.as("beheer").post(administrators, Map.of("email", People.email("peer2"))).is(409);
            assertThat(Api.as("beheer").get(administrators + "?limit=100").is(200).items()).filteredOn(one -> one.get("id").asText().equals(elsewhere)).allMatch(one -> !one.get("counts").asBoolean());
            assertThat(Browserless.as("beheer").get("/administration").is(200).body()).contains("Spreekt nu niet namens deze gemeente");
            Api.as("beheer").delete("/municipalities/GM0503/administrators/" + ofZwolle).is(404);
        } finally {
            Api.as("beheer").delete(administrators + "/" + ofZwolle).is(204);
            Api.as("beheer").delete(administrators + "/" + elsewhere).is(204);
        }
        Api.as("peer1-collega").get("/municipality").is(404);
        Api.as("peer1-collega").delete(fixture.fill("/municipality/colleagues/{membership.peer1}")).is(404);
    }

    @Test
    void an_administrator_of_the_platform_names_somebody_else() {
        Api.as("beheer").post("/municipalities/GM0503/administrators", Map.of("email", People.email("beheer"))).is(422);
        Api.as("beheer").get("/municipality").is(404);
        Api.as("beheer").get("/municipalities/GM9999/administrators").is(404);
    }

    private Answer add(UUID programme, String email, String level) {
        return Api.as("host").post("/municipality/colleagues", Map.of("programmeId", programme, "email", email, "level", level));
    }

    /** Of this fixture's programme; the list goes over all. */
    private List<JsonNode> colleagues() {
        List<JsonNode> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = Api.as("host").get("/municipality/colleagues?limit=100&cursor=" + next).is(200);
            page.items().forEach(role -> {
                if (role.get("programmeId").asText().equals(fixture.id("programme").toString())) {
                    found.add(role);
                }
            });
            next = page.at("next");
        }
        return found;
    }
}
