// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes when a dilemma runs already: an audience grows only with the writer's knowledge and yes. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class NewcomerTest {
    private static final List<String> SAID = List.of("question.", "answer", "reflection.", "mirror.", "remark.", "recognition");

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CLARIFYING", "REFLECTING", "SESSION", "HARVESTING", "FOLLOW_UP", "CLOSED"})
    void a_newcomer_reads_the_dilemma_and_nothing_that_was_said_before(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        seat(fixture, newSeat(fixture), "buiten");
        String found = everything(fixture, "buiten");
        assertThat(found).contains(fixture.word("dilemma.question"));
        said(fixture).forEach(text -> assertThat(found).as(text).doesNotContain(fixture.word(text)));
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"SESSION", "HARVESTING"})
    void also_who_comes_to_the_hosts_seat_reads_no_more_than_that(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        seat(fixture, fixture.id("seat.host"), "buiten");
        String found = everything(fixture, "buiten");
        said(fixture).forEach(text -> assertThat(found).as(text).doesNotContain(fixture.word(text)));
    }

    @Test
    void each_writer_opens_what_she_wrote_and_may_close_it_again() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        seat(fixture, newSeat(fixture), "buiten");
        String consents = fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consents");
        Api.as("peer1").post(consents, Map.of("given", true)).is(201);
        String open = everything(fixture, "buiten");
        assertThat(open).contains(fixture.word("question.zwolle"), fixture.word("reflection.zwolle"));
        said(fixture).stream().filter(text -> !text.matches("(question|reflection)\\.zwolle.*")).forEach(text -> assertThat(open).as(text).doesNotContain(fixture.word(text)));
        Api.as("buiten").get(fixture.fill("/contributions/{reflection.hoorn}")).is(404);
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consent"), "given", "false").is(303);
        assertThat(everything(fixture, "buiten")).doesNotContain(fixture.word("question.zwolle"), fixture.word("reflection.zwolle"));
    }

    @Test
    void what_two_colleagues_wrote_together_opens_when_both_agree() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set written_by = ? where id = ?", fixture.id("person.peer1-collega"), fixture.id("reflection.zwolle"));
        }
        seat(fixture, newSeat(fixture), "buiten");
        String consents = fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consents");
        Api.as("peer1").post(consents, Map.of("given", true)).is(201);
        Api.as("buiten").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
        Api.as("peer1-collega").post(consents, Map.of("given", true)).is(201);
        Api.as("buiten").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
    }

    @Test
    void examples_of_two_colleagues_stay_their_own_and_each_opens_with_her_yes() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String recognitions = fixture.fill("/dilemmas/{dilemma}/recognitions");
        Api.as("peer1").post(recognitions, Map.of("example", "Bij ons qzeerst")).is(201);
        Api.as("peer1-collega").post(recognitions, Map.of("example", "Bij ons qzanders")).is(201);
        assertThat(Api.as("peer1").get("/me/export").is(200).body()).contains("qzeerst").doesNotContain("qzanders");
        assertThat(Api.as("peer1-collega").get("/me/export").is(200).body()).contains("qzanders").doesNotContain("qzeerst");
        seat(fixture, newSeat(fixture), "buiten");
        String consents = fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consents");
        Api.as("peer1").post(consents, Map.of("given", true)).is(201);
        assertThat(Api.as("buiten").get(recognitions).is(200).body()).contains("qzeerst").doesNotContain("qzanders");
        Api.as("peer1-collega").post(consents, Map.of("given", true)).is(201);
        assertThat(Api.as("buiten").get(recognitions).is(200).body()).contains("qzeerst", "qzanders");
    }

    @Test
    void a_yes_holds_as_long_as_the_stay_it_was_given_for() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        UUID seat = newSeat(fixture);
        seat(fixture, seat, "buiten");
        Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consents"), Map.of("given", true)).is(201);
        Api.as("buiten").get(fixture.fill("/contributions/{question.zwolle}")).is(200);
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set left_at = now(6) where seat_id = ?", seat);
        }
        seat(fixture, seat, "buiten");
        Api.as("buiten").get(fixture.fill("/contributions/{question.zwolle}")).is(404);
        assertThat(Browserless.as("peer1").get("/").body()).as("asked anew").contains("Mag een nieuwkomer lezen wat u schreef?");
    }

    @Test
    void who_sits_alone_on_the_hosts_seat_hands_it_over_and_the_colleague_is_a_newcomer() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), fixture.id("person.host-bestuur"));
            Api.as("host-bestuur").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 1)).is(201);
            assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("/handover");
            String handover = fixture.fill("/seats/{seat.host}/handover");
            Api.as("host").post(handover, Map.of("email", People.email("peer1"))).is(422);
            Api.as("peer1").post(fixture.fill("/seats/{seat.zwolle}/handover"), Map.of("email", People.email("peer1-collega"))).is(403);
            Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
            Api.as("host").post(handover, Map.of("email", People.email("host-bestuur"))).is(204);
            Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
            assertThat(everything(fixture, "host-bestuur")).contains(fixture.word("dilemma.question")).doesNotContain(fixture.word("reflection.zwolle"), fixture.word("remark.host"));
            assertThat(rows.all("select person_id from seat_person where seat_id = ? and left_at is null", fixture.id("seat.host"))).containsExactly(fixture.id("person.host-bestuur").toString());
        }
    }

    @Test
    void what_is_said_after_one_came_one_reads_like_everyone() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        seat(fixture, newSeat(fixture), "buiten");
        UUID remark = Ids.parse(Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/contributions"), Map.of("kind", "REMARK", "text", "Welkom, we hadden het over uw vraag.")).is(201).at("id")).orElseThrow();
        Api.as("buiten").get("/contributions/" + remark).is(200);
    }

    @Test
    void a_colleague_joins_a_running_dilemma_when_the_host_agrees_and_everyone_is_told() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where person_id = ? and dilemma_id = ?", fixture.id("person.peer1-collega"), fixture.id("dilemma"));
        }
        assertThat(Api.as("peer1").post(fixture.fill("/seats/{seat.zwolle}/people"), Map.of("email", People.email("peer1-collega"))).is(201).json().get("seated").asBoolean()).isFalse();
        assertThat(Api.as("peer1").post(fixture.fill("/seats/{seat.zwolle}/people"), Map.of("email", People.email("peer1-collega"))).is(409).at("type")).endsWith("already-there");
        Api.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        JsonNode waiting = waiting(fixture, "host", "collega");
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/newcomers")).is(200).json().get("waiting")).as("others are not told of a question").isEmpty();
        String answer = "/newcomers/" + waiting.get("id").asText() + "/host-agreements";
        Api.as("peer2").post(answer, Map.of("agreed", true)).is(404);
        Api.as("coordinator").post(answer, Map.of("agreed", true)).is(404);
        Api.as("host").post(answer, Map.of("agreed", true)).is(201);
        Api.as("host").post(answer, Map.of("agreed", true)).is(409);
        assertThat(everything(fixture, "peer1-collega")).contains(fixture.word("dilemma.question")).doesNotContain(fixture.word("question.zwolle"), fixture.word("reflection.zwolle"), fixture.word("mirror.zwolle"));
        assertThat(Browserless.as("peer1").get("/").body()).contains("Mag een nieuwkomer lezen wat u schreef?");
        Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/newcomers/{person.peer1-collega}/consents"), Map.of("given", true)).is(201);
        assertThat(everything(fixture, "peer1-collega")).contains(fixture.word("reflection.zwolle"), fixture.word("mirror.zwolle")).doesNotContain(fixture.word("reflection.hoorn"));
        try (Rows rows = Rows.open()) {
            String told = rows.one("select group_concat(recipient) from mail where unique_key like ?", "newcomer." + fixture.id("dilemma") + "." + fixture.id("person.peer1-collega") + ".%");
            assertThat(told).contains(People.email("host"), People.email("peer2"), People.email("peer1"), People.email("facilitator")).doesNotContain(People.email("peer1-collega"));
        }
    }

    @Test
    void who_names_a_colleague_may_open_own_texts_at_once_and_the_hosts_own_colleague_waits_for_nobody() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where person_id = ? and dilemma_id = ?", fixture.id("person.host-bestuur"), fixture.id("dilemma"));
            rows.insert("house_rules_acceptance", "person_id", fixture.id("person.host-bestuur"), "programme_id", fixture.id("programme"), "version", 1, "accepted_at", Instant.now());
        }
        assertThat(Api.as("host").post(fixture.fill("/seats/{seat.host}/people"), Map.of("email", People.email("host-bestuur"), "opensOwn", true)).is(201).json().get("seated").asBoolean()).isTrue();
        assertThat(everything(fixture, "host-bestuur")).contains(fixture.word("answer"), fixture.word("remark.host")).doesNotContain(fixture.word("reflection.zwolle"), fixture.word("question.leeuwarden"));
    }

    @Test
    void who_is_erased_at_that_very_moment_comes_to_no_seat() throws Exception {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String answer = fixture.fill("/newcomers/{newcomer}/host-agreements");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> agreed;
            try (Rows erasure = Rows.open().together()) {
                erasure.change("update person set erased_at = now(6) where id = ?", fixture.id("person.named"));
                agreed = threads.submit(() -> Api.as("host").post(answer, Map.of("agreed", true)));
                assertThatThrownBy(() -> agreed.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            }
            assertThat(agreed.get().is(422).json().findValuesAsText("field")).containsExactly("agreed");
        }
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from seat_person where person_id = ?", fixture.id("person.named"))).isEqualTo("0");
        }
    }

    @Test
    void the_host_need_not_agree() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where person_id = ? and dilemma_id = ?", fixture.id("person.peer1-collega"), fixture.id("dilemma"));
        }
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/seats/{seat.zwolle}/people"), "email", People.email("peer1-collega")).is(303);
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/newcomers/") + waiting(fixture, "host", "collega").get("id").asText() + "/agreement", "agreed", "false").is(303);
        Api.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
    }

    @Test
    void a_reflection_whose_writer_left_stays_hers_and_gives_way_to_a_new_one() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        seat(fixture, fixture.id("seat.leeuwarden"), "buiten");
        Map<String, Object> mine = Map.of("kind", "REFLECTION", "text", "Bij ons begon het met een gesprek.");
        assertThat(Api.as("buiten").post(fixture.fill("/dilemmas/{dilemma}/contributions"), mine).is(409).at("type")).endsWith("colleague-began");
        assertThat(Browserless.as("buiten").get(fixture.fill("/dilemmas/{dilemma}/reflection")).is(409).body()).contains("Vraag of uw collega de tekst voor u opent");
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}/people/{person.peer2}")).is(204);
        Api.as("buiten").post(fixture.fill("/dilemmas/{dilemma}/contributions"), mine).is(201);
        assertThat(Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).is(200).body()).contains(fixture.word("reflection.leeuwarden"));
        Api.as("buiten").get(fixture.fill("/contributions/{reflection.leeuwarden}")).is(404);
    }

    @Test
    void a_seat_that_was_left_is_filled_again_with_the_hosts_yes() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String seat = Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", "GM0114")).is(201).at("id");
        Api.as("buiten").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        Api.as("host").post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(201);
        assertThat(Api.as("buiten").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.title")).doesNotContain(fixture.word("dilemma.question"));
        Api.as("buiten").post("/seats/" + seat + "/answers", Map.of("accepted", true)).is(201);
        String found = everything(fixture, "buiten");
        assertThat(found).contains(fixture.word("dilemma.question"));
        said(fixture).forEach(text -> assertThat(found).as(text).doesNotContain(fixture.word(text)));
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from mail where unique_key like ?", "newcomer." + fixture.id("dilemma") + "." + fixture.id("person.buiten") + ".%")).isNotEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"HARVESTING", "FOLLOW_UP"})
    void after_the_session_a_colleague_takes_over_a_peers_seat_that_was_left_with_the_hosts_yes(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        String people = fixture.fill("/seats/{seat.left}/people");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("De plaats van Gouda is leeg", people);
        assertThat(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", "GM0513")).is(409).at("type")).endsWith("no-new-seats");
        Api.as("coordinator").post(people, Map.of("email", People.email("peer1"))).is(422);
        Map<String, Object> gouda = Map.of("email", email(fixture, "gouda"));
        assertThat(Api.as("coordinator").post(people, gouda).is(201).json().get("seated").asBoolean()).isFalse();
        Api.as("coordinator").post(people, gouda).is(409);
        assertThat(Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}/newcomers")).is(200).json().get("waiting").findValuesAsText("name")).as("who asked sees that it waits").anyMatch(name -> name.contains(fixture.word("name.gouda")));
        Api.as("host").post("/newcomers/" + waiting(fixture, "host", fixture.word("name.gouda").toLowerCase()).get("id").asText() + "/host-agreements", Map.of("agreed", true)).is(201);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select status from seat where id = ?", fixture.id("seat.left"))).isEqualTo("ACCEPTED");
            assertThat(rows.all("select person_id from seat_person where seat_id = ? and left_at is null", fixture.id("seat.left"))).containsExactly(fixture.id("person.gouda").toString());
            assertThat(rows.one("select count(*) from mail where unique_key like ?", "newcomer." + fixture.id("dilemma") + "." + fixture.id("person.gouda") + ".%")).isNotEqualTo("0");
        }
    }

    @Test
    void a_peer_who_sat_alone_may_leave_before_the_host_answers_about_the_colleague_after_the_session() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where dilemma_id = ? and person_id in (?, ?)", fixture.id("dilemma"), fixture.id("person.peer1-collega"), fixture.id("person.named"));
            Api.as("peer1").post(fixture.fill("/seats/{seat.zwolle}/people"), Map.of("email", People.email("peer1-collega"))).is(201);
            Api.as("peer1").delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1}")).is(204);
            Api.as("host").post("/newcomers/" + waiting(fixture, "host", "collega").get("id").asText() + "/host-agreements", Map.of("agreed", true)).is(201);
            assertThat(everything(fixture, "peer1-collega")).contains(fixture.word("dilemma.question")).doesNotContain(fixture.word("reflection.zwolle"), fixture.word("mirror.zwolle"));
        }
    }

    @Test
    void a_seat_that_was_left_before_the_session_is_not_taken_over_but_asked_about_anew() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Map<String, Object> gouda = Map.of("email", email(fixture, "gouda"));
        assertThat(Api.as("coordinator").post(fixture.fill("/seats/{seat.left}/people"), gouda).is(409).at("type")).endsWith("propose-again");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain("De plaats van Gouda is leeg");
    }

    private static String email(Fixture fixture, String who) {
        try (Rows rows = Rows.open()) {
            return rows.one("select email from person where id = ?", fixture.id("person." + who));
        }
    }

    @Test
    void an_invitation_nobody_answered_lapses_when_the_dilemma_begins_to_run() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        try (Rows rows = Rows.open()) {
            rows.change("update round set phase = 'RUNNING' where id = ?", fixture.id("round"));
        }
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase-changes"), Map.of("to", "CLARIFYING")).is(201);
        Api.as("peer3").post(fixture.fill("/seats/{seat.venlo}/answers"), Map.of("accepted", true)).is(404);
        Api.as("peer3").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
    }

    @Test
    void the_coordinator_fills_a_hosts_seat_where_nobody_sits_any_more() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String people = fixture.fill("/seats/{seat.host}/people");
        Api.as("coordinator").post(people, Map.of("email", People.email("host"))).is(403);
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set left_at = seated_at where seat_id = ?", fixture.id("seat.host"));
        }
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("zit niemand meer");
        Api.as("coordinator").post(people, Map.of("email", People.email("peer1"))).is(422);
        Api.as("coordinator").post(people, Map.of("email", People.email("host"))).is(201);
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
    }

    private static List<String> said(Fixture fixture) {
        return fixture.words().keySet().stream().filter(text -> SAID.stream().anyMatch(text::startsWith)).toList();
    }

    private static JsonNode waiting(Fixture fixture, String user, String name) {
        for (JsonNode one : Api.as(user).get(fixture.fill("/dilemmas/{dilemma}/newcomers")).is(200).json().get("waiting")) {
            if (one.get("name").asText().toLowerCase().contains(name)) {
                return one;
            }
        }
        throw new AssertionError("nobody waits");
    }

    private static UUID newSeat(Fixture fixture) {
        UUID seat = Ids.next();
        try (Rows rows = Rows.open()) {
            rows.insert("seat", "id", seat, "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "municipality_code", "GM0114", "status", "ACCEPTED", "accepted_at", Instant.now(), "version", 0);
        }
        return seat;
    }

    /** After all that the fixture has said. */
    private static void seat(Fixture fixture, UUID seat, String user) {
        try (Rows rows = Rows.open()) {
            rows.insert("seat_person", "seat_id", seat, "person_id", fixture.id("person." + user), "dilemma_id", fixture.id("dilemma"),
                    "kind", rows.one("select kind from seat where id = ?", seat), "seated_at", Instant.now().plusMillis(2));
        }
    }

    /** All that someone can fetch of a dilemma, by page and by API, one by one too. */
    private static String everything(Fixture fixture, String user) {
        StringBuilder found = new StringBuilder();
        for (String path : List.of("/dilemmas/{dilemma}", "/dilemmas/{dilemma}/harvest", "/dilemmas/{dilemma}/reflection", "/texts", "/")) {
            found.append(Browserless.as(user).get(fixture.fill(path)).body());
        }
        for (String path : List.of("/dilemmas/{dilemma}/contributions", "/dilemmas/{dilemma}/recognitions", "/dilemmas/{dilemma}", "/observations?dilemmaId={dilemma}&limit=100", "/observations?limit=100",
                "/me/contributions", "/patterns?programmeId={programme}", "/lessons?programmeId={programme}", "/dilemmas/{dilemma}/newcomers")) {
            found.append(Api.as(user).get(fixture.fill(path)).body());
        }
        fixture.names().stream().filter(name -> name.matches("(question|reflection|remark|answer)(\\..*)?")).forEach(name -> found.append(Api.as(user).get(fixture.fill("/contributions/{" + name + "}")).body())
                .append(Api.as(user).get(fixture.fill("/contributions/{" + name + "}/mirror")).body()));
        return found.toString();
    }
}
