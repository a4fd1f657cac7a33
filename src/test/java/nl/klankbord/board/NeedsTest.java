// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds a round or a dilemma is named to its coordinator, in her work and on the board, and leads to where it is solved. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class NeedsTest {
    @Inject
    AdjustableClock clock;
    private Rows rows;

    @BeforeEach
    void nothingElseWaits() {
        rows = Rows.open();
        rows.change("update dilemma set phase = 'CLOSED', ends_at = null where phase not in ('CLOSED', 'WITHDRAWN')");
        rows.change("update round set phase = 'CLOSED'");
    }

    @AfterEach
    void today() {
        clock.free();
        rows.close();
    }

    @Test
    void a_dilemma_left_behind_in_a_running_round_is_started_by_its_coordinator() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        rows.change("update round set phase = 'RUNNING' where id = ?", fixture.id("round"));
        named(fixture, "start-dilemma", "/dilemmas/{dilemma}#move", "Start het verhelderen bij dit dilemma");
        assertThat(dilemmaPage(fixture)).contains("id=\"move\"");
    }

    @Test
    void a_dilemma_left_behind_without_peers_asks_for_them_and_is_not_to_be_started() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        rows.change("update round set phase = 'RUNNING' where id = ?", fixture.id("round"));
        rows.change("update seat set status = 'DECLINED' where dilemma_id = ? and kind = 'PEER'", fixture.id("dilemma"));
        named(fixture, "find-peers", "/dilemmas/{dilemma}#seats", "Zoek meedenkers bij dit dilemma");
        assertThat(asked(fixture)).doesNotContain("start-dilemma");
    }

    @Test
    void when_fewer_than_the_minimum_are_left_a_substitute_is_asked_for_and_the_first_is_named_where_it_is_proposed() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        assertThat(asked(fixture)).doesNotContain("find-substitute");
        rows.change("update seat set status = 'LEFT' where id in (?, ?)", fixture.id("seat.leeuwarden"), fixture.id("seat.hoorn"));
        named(fixture, "find-substitute", "/dilemmas/{dilemma}#propose", "Zoek een vervanger");
        assertThat(dilemmaPage(fixture)).contains("id=\"propose\"", "Vraag als eerste ");
        // Somebody who may still come is not looked for twice.
        rows.change("update seat set status = 'INVITED' where id = ?", fixture.id("seat.venlo"));
        assertThat(asked(fixture)).doesNotContain("find-substitute");
        rows.change("update seat set status = 'CONFLICT' where id = ?", fixture.id("seat.venlo"));
        assertThat(asked(fixture)).contains("find-substitute");
    }

    @Test
    void who_left_after_the_start_is_named_also_when_enough_are_left() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        assertThat(line(fixture).get("left")).extracting(JsonNode::asText).containsExactly("Gouda");
        assertThat(board(fixture)).contains("Vertrokken: Gouda.", fixture.fill("href=\"/dilemmas/{dilemma}#propose\""));
    }

    @Test
    void an_empty_seat_of_the_host_is_filled_by_the_coordinator() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        assertThat(asked(fixture)).doesNotContain("fill-host-seat");
        rows.change("update seat_person set left_at = ? where seat_id = ?", Instant.now(), fixture.id("seat.host"));
        named(fixture, "fill-host-seat", "/dilemmas/{dilemma}#fill-host", "Niemand zit meer voor de inbrenger aan tafel");
        assertThat(dilemmaPage(fixture)).contains("id=\"fill-host\"");
    }

    @Test
    void too_few_reflections_after_the_one_wait_ask_for_one_of_three_choices() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update seat set reflection_submitted_at = null where dilemma_id = ?", fixture.id("dilemma"));
        clock.setTo(Instant.now().plus(30, ChronoUnit.DAYS));
        assertThat(asked(fixture)).as("it has not waited yet").doesNotContain("decide-quorum");
        rows.change("update dilemma set waited_for_quorum = true where id = ?", fixture.id("dilemma"));
        named(fixture, "decide-quorum", "/dilemmas/{dilemma}#quorum", "Te weinig reflecties. Kies: wachten, een nieuwe datum of stoppen");
        String page = dilemmaPage(fixture);
        String card = page.substring(page.indexOf("id=\"quorum\""), page.indexOf("</section>", page.indexOf("id=\"quorum\"")));
        assertThat(card).contains(fixture.fill("action=\"/dilemmas/{dilemma}/pause\""), fixture.fill("action=\"/dilemmas/{dilemma}/extension\""), fixture.fill("action=\"/dilemmas/{dilemma}/withdrawal\""),
                "er gebeurt niets vanzelf");
        for (String other : List.of("host", "peer1", "facilitator")) {
            assertThat(Browserless.as(other).get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain("id=\"quorum\"");
        }
        assertThat(Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/extension"), "until", "ooit").is(422).body()).contains("value=\"ooit\"", "id=\"f-until-error\"").containsOnlyOnce("id=\"f-until\"");
        assertThat(Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/phase"), "to", "SESSION").is(409).body()).contains("href=\"#quorum\"");
        Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/pause")).is(303);
        assertThat(asked(fixture)).as("she chose to wait").doesNotContain("decide-quorum");
    }

    @Test
    void a_round_that_is_held_past_its_date_says_by_what() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        rows.change("update seat set status = 'DECLINED' where dilemma_id = ? and kind in ('PEER', 'GUEST')", fixture.id("dilemma"));
        assertThat(rounds(fixture)).isEmpty();
        clock.setTo(Instant.now().plus(30, ChronoUnit.DAYS));
        namedOfRound(fixture, "round-lacks-peers", "/rounds/{round}/matching", "Er zijn te weinig meedenkers");
        rows.change("update dilemma set phase = 'SUBMITTED' where id = ?", fixture.id("dilemma"));
        namedOfRound(fixture, "round-lacks-dilemma", "/rounds/{round}#dilemmas", "Neem een dilemma aan");
    }

    @Test
    void a_round_for_which_nothing_was_submitted_says_so_at_once_and_is_removed_when_its_concepts_are_gone() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        rows.change("update dilemma set phase = 'DRAFT' where round_id = ?", fixture.id("round"));
        namedOfRound(fixture, "round-is-empty", "/rounds/{round}#next", "Er is geen dilemma ingediend");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).body()).contains("doet mee aan de volgende oproep", fixture.fill("href=\"/programmes/{programme}/rounds/new\""));
        assertThat(Api.as("coordinator").delete(fixture.fill("/rounds/{round}")).is(409).at("type")).endsWith("round-in-use");
        String next = Api.as("coordinator").post(fixture.fill("/programmes/{programme}/rounds"), Map.of("title", "Voorjaar", "methodKey", "compact", "opensOn", WorkingDays.dayOf(clock.instant()).toString())).is(201).id();
        Api.as("coordinator").post("/rounds/" + next + "/phase-changes", Map.of("to", "CALL")).is(201);
        Api.as("coordinator").delete(fixture.fill("/rounds/{round}")).is(204);
        Api.as("coordinator").get(fixture.fill("/rounds/{round}")).is(404);
    }

    @Test
    void a_round_in_preparation_asks_to_open_its_call_from_its_day_on() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        rows.change("update round set phase = 'DRAFT' where id = ?", fixture.id("round"));
        namedOfRound(fixture, "open-call", "/rounds/{round}#next", "Open de oproep van deze ronde");
        rows.change("update round set opens_on = opens_on + interval 90 day where id = ?", fixture.id("round"));
        assertThat(rounds(fixture)).isEmpty();
    }

    @Test
    void a_need_on_the_page_of_a_round_leads_to_the_part_where_it_is_solved() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        rows.change("update seat set status = 'DECLINED' where dilemma_id = ? and kind in ('PEER', 'GUEST')", fixture.id("dilemma"));
        assertThat(blocked(fixture)).contains(fixture.fill("href=\"/dilemmas/{dilemma}#seats\""));
        rows.change("update dilemma set phase = 'SUBMITTED' where id = ?", fixture.id("dilemma"));
        assertThat(blocked(fixture)).contains(fixture.fill("href=\"/dilemmas/{dilemma}#accept\""));
        assertThat(dilemmaPage(fixture)).contains("id=\"accept\"");
        rows.change("update dilemma set phase = 'DRAFT' where id = ?", fixture.id("dilemma"));
        assertThat(blocked(fixture)).contains("Er is in deze ronde geen dilemma ingediend.");
    }

    @Test
    void who_is_no_coordinator_there_or_sat_at_the_table_is_told_of_none_of_it() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        rows.change("update seat set status = 'LEFT' where dilemma_id = ? and kind in ('PEER', 'GUEST')", fixture.id("dilemma"));
        assertThat(asked(fixture)).contains("find-substitute");
        assertThat(Browserless.as("peer1").get("/").is(200).body()).doesNotContain("#propose");
        rows.insert("seat_person", "seat_id", fixture.id("seat.hoorn"), "person_id", fixture.id("person.coordinator"), "dilemma_id", fixture.id("dilemma"), "kind", "PEER",
                "seated_at", Instant.now(), "left_at", Instant.now());
        assertThat(Browserless.as("coordinator").get("/").is(200).body()).doesNotContain("#propose");
        assertThat(board(fixture)).doesNotContain("#propose");
    }

    @Test
    void where_a_date_has_passed_the_coordinator_moves_it_from_the_board_and_from_the_round() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String dates = fixture.fill("href=\"/dilemmas/{dilemma}#dates\"");
        rows.change("update dilemma set ends_at = ? where id = ?", Instant.now().minusSeconds(60), fixture.id("dilemma"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).body()).contains(dates, "Verzet de datum");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).body()).contains(dates, "Deze fase liep tot");
        assertThat(Browserless.as("host").get(fixture.fill("/rounds/{round}")).is(200).body()).contains("Deze fase liep tot").doesNotContain(dates);
        rows.change("update dilemma set paused_at = ? where id = ?", Instant.now(), fixture.id("dilemma"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).body()).as("a paused one goes on first").doesNotContain(dates);
    }

    private void named(Fixture fixture, String what, String path, String words) {
        assertThat(asked(fixture)).contains(what);
        assertThat(board(fixture)).contains("href=\"" + fixture.fill(path) + "\"");
        assertThat(Browserless.as("coordinator").get("/").is(200).body()).contains("<a href=\"" + fixture.fill(path) + "\">" + words);
    }

    private void namedOfRound(Fixture fixture, String what, String path, String words) {
        assertThat(rounds(fixture)).containsExactly(what);
        assertThat(board(fixture)).contains("href=\"" + fixture.fill(path) + "\"", words);
        assertThat(Browserless.as("coordinator").get("/").is(200).body()).contains("<a href=\"" + fixture.fill(path) + "\">");
    }

    private static List<String> asked(Fixture fixture) {
        return line(fixture).get("waitingFor").findValuesAsText("what");
    }

    private static JsonNode line(Fixture fixture) {
        JsonNode lines = Api.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).items();
        return StreamSupport.stream(lines.spliterator(), false).filter(line -> line.get("dilemmaId").asText().equals(fixture.id("dilemma").toString())).findFirst().orElseThrow();
    }

    private static List<String> rounds(Fixture fixture) {
        return Api.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).json().get("rounds").findValuesAsText("what");
    }

    private static String board(Fixture fixture) {
        return Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).body();
    }

    private static String blocked(Fixture fixture) {
        return Browserless.as("coordinator").post(fixture.fill("/rounds/{round}/phase"), "to", "RUNNING").is(409).body();
    }

    private static String dilemmaPage(Fixture fixture) {
        return Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body();
    }
}
