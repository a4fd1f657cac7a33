// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.klankbord.dilemma.Phase;
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
class ProgrammePeopleTest {

    @Test
    void nobody_gets_a_second_role_by_a_slip_and_no_role_is_chosen_beforehand() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String page = fixture.fill("/programmes/{programme}/people");
        Browserless coordinator = Browserless.as("coordinator");
        assertThat(coordinator.get(page).is(200).body()).contains("value=\"PARTICIPANT\"").doesNotContain("value=\"PARTICIPANT\" checked", "value=\"COORDINATOR\" checked");
        coordinator.post(page, "email", "nieuw@fixture.example").is(422);
        String asked = coordinator.post(page, "email", People.email("peer1"), "role", "COORDINATOR").is(422).body();
        assertThat(asked).contains(People.email("peer1") + " is al deelnemer in dit programma.", "Ja, maak deze persoon ook coördinator", "id=\"f-sure\"");
        assertThat(members(fixture)).doesNotContain(People.email("peer1") + " COORDINATOR");
        coordinator.post(page, "email", People.email("peer1"), "role", "COORDINATOR", "sure", "true").is(303);
        assertThat(members(fixture)).contains(People.email("peer1") + " COORDINATOR", People.email("peer1") + " PARTICIPANT");
    }

    @Test
    void who_has_a_role_here_already_is_proposed_for_no_other_municipality_one_by_one_or_in_a_list() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String memberships = fixture.fill("/programmes/{programme}/memberships");
        String zwolle = People.email("peer1");
        Answer refused = Api.as("coordinator").post(memberships, Map.of("email", zwolle, "role", "FACILITATOR", "municipalityCode", "GM0503")).is(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("municipalityCode");
        assertThat(Browserless.as("coordinator").post(fixture.fill("/programmes/{programme}/people"), "email", zwolle, "role", "FACILITATOR", "municipalityCode", "Delft").is(422).body())
                .contains("hoort al bij een andere gemeente", "value=\"Delft\"");
        Map<String, Object> list = Map.of("csv", "e-mail;rol;niveau;gemeente\n" + zwolle + ";gespreksleider;;Delft");
        assertThat(Api.as("coordinator").post(fixture.fill("/programmes/{programme}/membership-imports"), list).is(422).body()).contains("csv[2]", "hoort al bij een andere gemeente");
        assertThat(members(fixture)).doesNotContain(zwolle + " FACILITATOR");
        Api.as("coordinator").post(memberships, Map.of("email", zwolle, "role", "FACILITATOR", "municipalityCode", "GM0193")).is(201);
        assertThat(members(fixture)).contains(zwolle + " FACILITATOR");
        Api.as("coordinator").post(memberships, Map.of("email", People.email("vreemd"), "role", "PARTICIPANT", "municipalityCode", "GM0503")).is(201);
    }

    @Test
    void people_stand_by_municipality_and_are_found_by_a_part_of_their_name_address_or_municipality() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String page = fixture.fill("/programmes/{programme}/people");
        Browserless coordinator = Browserless.as("coordinator");
        coordinator.post(page, "email", "nog.niet@fixture.example", "role", "PARTICIPANT").is(303);
        assertThat(coordinator.get(page).is(200).body()).containsSubsequence("<caption>Delft</caption>", "<caption>Zwolle</caption>", "<caption>Nog niet aangemeld</caption>", "nog.niet@fixture.example");
        assertThat(coordinator.get(page + "?q=zWOL").is(200).body()).contains("<caption>Zwolle</caption>", People.email("peer1")).doesNotContain("<caption>Delft</caption>", "nog.niet@fixture.example");
        assertThat(coordinator.get(page + "?q=nog.niet").is(200).body()).contains("nog.niet@fixture.example").doesNotContain("<caption>Zwolle</caption>");
        assertThat(coordinator.get(page + "?q=%25").is(200).body()).contains("Gevonden: 0.");
    }

    @Test
    void who_signed_in_and_has_not_accepted_the_house_rules_as_they_read_now_is_named_as_such() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String page = fixture.fill("/programmes/{programme}/people"), open = "Spelregels nog niet aangenomen";
        Browserless coordinator = Browserless.as("coordinator");
        coordinator.post(page, "email", "nog.niet@fixture.example", "role", "PARTICIPANT").is(303);
        assertThat(coordinator.get(page + "?q=" + People.email("host-bestuur")).is(200).body()).contains(open);
        assertThat(coordinator.get(page + "?q=" + People.email("peer1")).is(200).body()).contains(People.email("peer1")).doesNotContain(open);
        assertThat(coordinator.get(page + "?q=nog.niet").is(200).body()).contains("nog.niet@fixture.example").doesNotContain(open);
        assertThat(rulesAccepted(fixture, "peer1")).isTrue();
        assertThat(rulesAccepted(fixture, "host-bestuur")).isFalse();
        try (Rows rows = Rows.open()) {
            rows.insert("house_rules", "programme_id", fixture.id("programme"), "version", 2, "text", "Wees opener.", "created_at", Instant.now());
            rows.change("update programme set house_rules_version = 2 where id = ?", fixture.id("programme"));
        }
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 2)).is(201);
        assertThat(rulesAccepted(fixture, "coordinator")).isTrue();
        assertThat(rulesAccepted(fixture, "peer1")).isFalse();
    }

    private static boolean rulesAccepted(Fixture fixture, String user) {
        return StreamSupport.stream(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/memberships?limit=100")).is(200).items().spliterator(), false)
                .filter(one -> one.get("email").asText().equals(People.email(user))).findFirst().orElseThrow().get("rulesAccepted").asBoolean();
    }

    @Test
    void a_coordinator_sets_the_level_of_a_member_on_the_page_and_by_the_api() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        Browserless.as("coordinator").post(fixture.fill("/programmes/{programme}/people/{membership.hoorn}/level"), "level", "BOARD").is(303);
        assertThat(level(fixture)).isEqualTo("BOARD");
        Api.as("coordinator").put(fixture.fill("/programmes/{programme}/memberships/{membership.hoorn}/level"), Map.of("level", "COUNCIL")).is(200);
        assertThat(level(fixture)).isEqualTo("COUNCIL");
        Api.as("coordinator").put("/programmes/" + nl.klankbord.shared.Ids.next() + "/memberships/" + fixture.id("membership.hoorn") + "/level", Map.of("level", "COUNCIL")).is(404);
    }

    @Test
    void a_coordinator_does_not_change_the_level_that_somebody_gave_herself() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String path = fixture.fill("/programmes/{programme}/memberships/{membership.peer2}/level");
        Api peer = Api.as("peer2");
        Answer profile = peer.get("/me/profile").is(200);
        peer.put("/me/profile", Map.of("language", "nl", "memberships", List.of(Map.of("id", fixture.id("membership.peer2"), "level", "PRACTICE"))), "If-Match", profile.etag()).is(200);
        assertThat(Api.as("coordinator").put(path, Map.of("level", "BOARD")).is(409).at("type")).endsWith("level-own");
        String people = Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/people")).is(200).body();
        assertThat(people).contains(fixture.fill("/people/{membership.hoorn}/level")).doesNotContain(fixture.fill("/people/{membership.peer2}/level"));
    }

    private static String level(Fixture fixture) {
        for (var member : Api.as("coordinator").get(fixture.fill("/programmes/{programme}/memberships")).is(200).items()) {
            if (member.get("id").asText().equals(fixture.id("membership.hoorn").toString())) {
                return member.path("level").asText();
            }
        }
        return null;
    }

    private static java.util.List<String> members(Fixture fixture) {
        java.util.List<String> found = new java.util.ArrayList<>();
        Api.as("coordinator").get(fixture.fill("/programmes/{programme}/memberships")).is(200).items().forEach(member -> found.add(member.get("email").asText() + " " + member.get("role").asText()));
        return found;
    }
}
