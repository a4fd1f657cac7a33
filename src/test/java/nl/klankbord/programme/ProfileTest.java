// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people say of themselves: whose it is, who sees it and what it does. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ProfileTest {
    private static final String FROM = LocalDate.now().plusDays(20).toString();
    private static final String UNTIL = LocalDate.now().plusDays(30).toString();
    private final Fixture fixture = Fixture.in(Phase.CLARIFYING);
    @Inject
    WriteProfile profiles;

    /** People are of all tests together. */
    @AfterEach
    void as_if_nobody_had_said_anything() {
        try (Rows rows = Rows.open()) {
            rows.change("update person set language = null, absent_from = null, absent_until = null, replacement_id = null, replacement_reads = false");
        }
    }

    @Test
    void one_says_oneself_from_which_level_one_takes_part_and_of_nobody_else() {
        Answer before = Api.as("peer2").get("/me/profile").is(200);
        assertThat(before.json().at("/municipality/name").asText()).isEqualTo("Leeuwarden");
        Answer after = save("peer2", Map.of("memberships", List.of(Map.of("id", fixture.id("membership.peer2"), "level", "BOARD")))).is(200);
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(level("peer2")).isEqualTo("BOARD");
        assertThat(save("peer2", Map.of("memberships", List.of(Map.of("id", fixture.id("membership.peer1"), "level", "BOARD")))).is(422).json().get("errors").findValuesAsText("field")).containsExactly("memberships");
        assertThat(level("peer1")).isNull();
        Api.as("peer2").put("/me/profile", Map.of("language", "nl"), "If-Match", before.etag()).is(412);
    }

    @Test
    void what_is_read_can_be_sent_back_as_it_is() {
        Answer profile = Api.as("peer3").get("/me/profile").is(200);
        Api.as("peer3").put("/me/profile", profile.body(), "If-Match", profile.etag()).is(200);
    }

    @Test
    void when_somebody_is_away_is_seen_by_the_coordinators_of_the_programme_and_by_nobody_else() {
        assertThat(save("peer2", Map.of("absentFrom", FROM, "absentUntil", UNTIL)).is(200).at("absentUntil")).isEqualTo(UNTIL);
        String members = fixture.fill("/programmes/{programme}/memberships");
        assertThat(Api.as("coordinator").get(members).is(200).body()).contains(FROM, UNTIL);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/people")).is(200).body()).contains("Afwezig van");
        assertThat(Api.as("beheer").get(members).is(200).body()).doesNotContain(FROM, UNTIL);
        assertThat(Browserless.as("beheer").get(fixture.fill("/programmes/{programme}/people")).is(200).body()).doesNotContain("Afwezig van");
        try (Rows rows = Rows.open()) {
            rows.change("update person set absent_from = '2020-01-01', absent_until = '2020-01-31' where id = ?", fixture.id("person.peer2"));
        }
        assertThat(Api.as("coordinator").get(members).is(200).body()).as("what is over").doesNotContain("2020-01-31");
        assertThat(Api.as("peer2").get("/me/profile").is(200).at("absentFrom")).isNull();
    }

    @Test
    void an_absence_has_its_days_in_order() {
        assertThat(fields(Map.of("absentFrom", UNTIL, "absentUntil", FROM))).containsExactly("absentUntil");
        assertThat(fields(Map.of("absentUntil", UNTIL))).containsExactly("absentFrom");
        assertThat(fields(Map.of("absentFrom", "2020-01-01", "absentUntil", "2020-02-01"))).containsExactly("absentUntil");
        assertThat(save("peer2", Map.of("absentFrom", FROM)).is(200).at("absentFrom")).isEqualTo(FROM);
    }

    @Test
    void only_a_colleague_of_the_same_municipality_replaces_somebody_who_says_when() {
        for (String wrong : List.of(People.email("peer2"), People.email("peer1"), "niemand@zwolle.example", "geen-adres")) {
            assertThat(save("peer1", Map.of("absentFrom", FROM, "replacementEmail", wrong)).is(422).json().get("errors").findValuesAsText("field")).as(wrong).containsExactly("replacementEmail");
        }
        assertThat(save("peer1", Map.of("replacementEmail", People.email("peer1-collega"))).is(422).json().get("errors").findValuesAsText("field")).containsExactly("absentFrom");
        assertThat(save("peer1", Map.of("absentFrom", FROM, "replacementEmail", " " + People.email("peer1-collega").toUpperCase())).is(200).at("replacementEmail")).isEqualTo(People.email("peer1-collega"));
        assertThat(Browserless.as("peer1").get("/profile").is(200).body()).contains(People.email("peer1-collega"));
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/memberships")).is(200).json().toString()).doesNotContain("replacement");
        save("peer1", Map.of("absentFrom", FROM)).is(200);
        assertThat(Api.as("peer1").get("/me/profile").is(200).at("replacementEmail")).as("taken back").isNull();
    }

    @Test
    void an_absence_that_is_over_is_forgotten_with_who_sat_in() {
        save("peer1", Map.of("absentFrom", FROM, "absentUntil", UNTIL, "replacementEmail", People.email("peer1-collega"), "replacementReads", true)).is(200);
        try (Rows rows = Rows.open()) {
            rows.change("update person set absent_from = '2020-01-01', absent_until = '2020-01-31' where id = ?", fixture.id("person.peer1"));
            assertThat(Api.as("peer1").get("/me/profile").is(200).at("replacementEmail")).isNull();
            profiles.forgetAbsences();
            assertThat(rows.one("select concat(ifnull(absent_from, '-'), ifnull(absent_until, '-'), replacement_id is null, replacement_reads) from person where id = ?", fixture.id("person.peer1"))).isEqualTo("--10");
        }
    }

    @Test
    void the_language_is_kept_with_the_person_until_a_browser_says_otherwise() {
        Browserless first = Browserless.signIn("buiten");
        assertThat(first.get("/programmes").is(200).body()).contains("<html lang=\"nl\"");
        first.post("/language", "lang", "en", "from", "/programmes").is(303);
        Browserless second = Browserless.signIn("buiten");
        assertThat(second.get("/programmes").is(200).body()).as("another browser, without a cookie").contains("<html lang=\"en\"");
        assertThat(second.get("/library").is(200).body()).contains("<html lang=\"en\"");
        String version = Api.as("buiten").get("/me/profile").is(200).etag().replace("\"", "");
        first.post("/profile", "version", version, "language", "nl").is(303);
        assertThat(first.get("/programmes").is(200).body()).as("its own cookie of before does not win").contains("<html lang=\"nl\"");
        assertThat(second.get("/programmes").is(200).body()).contains("<html lang=\"nl\"");
        assertThat(Browserless.anonymous().get("/library").is(200).body()).contains("<html lang=\"nl\"");
    }

    @Test
    void the_page_saves_levels_and_days_and_keeps_what_is_typed_when_something_is_wrong() {
        Browserless page = Browserless.as("peer2");
        String version = Api.as("peer2").get("/me/profile").is(200).etag().replace("\"", "");
        String role = fixture.id("membership.peer2").toString();
        assertThat(page.post("/profile", "version", version, "language", "nl", "membership", role, "level", "COUNCIL", "absentFrom", UNTIL, "absentUntil", FROM).is(422).body())
                .contains("id=\"f-absentUntil-error\"", "value=\"" + UNTIL + "\"", "<option value=\"COUNCIL\" selected>");
        assertThat(level("peer2")).isNull();
        page.post("/profile", "version", version, "language", "nl", "membership", role, "level", "COUNCIL", "absentFrom", FROM, "absentUntil", UNTIL).is(303);
        assertThat(level("peer2")).isEqualTo("COUNCIL");
        assertThat(page.get("/profile").is(200).body()).contains("value=\"" + FROM + "\"", "Leeuwarden");
    }

    @Test
    void who_lays_down_a_role_leaves_her_places_keeps_what_she_wrote_and_the_last_coordinator_stays() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless peer = Browserless.as("peer2");
        assertThat(peer.get("/profile").is(200).body()).contains(fixture.fill("/profile/roles/{membership.peer2}/removal"), "U zit met deze rol nu bij 1 dilemma.", "u verlaat elk dilemma");
        assertThat(Api.as("peer2").get("/me/profile").is(200).json().get("memberships")).as("the API tells it beforehand, too").anyMatch(role -> role.get("id").asText().equals(fixture.id("membership.peer2").toString()) && role.get("seats").asInt() == 1);
        assertThat(Browserless.as("coordinator").get("/profile").is(200).body()).contains("niets meer als coördinator");
        peer.post(fixture.fill("/profile/roles/{membership.peer2}/removal")).is(303);
        peer.get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        assertThat(peer.get("/texts").is(200).body()).contains(fixture.word("question.leeuwarden"));
        assertThat(Api.as("coordinator").delete(fixture.fill("/me/memberships/{membership.coordinator}")).is(409).at("type")).endsWith("last-coordinator");
    }

    private Answer save(String user, Object body) {
        return Api.as(user).put("/me/profile", body, "If-Match", Api.as(user).get("/me/profile").is(200).etag());
    }

    private List<String> fields(Object body) {
        return save("peer2", body).is(422).json().get("errors").findValuesAsText("field");
    }

    private String level(String user) {
        try (Rows rows = Rows.open()) {
            return rows.one("select level from membership where id = ?", fixture.id("membership." + user));
        }
    }
}
