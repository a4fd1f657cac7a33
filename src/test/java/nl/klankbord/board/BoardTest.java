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
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a coordinator sees of all rounds at once, whom she reminds, and what rounds ask of people. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class BoardTest {
    @Inject
    AdjustableClock clock;
    private Rows rows;

    @BeforeEach
    void open() {
        rows = Rows.open();
        // Once a day, whatever an earlier test reminded of.
        rows.change("delete from mail where unique_key like 'reminder.%'");
    }

    @AfterEach
    void today() {
        clock.free();
        rows.close();
    }

    @Test
    void the_board_tells_of_each_dilemma_whom_it_waits_for_and_since_when() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        JsonNode line = line(fixture, "");
        assertThat(line.get("phase").asText()).isEqualTo("REFLECTING");
        assertThat(line.get("late").asBoolean()).isFalse();
        JsonNode leeuwarden = waiting(line, "seat.leeuwarden", fixture);
        assertThat(leeuwarden.get("what").asText()).isEqualTo("reflect");
        assertThat(leeuwarden.get("since").asText()).isEqualTo(line.get("since").asText()).isNotBlank();
        assertThat(leeuwarden.get("remindable").asBoolean()).isTrue();
        // Who submitted is waited for no more, nor who left: nobody is there.
        assertThat(line.get("waitingFor").findValuesAsText("seatId")).doesNotContain(fixture.id("seat.zwolle").toString(), fixture.id("seat.left").toString());
    }

    @Test
    void an_invitation_waits_since_the_host_agreed() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Api.as("host").post(fixture.fill("/seats/{seat.breda}/host-agreements"), Map.of("agreed", true)).is(201);
        assertThat(waiting(line(fixture, ""), "seat.breda", fixture).get("since").asText()).isNotBlank();
        // Of a seat from before it is not known.
        assertThat(waiting(line(fixture, ""), "seat.venlo", fixture).has("since")).isFalse();
    }

    @Test
    void a_concept_is_known_by_its_municipality_and_by_nothing_else() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        assertThat(line(fixture, "").has("title")).isFalse();
        String page = Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).body();
        assertThat(page).contains("Delft: concept begonnen", "Gouda: concept begonnen").doesNotContain(fixture.word("dilemma.title"), fixture.word("concept.title"), fixture.fill("href=\"/dilemmas/{dilemma}\""));
    }

    @Test
    void a_coordinator_who_ever_sat_at_a_table_sees_nothing_of_it_here_and_reminds_nobody() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.insert("seat_person", "seat_id", fixture.id("seat.hoorn"), "person_id", fixture.id("person.coordinator"), "dilemma_id", fixture.id("dilemma"), "kind", "PEER",
                "seated_at", Instant.now(), "left_at", Instant.now());
        assertThat(board(fixture, "").items().findValuesAsText("dilemmaId")).containsExactly(fixture.id("concept").toString());
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "reflect")).is(404);
        JsonNode rotation = Api.as("coordinator").get(fixture.fill("/programmes/{programme}/rotation")).is(200).items();
        assertThat(rotation.findValuesAsText("hosted")).isNotEmpty().containsOnly("0");
        assertThat(rotation.findValuesAsText("gave")).containsOnly("0");
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/burden")).is(200).json().get("rounds")).isEmpty();
    }

    @Test
    void what_holds_a_dilemma_whose_date_has_passed_is_named_and_leads_to_where_it_is_solved() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        rows.change("delete from session where dilemma_id = ?", fixture.id("dilemma"));
        assertThat(line(fixture, "").get("unmet")).isEmpty();
        assertThat(board(fixture, "?late=true").items()).isEmpty();
        clock.setTo(Instant.now().plus(30, ChronoUnit.DAYS));
        JsonNode line = line(fixture, "?late=true");
        assertThat(line.get("late").asBoolean()).isTrue();
        assertThat(line.get("unmet")).extracting(JsonNode::asText).containsExactly("session-date");
        String page = Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board?late=true")).is(200).body();
        assertThat(page).contains("De datum van de bijeenkomst staat nog niet vast.", fixture.fill("href=\"/dilemmas/{dilemma}/session\""));
    }

    @Test
    void too_few_reflections_at_the_deadline_are_named_though_not_how_many() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update seat set reflection_submitted_at = null where dilemma_id = ?", fixture.id("dilemma"));
        clock.setTo(Instant.now().plus(30, ChronoUnit.DAYS));
        assertThat(line(fixture, "").get("unmet")).extracting(JsonNode::asText).containsExactly("quorum");
    }

    @Test
    void the_most_urgent_stands_first_and_one_round_can_be_chosen() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        assertThat(board(fixture, "").items().get(0).get("dilemmaId").asText()).isEqualTo(fixture.id("dilemma").toString());
        assertThat(board(fixture, "?limit=1").json().get("next").asText()).isEqualTo(fixture.id("dilemma").toString());
        assertThat(board(fixture, "?limit=1&cursor=" + fixture.id("dilemma")).items().findValuesAsText("dilemmaId")).containsExactly(fixture.id("concept").toString());
        assertThat(board(fixture, "?round=" + fixture.id("round")).items()).hasSize(2);
        assertThat(board(fixture, "?round=" + Ids.next()).items()).isEmpty();
        assertThat(board(fixture, "?round=none").items()).isEmpty();
    }

    @Test
    void who_is_waited_for_is_reminded_once_a_day() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String reminders = fixture.fill("/dilemmas/{dilemma}/reminders");
        Map<String, Object> leeuwarden = Map.of("what", "reflect", "seatId", fixture.id("seat.leeuwarden"));
        Api.as("coordinator").post(reminders, leeuwarden).is(201);
        assertThat(recipients()).containsExactly("peer2@demo.klankbord.example");
        assertThat(Api.as("coordinator").post(reminders, leeuwarden).is(409).at("type")).endsWith("reminded-today");
        assertThat(waiting(line(fixture, ""), "seat.leeuwarden", fixture).get("remindable").asBoolean()).isFalse();
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).body()).contains("Vandaag herinnerd, voor alles wat openstaat.");
        clock.setTo(Instant.now().plus(1, ChronoUnit.DAYS));
        Api.as("coordinator").post(reminders, leeuwarden).is(201);
        assertThat(recipients()).containsExactly("peer2@demo.klankbord.example", "peer2@demo.klankbord.example");
    }

    @Test
    void one_mail_a_day_to_an_address_says_all_that_is_waited_for_in_the_programme() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        UUID other = Ids.next();
        rows.change("insert into dilemma (id, programme_id, round_id, host_municipality, canvas, title, phase, ends_at, circle, quorum, waited_for_quorum, created_at, version) "
                + "select ?, programme_id, round_id, host_municipality, canvas, title, phase, ends_at, circle, quorum, waited_for_quorum, created_at, version from dilemma where id = ?", other, fixture.id("dilemma"));
        UUID seat = Ids.next();
        rows.insert("seat", "id", seat, "dilemma_id", other, "kind", "PEER", "municipality_code", "GM0080", "status", "ACCEPTED", "accepted_at", Instant.now(), "version", 0);
        rows.insert("seat_person", "seat_id", seat, "person_id", fixture.id("person.peer2"), "dilemma_id", other, "kind", "PEER", "seated_at", Instant.now());
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "reflect", "seatId", fixture.id("seat.leeuwarden"))).is(201);
        assertThat(recipients()).containsExactly("peer2@demo.klankbord.example");
        String letter = rows.one("select body from mail where unique_key like 'reminder.%'");
        assertThat(letter).contains("Schrijf uw reflectie (2×)", "ongeveer 50 minuten").doesNotContain("/dilemmas/", "Delft");
        assertThat(letter.lines().skip(1)).as("below the line that greets her by name").noneMatch(line -> line.contains("Leeuwarden"));
        // That seat was told along with the first, and there the board says so.
        assertThat(Api.as("coordinator").post("/dilemmas/" + other + "/reminders", Map.of("what", "reflect", "seatId", seat)).is(409).at("type")).endsWith("reminded-today");
        assertThat(rows.all("select seat_id from reminder where dilemma_id = ?", other)).containsExactly(seat.toString());
        assertThat(recipients()).hasSize(1);
    }

    @Test
    void a_colleague_who_was_not_told_along_can_still_be_reminded_today() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update seat set reflection_submitted_at = null where id = ?", fixture.id("seat.zwolle"));
        UUID other = Ids.next();
        rows.change("insert into dilemma (id, programme_id, round_id, host_municipality, canvas, title, phase, ends_at, circle, quorum, waited_for_quorum, created_at, version) "
                + "select ?, programme_id, round_id, host_municipality, canvas, title, phase, ends_at, circle, quorum, waited_for_quorum, created_at, version from dilemma where id = ?", other, fixture.id("dilemma"));
        UUID seat = Ids.next();
        rows.insert("seat", "id", seat, "dilemma_id", other, "kind", "PEER", "municipality_code", "GM0193", "status", "ACCEPTED", "accepted_at", Instant.now(), "version", 0);
        rows.insert("seat_person", "seat_id", seat, "person_id", fixture.id("person.peer1"), "dilemma_id", other, "kind", "PEER", "seated_at", Instant.now());
        Api.as("coordinator").post("/dilemmas/" + other + "/reminders", Map.of("what", "reflect", "seatId", seat)).is(201);
        assertThat(recipients()).containsExactly("peer1@demo.klankbord.example");
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "reflect", "seatId", fixture.id("seat.zwolle"))).is(201);
        assertThat(recipients()).containsExactly("peer1@demo.klankbord.example", "peer1-collega@demo.klankbord.example");
    }

    @Test
    void my_work_the_board_and_reminders_tell_the_minutes_that_people_said_such_work_takes() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        assertThat(waiting(line(fixture, ""), "seat.leeuwarden", fixture).get("minutes").asInt()).isEqualTo(25);
        for (String who : List.of("peer1", "hoorn", "later")) {
            String municipality = Map.of("peer1", "GM0193", "hoorn", "GM0405", "later", "GM0513").get(who);
            rows.insert("effort_answer", "person_id", fixture.id("person." + who), "dilemma_id", fixture.id("dilemma"), "effort", "REFLECTION", "answer", "LONGER", "municipality_code", municipality, "answered_at", Instant.now());
        }
        assertThat(waiting(line(fixture, ""), "seat.leeuwarden", fixture).get("minutes").asInt()).isEqualTo(35);
        String work = Browserless.as("peer2").get("/").is(200).body();
        int task = work.indexOf(fixture.fill("/dilemmas/{dilemma}/reflection"));
        assertThat(work.substring(task, work.indexOf("</li>", task))).contains("35 minuten");
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "reflect", "seatId", fixture.id("seat.leeuwarden"))).is(201);
        assertThat(rows.one("select body from mail where unique_key like 'reminder.%'")).contains("ongeveer 35 minuten");
    }

    @Test
    void the_button_leads_back_to_the_board_as_it_was() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Answer done = Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), "what", "answer-invitation", "seatId", fixture.id("seat.venlo").toString(), "round", fixture.id("round").toString()).is(303);
        assertThat(done.header("Location")).endsWith(fixture.fill("/programmes/{programme}/board?round={round}&done=reminded#d-{dilemma}"));
        assertThat(recipients()).containsExactly("peer3@demo.klankbord.example");
    }

    @Test
    void nobody_is_reminded_of_what_is_done_or_can_no_longer_be_done() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String reminders = fixture.fill("/dilemmas/{dilemma}/reminders");
        assertThat(Api.as("coordinator").post(reminders, Map.of("what", "reflect", "seatId", fixture.id("seat.zwolle"))).is(409).at("type")).endsWith("nobody-to-remind");
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.leeuwarden}/submission")).is(201);
        assertThat(Api.as("coordinator").post(reminders, Map.of("what", "reflect", "seatId", fixture.id("seat.leeuwarden"))).is(409).at("type")).endsWith("nobody-to-remind");
        clock.setTo(Instant.now().plus(30, ChronoUnit.DAYS));
        assertThat(Api.as("coordinator").post(reminders, Map.of("what", "reflect")).is(409).at("type")).endsWith("deadline-passed");
        assertThat(recipients()).isEmpty();
    }

    @Test
    void consent_is_asked_again_of_who_has_not_answered() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        List<String> asked = line(fixture, "").get("waitingFor").findValuesAsText("what");
        assertThat(asked).contains("give-consent");
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "give-consent")).is(201);
        List<String> open = rows.all("select p.email from lesson_consent k join person p on p.id = k.person_id where k.given is null and k.lesson_id = ?", fixture.id("lesson.draft"));
        assertThat(recipients()).isNotEmpty().allMatch(address -> open.contains(address) || address.startsWith("host"));
    }

    @Test
    void turns_are_counted_by_municipality_in_the_order_of_the_alphabet() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        JsonNode lines = Api.as("coordinator").get(fixture.fill("/programmes/{programme}/rotation")).is(200).items();
        List<String> names = StreamSupport.stream(lines.spliterator(), false).map(line -> line.get("municipality").get("name").asText()).toList();
        assertThat(names).contains("Delft", "Emmen", "Zwolle").isSorted();
        JsonNode delft = lines.get(names.indexOf("Delft"));
        JsonNode leeuwarden = lines.get(names.indexOf("Leeuwarden"));
        assertThat(List.of(delft.get("hosted").asInt(), delft.get("gave").asInt())).containsExactly(1, 0);
        assertThat(List.of(leeuwarden.get("hosted").asInt(), leeuwarden.get("gave").asInt(), leeuwarden.get("submitted").asInt())).containsExactly(0, 1, 0);
        // A concept is no dilemma that was brought in.
        assertThat(lines.get(names.indexOf("Gouda")).get("hosted").asInt()).isZero();
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/rotation")).is(200).body()).contains("Bracht nog niets in");
    }

    @Test
    void a_round_tells_its_coordinator_which_levels_nobody_speaks_for() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        rows.change("update membership set level = 'COUNCIL' where id = ?", fixture.id("membership.peer1"));
        // Only takes part in the programme.
        rows.change("update membership set level = 'BOARD' where id = ?", fixture.id("membership.buiten"));
        assertThat(Api.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).json().get("missingLevels")).extracting(JsonNode::asText).containsExactly("BOARD", "MANAGEMENT", "POLICY", "PRACTICE");
        assertThat(Api.as("peer1").get(fixture.fill("/rounds/{round}")).is(200).json().has("missingLevels")).isFalse();
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).body()).contains("Welke niveaus ontbreken?");
        rows.change("update seat set status = 'LEFT' where id in (?, ?)", fixture.id("seat.leeuwarden"), fixture.id("seat.hoorn"));
        assertThat(Api.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).json().has("missingLevels")).isFalse();
    }

    @Test
    void the_board_says_where_a_round_asks_more_minutes_than_was_agreed() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        assertThat(minutes(fixture, "Zwolle")).isEqualTo(165);
        Answer programme = Api.as("coordinator").get(fixture.fill("/programmes/{programme}"));
        Map<String, Object> agreed = Map.of("name", "Leren van de buren", "purpose", "Doel", "houseRules", programme.at("houseRules"), "minutesBudget", 170);
        assertThat(Api.as("coordinator").put(fixture.fill("/programmes/{programme}"), agreed, "If-Match", programme.etag()).is(200).at("minutesBudget")).isEqualTo("170");
        String page = Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).body();
        assertThat(page).contains("25 minuten meer dan afgesproken", "past binnen de afspraak");
        for (Map.Entry<String, String> said : Map.of("peer1", "LONGER", "host", "LONGER", "peer2", "LONGER").entrySet()) {
            assertThat(minutes(fixture, "Zwolle")).isEqualTo(165);
            Api.as(said.getKey()).post(fixture.fill("/dilemmas/{dilemma}/efforts"), Map.of("effort", "SESSION", "answer", "RIGHT")).is(201);
            Api.as(said.getKey()).post(fixture.fill("/dilemmas/{dilemma}/efforts"), Map.of("effort", "SESSION", "answer", said.getValue())).is(201);
        }
        assertThat(minutes(fixture, "Zwolle")).isEqualTo(215);
        assertThat(rows.all("select answer from effort_answer where dilemma_id = ?", fixture.id("dilemma"))).containsExactly("LONGER", "LONGER", "LONGER");
    }

    @Test
    void a_budget_that_is_no_number_is_refused_at_its_field_and_stays_as_typed() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        for (String typed : List.of("veel", "0", "100001", "-5")) {
            Answer refused = Browserless.as("coordinator").post(fixture.fill("/programmes/{programme}/edit"), "version", "0", "name", "Leren van de buren", "purpose", "Doel", "houseRules", "Regels", "minutesBudget", typed).is(422);
            assertThat(refused.body()).contains("id=\"f-minutesBudget-error\"", "value=\"" + typed + "\"");
        }
        Browserless.as("coordinator").post(fixture.fill("/programmes/{programme}/edit"), "version", "0", "name", "Leren van de buren", "purpose", "Doel", "houseRules", "Regels", "minutesBudget", "").is(303);
    }

    @Test
    void how_long_it_took_is_asked_of_what_is_done_and_told_to_nobody() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        assertThat(Api.as("peer1").get(fixture.fill("/dilemmas/{dilemma}/efforts")).is(200).items().findValuesAsText("effort")).containsExactly("QUESTIONS", "REFLECTION");
        assertThat(Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/efforts")).is(200).items().findValuesAsText("effort")).containsExactly("QUESTIONS");
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/efforts"), "effort", "REFLECTION", "answer", "SHORTER").is(303);
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Hoeveel tijd kostte het u?", "Uw antwoord: Korter.");
        for (String other : List.of("host", "peer1-collega", "coordinator")) {
            assertThat(Browserless.as(other).get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain("Uw antwoord: Korter.");
        }
    }

    private static int minutes(Fixture fixture, String municipality) {
        JsonNode lines = Api.as("coordinator").get(fixture.fill("/programmes/{programme}/burden")).is(200).json().get("rounds").get(0).get("municipalities");
        return StreamSupport.stream(lines.spliterator(), false).filter(line -> line.get("municipality").get("name").asText().equals(municipality)).findFirst().orElseThrow().get("minutes").asInt();
    }

    private static Answer board(Fixture fixture, String query) {
        return Api.as("coordinator").get(fixture.fill("/programmes/{programme}/board") + query).is(200);
    }

    private static JsonNode line(Fixture fixture, String query) {
        return StreamSupport.stream(board(fixture, query).items().spliterator(), false).filter(line -> line.get("dilemmaId").asText().equals(fixture.id("dilemma").toString())).findFirst().orElseThrow();
    }

    private static JsonNode waiting(JsonNode line, String seat, Fixture fixture) {
        return StreamSupport.stream(line.get("waitingFor").spliterator(), false).filter(one -> one.path("seatId").asText().equals(fixture.id(seat).toString())).findFirst().orElseThrow();
    }

    private List<String> recipients() {
        return rows.all("select recipient from mail where unique_key like 'reminder.%' order by id");
    }
}
