// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.FixtureMatching;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** The page of a round, while peers are chosen. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class StartNeedsTest {

    @Test
    void its_coordinator_reads_how_many_said_yes_and_who_did_not_answer_and_nobody_else_does() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String round = fixture.fill("/rounds/{round}");
        JsonNode need = Api.as("coordinator").get(round).is(200).json().at("/startNeeds/0");
        assertThat(need.get("dilemmaId").asText()).isEqualTo(fixture.id("dilemma").toString());
        assertThat(List.of(need.get("yes").asInt(), need.get("minimum").asInt())).containsExactly(4, 3);
        assertThat(need.get("unanswered").toString() + need.get("atHost")).isEqualTo("[\"Venlo\"][\"Breda\"]");
        for (String user : List.of("host", "peer1", "buiten")) {
            assertThat(Api.as(user).get(round).is(200).json().get("startNeeds")).as(user).isEmpty();
            assertThat(Browserless.as(user).get(round).is(200).body()).as(user).doesNotContain("zeiden ja");
        }
        Browserless coordinator = Browserless.as("coordinator");
        assertThat(coordinator.get(round).is(200).body()).contains("Genoeg: 4 meedenkers zeiden ja.");
        try (Rows rows = Rows.open()) {
            rows.change("update seat set status = 'DECLINED' where id in (?, ?)", fixture.id("seat.zwolle"), fixture.id("seat.guest"));
        }
        assertThat(coordinator.get(round).is(200).body()).contains("Toegezegd: 2 van 3 nodige meedenkers.", "Nog geen antwoord: Venlo.", "Wacht op de inbrenger: Breda.");
    }

    @Test
    void what_stops_a_round_names_per_dilemma_who_has_still_to_answer_with_a_reminder_and_asks_to_find_peers_only_where_too_few_were_asked() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        try (Rows rows = Rows.open()) {
            rows.change("update seat set status = 'DECLINED' where id in (?, ?)", fixture.id("seat.zwolle"), fixture.id("seat.guest"));
            assertThat(stopped(fixture)).contains("Wacht op antwoord van Venlo.", "Wacht op de inbrenger (Delft)", "name=\"what\" value=\"answer-invitation\"", "name=\"what\" value=\"agree-to-seats\"")
                    .doesNotContain("Zoek meedenkers", "Er zijn nog niet genoeg gemeenten");
            Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), "what", "agree-to-seats", "round", fixture.id("round").toString()).is(303);
            assertThat(stopped(fixture)).contains("Vandaag herinnerd.", "name=\"what\" value=\"answer-invitation\"").doesNotContain("name=\"what\" value=\"agree-to-seats\"");
            rows.change("update seat set status = 'DECLINED' where dilemma_id = ? and kind = 'PEER' and status = 'ACCEPTED'", fixture.id("dilemma"));
            assertThat(stopped(fixture)).contains("Wacht op antwoord van Venlo.", fixture.fill("href=\"/dilemmas/{dilemma}#seats\">Zoek meedenkers"));
        }
    }

    @Test
    void a_step_of_a_round_before_its_date_or_with_dilemmas_not_accepted_is_asked_about_once_on_the_page_and_not_by_the_api() {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        Browserless coordinator = Browserless.as("coordinator");
        String phase = fixture.fill("/rounds/{round}/phase");
        assertThat(coordinator.post(phase, "to", "MATCHING").is(422).body()).contains("De oproep loopt nog tot ", "Eén dilemma is nog niet aangenomen. Toch nu sluiten?", "name=\"anyway\"");
        assertThat(phaseOf(fixture)).isEqualTo("CALL");
        try (Rows rows = Rows.open()) {
            rows.change("update round_deadline set ends_at = utc_timestamp() - interval 1 hour where round_id = ? and stage = 'CALL'", fixture.id("round"));
            assertThat(coordinator.post(phase, "to", "MATCHING").is(422).body()).contains("Eén dilemma is nog niet aangenomen.").doesNotContain("De oproep loopt nog tot ");
            Browserless.as("peer1").post(phase, "to", "MATCHING").is(403);
            coordinator.post(phase, "to", "MATCHING", "anyway", "true").is(303);
            assertThat(phaseOf(fixture)).isEqualTo("MATCHING");
            rows.change("update round set phase = 'CALL' where id = ?", fixture.id("round"));
        }
        Api.as("coordinator").post(fixture.fill("/rounds/{round}/phase-changes"), Map.of("to", "MATCHING")).is(201);
    }

    @Test
    void a_step_that_comes_in_time_and_leaves_nothing_unread_is_made_at_once() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String phase = fixture.fill("/rounds/{round}/phase");
        assertThat(Browserless.as("coordinator").post(phase, "to", "RUNNING").is(422).body()).contains("Voor het kiezen van meedenkers is nog tijd tot ", "Toch nu starten?").doesNotContain("nog niet aangenomen");
        try (Rows rows = Rows.open()) {
            rows.change("update round_deadline set ends_at = utc_timestamp() - interval 1 hour where round_id = ? and stage = 'MATCHING'", fixture.id("round"));
        }
        Browserless.as("coordinator").post(phase, "to", "RUNNING").is(303);
        assertThat(phaseOf(fixture)).isEqualTo("RUNNING");
    }

    private static String phaseOf(Fixture fixture) {
        return Api.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).at("phase");
    }

    private static String stopped(Fixture fixture) {
        String page = Browserless.as("coordinator").post(fixture.fill("/rounds/{round}/phase"), "to", "RUNNING").is(409).body();
        return page.substring(page.indexOf("role=\"alert\""), page.indexOf("id=\"course\""));
    }

    @Test
    void a_dilemma_with_a_full_circle_waits_for_its_round_to_start_and_offers_no_phase_before_that() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String dilemma = fixture.fill("/dilemmas/{dilemma}"), toRound = fixture.fill("href=\"/rounds/{round}#next\"");
        Browserless coordinator = Browserless.as("coordinator");
        assertThat(coordinator.get(dilemma).is(200).body()).contains("De kring is rond.", toRound).doesNotContain("Door naar: Verhelderen", "href=\"#seats\">Zoek meedenkers");
        assertThat(Browserless.as("peer1").get(dilemma).is(200).body()).doesNotContain("De kring is rond.");
        try (Rows rows = Rows.open()) {
            rows.change("update round set phase = 'RUNNING' where id = ?", fixture.id("round"));
            assertThat(coordinator.get(dilemma).is(200).body()).contains("Door naar: Verhelderen").doesNotContain("De kring is rond.");
            rows.change("update round set phase = 'MATCHING' where id = ?", fixture.id("round"));
            rows.change("update seat set status = 'DECLINED' where id in (?, ?)", fixture.id("seat.zwolle"), fixture.id("seat.guest"));
            assertThat(coordinator.get(dilemma).is(200).body()).contains("href=\"#seats\">Zoek meedenkers").doesNotContain("De kring is rond.", "Door naar: Verhelderen");
        }
    }

    @Test
    void who_accepted_a_dilemma_is_led_to_the_next_one_that_was_submitted_and_nobody_else_reads_of_it() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String dilemma = fixture.fill("/dilemmas/{dilemma}");
        Browserless coordinator = Browserless.as("coordinator");
        assertThat(coordinator.get(dilemma).is(200).body()).doesNotContain("Volgende:");
        UUID other = FixtureMatching.another(fixture, "GM0193", "Wie betaalt de buurtbus?"), running = FixtureMatching.another(fixture, "GM0193", "Een ander");
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set phase = 'SUBMITTED' where id = ?", other);
        }
        assertThat(coordinator.get(dilemma).is(200).body()).contains("<a href=\"/dilemmas/" + other + "\">Volgende: Wie betaalt de buurtbus? (nog 1)</a>").doesNotContain(running.toString());
        for (String user : List.of("host", "peer1", "facilitator")) {
            assertThat(Browserless.as(user).get(dilemma).is(200).body()).as(user).doesNotContain("Volgende:", "Wie betaalt de buurtbus?");
        }
    }

    @Test
    void the_form_for_a_later_end_says_when_it_is_now_and_proposes_a_working_day_a_week_on() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Instant endsAt = Instant.parse(Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).at("endsAt"));
        LocalDate proposed = new WorkingDays().plus(WorkingDays.dayOf(endsAt).plusWeeks(1), 0);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).containsPattern("name=\"until\" value=\"" + proposed + "\"").contains("Nu: ");
        Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/extension"), "until", proposed.toString()).is(303);
    }

    @Test
    void a_concept_that_was_not_submitted_in_time_is_a_number_and_no_card() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).body()).contains("Eén concept is niet op tijd ingediend.").doesNotContain("concept begonnen");
    }

    @Test
    void only_of_a_seat_that_is_taken_is_told_whether_it_has_begun() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        for (JsonNode seat : Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).json().get("seats")) {
            boolean writes = List.of("PEER", "GUEST").contains(seat.get("kind").asText()) && seat.get("status").asText().equals("ACCEPTED");
            assertThat(seat.hasNonNull("progress")).as(seat.toString()).isEqualTo(writes);
        }
    }
}
