// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A round in preparation gets another name or first day, or goes. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ChangeRoundTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    @Inject
    AdjustableClock clock;
    private final Api coordinator = Api.as("coordinator");
    private Fixture fixture;
    private String round;

    @BeforeEach
    void aRoundInPreparation() {
        clock.setTo(NOW);
        fixture = Fixture.in(Phase.DRAFT, NOW);
        round = "/rounds/" + coordinator.post(fixture.fill("/programmes/{programme}/rounds"), Map.of("title", "Voorjaar", "methodKey", "compact", "opensOn", "2027-01-11")).is(201).id();
    }

    @AfterEach
    void today() {
        clock.free();
    }

    @Test
    void with_another_first_day_every_date_moves_along_also_those_set_by_hand() {
        Answer made = coordinator.get(round).is(200);
        assertThat(days(made)).startsWith("2027-01-18", "2027-01-21");
        Answer changed = coordinator.put(round, Map.of("title", "Zomer", "opensOn", "2027-02-01"), "If-Match", made.etag()).is(200);
        assertThat(changed.at("title")).isEqualTo("Zomer");
        assertThat(changed.at("opensOn")).isEqualTo("2027-02-01");
        assertThat(days(changed)).startsWith("2027-02-08", "2027-02-11");
        assertThat(changed.etag()).isNotEqualTo(made.etag());
        // What it answered is taken back as it is.
        assertThat(days(coordinator.put(round, changed.json(), "If-Match", changed.etag()).is(200))).isEqualTo(days(changed));
        assertThat(coordinator.get(fixture.fill("/programmes/{programme}/audit-events")).is(200).items().findValuesAsText("kind")).contains("ROUND_CHANGED");
    }

    @Test
    void a_stage_that_was_closed_sooner_than_planned_shows_the_day_on_which_it_was() {
        Instant started = NOW.plus(Duration.ofDays(2));
        try (Rows rows = Rows.open()) {
            rows.insert("round_move", "id", Ids.next(), "round_id", Ids.parse(round.substring(8)).orElseThrow(), "from_phase", "CALL", "to_phase", "MATCHING", "moved_at", NOW.plus(Duration.ofDays(1)));
            rows.insert("round_move", "id", Ids.next(), "round_id", Ids.parse(round.substring(8)).orElseThrow(), "from_phase", "MATCHING", "to_phase", "RUNNING", "moved_at", started);
            rows.change("update round set phase = 'RUNNING' where id = ?", Ids.parse(round.substring(8)).orElseThrow());
        }
        assertThat(Browserless.as("coordinator").get(round).is(200).body()).contains("gesloten op 24 november 2026", "gesloten op 25 november 2026").doesNotContain("2027-01-18", "2027-01-21");
        assertThat(Browserless.as("coordinator").get(round + "/timetable").is(200).body()).contains("Gesloten op ", "value=\"2027-01-21\"");
        assertThat(OffsetDateTime.parse(coordinator.get(round).is(200).at("matchingClosedAt")).toInstant()).isEqualTo(started);
    }

    @Test
    void a_new_round_is_offered_the_first_working_day_to_begin_on() {
        clock.setTo(Instant.parse("2026-11-28T09:00:00Z"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/rounds/new")).is(200).body()).contains("value=\"2026-11-30\"").doesNotContain("value=\"2026-11-28\"");
    }

    @Test
    void what_is_no_name_or_no_day_to_come_is_refused_at_its_field_and_stays_as_typed() {
        String etag = coordinator.get(round).etag();
        coordinator.put(round, Map.of("title", "Zomer", "opensOn", "2027-02-01")).is(428);
        coordinator.put(round, Map.of("title", "Zomer", "opensOn", "2027-02-01"), "If-Match", "\"99\"").is(412);
        for (Map<String, String> wrong : List.of(Map.of("title", " ", "opensOn", "2027-02-01"), Map.of("title", "Zomer", "opensOn", "2026-11-20"), Map.of("title", "Zomer", "opensOn", "2099-01-01"), Map.of("title", "Zomer"))) {
            coordinator.put(round, wrong, "If-Match", etag).is(422);
        }
        String again = Browserless.as("coordinator").post(round + "/edit", "version", etag.replace("\"", ""), "title", "Zomer", "opensOn", "2026-11-20").is(422).body();
        assertThat(again).contains("id=\"f-opensOn-error\"", "value=\"Zomer\"", "value=\"2026-11-20\"");
        assertThat(coordinator.get(round).at("title")).isEqualTo("Voorjaar");
    }

    @Test
    void its_name_may_change_when_its_day_has_passed() {
        clock.setTo(Instant.parse("2027-01-13T09:00:00Z"));
        Browserless.as("coordinator").post(round + "/edit", "version", coordinator.get(round).etag().replace("\"", ""), "title", "Zomer", "opensOn", "2027-01-11").is(303);
        assertThat(coordinator.get(round).at("title")).isEqualTo("Zomer");
    }

    @Test
    void it_goes_after_one_was_asked_and_the_log_tells_that() {
        String page = Browserless.as("coordinator").get(round).is(200).body();
        assertThat(page).contains("<summary>Haal deze ronde weg</summary>", "action=\"" + round + "/removal\"", "href=\"" + round + "/edit\"");
        Answer gone = Browserless.as("coordinator").post(round + "/removal").is(303);
        assertThat(gone.header("Location")).contains(fixture.fill("/programmes/{programme}?done=round-removed"));
        coordinator.get(round).is(404);
        assertThat(coordinator.get(fixture.fill("/programmes/{programme}/audit-events")).is(200).items().findValuesAsText("kind")).contains("ROUND_REMOVED");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/audit")).is(200).body()).contains("Ronde weggehaald").doesNotContain(round + "\"");
    }

    @Test
    void nobody_but_its_coordinator_changes_or_removes_it_and_not_once_its_call_is_open() {
        for (String other : List.of("host", "peer1", "facilitator")) {
            Api.as(other).put(round, Map.of("title", "Zomer", "opensOn", "2027-02-01"), "If-Match", "\"0\"").is(403);
            Api.as(other).delete(round).is(403);
            Browserless.as(other).get(round + "/edit").is(403);
            Browserless.as(other).post(round + "/removal").is(403);
            assertThat(Browserless.as(other).get(round).is(200).body()).doesNotContain("/removal", round + "/edit");
        }
        Api.as("vreemd").delete(round).is(404);
        Browserless.as("vreemd").get(round + "/edit").is(404);
        coordinator.post(round + "/phase-changes", Map.of("to", "CALL")).is(201);
        coordinator.put(round, Map.of("title", "Zomer", "opensOn", "2027-02-01"), "If-Match", coordinator.get(round).etag()).is(409);
        coordinator.delete(round).is(409);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select title from round where id = ?", round.substring("/rounds/".length()))).isEqualTo("Voorjaar");
        }
    }

    private static List<String> days(Answer round) {
        return round.json().get("timetable").findValuesAsText("endsAt").stream().map(Instant::parse).map(WorkingDays::dayOf).map(LocalDate::toString).toList();
    }
}
