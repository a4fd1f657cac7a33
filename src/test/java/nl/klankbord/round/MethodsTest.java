// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.Texts;
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

/** Methods of a programme's own, and dates that are looked at before they are saved. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class MethodsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    @Inject
    AdjustableClock clock;
    @Inject
    WorkingDays calendar;
    private final Api coordinator = Api.as("coordinator");

    @BeforeEach
    void that_day() {
        clock.setTo(NOW);
    }

    @AfterEach
    void today() {
        clock.free();
    }

    @Test
    void a_copy_is_changed_until_a_round_is_made_with_it_and_then_stays_as_it_is() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        Answer copy = coordinator.post(fixture.fill("/programmes/{programme}/methods"), Map.of("from", "compact", "name", "Onze eigen")).is(201);
        String method = fixture.fill("/programmes/{programme}/methods/") + copy.at("key");
        assertThat(copy.json().get("workingDays").get("CLARIFYING").asInt()).isEqualTo(3);
        assertThat(copy.json().get("maximumPeers").isNull()).isTrue();
        coordinator.put(method, rules("Onze eigen", 4, 5), "If-Match", "\"99\"").is(412);
        assertThat(coordinator.put(method, rules("", 4, 5), "If-Match", copy.etag()).is(422).body()).contains("name");
        Answer changed = coordinator.put(method, rules("Zo doen wij het", 4, 5), "If-Match", copy.etag()).is(200);
        assertThat(changed.etag()).isNotEqualTo(copy.etag());
        assertThat(changed.json().get("holidayRegions").get(0).asText()).isEqualTo("NORTH");

        Answer round = coordinator.post(fixture.fill("/programmes/{programme}/rounds"), Map.of("title", "Voorjaar", "methodKey", copy.at("key"), "opensOn", "2027-02-15")).is(201);
        assertThat(day(round.json(), "CALL")).as("five days, less the holiday of the north").isEqualTo("2027-03-01");
        assertThat(coordinator.put(method, rules("Toch anders", 3, 9), "If-Match", changed.etag()).is(409).at("type")).endsWith("in-use");
        assertThat(coordinator.delete(method).is(409).at("type")).endsWith("in-use");
        Browserless browser = Browserless.as("coordinator");
        assertThat(browser.get(method).is(409).body()).contains("Maak een kopie");
        assertThat(browser.get(fixture.fill("/programmes/{programme}/methods")).is(200).body()).contains("Zo doen wij het", "In gebruik, ligt vast");
        assertThat(browser.get("/rounds/" + round.id()).is(200).body()).contains("Zo doen wij het");
        assertThat(Api.as("peer1").get("/rounds/" + round.id()).is(200).body()).isNotEmpty();

        Answer again = coordinator.post(fixture.fill("/programmes/{programme}/methods"), Map.of("from", copy.at("key"), "name", "Weer anders")).is(201);
        assertThat(again.json().get("minimumPeers").asInt()).isEqualTo(4);
        coordinator.delete(fixture.fill("/programmes/{programme}/methods/") + again.at("key")).is(204);
        coordinator.get(fixture.fill("/programmes/{programme}/methods/") + again.at("key")).is(404);
    }

    @Test
    void a_copy_chooses_what_reflections_are_asked_and_leaving_that_out_leaves_it() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        Answer copy = coordinator.post(fixture.fill("/programmes/{programme}/methods"), Map.of("from", "compass", "name", "Ons kompas")).is(201);
        String method = fixture.fill("/programmes/{programme}/methods/") + copy.at("key");
        assertThat(copy.at("questionSet")).isEqualTo("compass");
        assertThat(copy.json().get("questions")).hasSize(8);
        assertThat(copy.json().get("questions").get(0).toString()).startsWith("{\"key\":\"analysis\",\"nature\":\"FACT\",\"required\":true,\"skippable\":true,\"text\":\"Stap 1. ");
        Answer kept = coordinator.put(method, rules("Ons kompas", 4, 5), "If-Match", copy.etag()).is(200);
        assertThat(kept.at("questionSet")).isEqualTo("compass");
        Map<String, Object> other = new HashMap<>(rules("Ons kompas", 4, 5));
        other.put("questionSet", "riddles");
        assertThat(coordinator.put(method, other, "If-Match", kept.etag()).is(422).body()).contains("questionSet");
        other.put("questionSet", "warm-cool");
        assertThat(coordinator.put(method, other, "If-Match", kept.etag()).is(200).at("questionSet")).isEqualTo("warm-cool");
        assertThat(Browserless.as("coordinator").get(method).is(200).body()).contains("<option value=\"warm-cool\" selected>", "Koel: wat schuurt en wat mist u?");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/methods")).is(200).body()).contains("Kwaliteitskompas", "Stap 5. Wat leverde het inwoners op?");
        assertThat(coordinator.get(fixture.fill("/programmes/{programme}/methods/table-talk")).is(200).at("questionSet")).isEqualTo("open");
    }

    @Test
    void every_question_has_its_words_in_both_languages() {
        Texts texts = new Texts();
        try (Rows rows = Rows.open()) {
            Texts.LANGUAGES.forEach(language -> {
                assertThat(rows.all("select distinct question_key from question")).hasSize(16).allMatch(key -> texts.has(language, "reflection." + key) && texts.has(language, "reflection." + key + "Hint"));
                assertThat(rows.all("select set_key from question_set")).allMatch(key -> texts.has(language, "questionSet." + key) && texts.has(language, "questionSet.about." + key));
            });
        }
    }

    @Test
    void a_form_that_is_wrong_comes_back_as_it_was_typed() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        Answer wrong = Browserless.as("coordinator").post(fixture.fill("/programmes/{programme}/methods/{method}"), "version", "0", "name", "Onze <b>eigen", "CALL", "0", "MATCHING", "veel", "CLARIFYING", "5",
                "REFLECTING", "5", "SESSION", "7", "HARVESTING", "5", "FOLLOW_UP", "130", "minimumPeers", "3", "maximumPeers", "2", "quorum", "2", "protocol", "consultancy", "holidayRegions", "SOUTH").is(422);
        assertThat(wrong.body()).contains("id=\"f-CALL-error\"", "id=\"f-MATCHING-error\"", "id=\"f-maximumPeers-error\"", "Onze &lt;b&gt;eigen", "value=\"veel\"", "Oproep: Vul een getal in van 1 tot en met 130.")
                .containsPattern("value=\"SOUTH\" checked").doesNotContain("f-quorum-error");
        Browserless.as("coordinator").post(fixture.fill("/programmes/{programme}/methods/{method}"), "version", "0", "name", "Onze eigen", "CALL", "5", "MATCHING", "5", "CLARIFYING", "5",
                "REFLECTING", "5", "SESSION", "7", "HARVESTING", "5", "FOLLOW_UP", "130", "minimumPeers", "3", "maximumPeers", "", "quorum", "2", "protocol", "table-talk").is(303);
        JsonNode saved = coordinator.get(fixture.fill("/programmes/{programme}/methods/{method}")).is(200).json();
        assertThat(saved.get("maximumPeers").isNull()).isTrue();
        assertThat(saved.get("holidayRegions")).isEmpty();
        assertThat(saved.get("workingDays").get("SESSION").asInt()).isEqualTo(7);
    }

    @Test
    void a_form_begun_before_a_colleague_saved_stays_of_its_version_until_one_is_told() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        String form = fixture.fill("/programmes/{programme}/methods/{method}");
        Browserless browser = Browserless.as("coordinator");
        browser.post(form, typed("Van een collega")).is(303);
        String now = coordinator.get(form).is(200).etag().replace("\"", "");
        assertThat(now).isNotEqualTo("0");
        assertThat(browser.get(form).is(200).body()).contains("name=\"version\" value=\"" + now + "\"").doesNotContain("data-typed");
        assertThat(browser.post(form, typed("Van mij", "go", "kept")).is(200).body()).contains("name=\"version\" value=\"0\"", "data-typed=\"kept\"", "Van mij");
        assertThat(browser.post(form, typed("Van mij")).is(412).body()).contains("name=\"version\" value=\"" + now + "\"", "Van mij");
        assertThat(coordinator.get(form).at("name")).isEqualTo("Van een collega");
    }

    @Test
    void a_method_of_another_programme_does_not_exist_and_klankbords_own_are_nobodys_to_change() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        Fixture other = Fixture.in(Phase.DRAFT, NOW);
        String theirs = other.id("method").toString();
        assertThat(coordinator.post(fixture.fill("/programmes/{programme}/rounds"), Map.of("title", "x", "methodKey", theirs, "opensOn", "2027-02-15")).is(422).body()).contains("methodKey");
        assertThat(coordinator.post(fixture.fill("/programmes/{programme}/timetable-previews"), Map.of("methodKey", theirs, "opensOn", "2027-02-15")).is(422).body()).contains("methodKey");
        coordinator.post(fixture.fill("/programmes/{programme}/methods"), Map.of("from", theirs, "name", "x")).is(422);
        coordinator.get(fixture.fill("/programmes/{programme}/methods/") + theirs).is(404);
        coordinator.put(fixture.fill("/programmes/{programme}/methods/") + theirs, rules("x", 3, 5), "If-Match", "\"0\"").is(404);
        coordinator.delete(fixture.fill("/programmes/{programme}/methods/") + theirs).is(404);
        coordinator.get(fixture.fill("/programmes/{programme}/methods/standard")).is(200);
        coordinator.put(fixture.fill("/programmes/{programme}/methods/standard"), rules("x", 3, 5), "If-Match", "\"0\"").is(403);
        coordinator.delete(fixture.fill("/programmes/{programme}/methods/standard")).is(403);
    }

    @Test
    void no_more_peers_are_asked_than_the_method_allows() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED, NOW);
        // Three sit there, one is invited and one proposed.
        try (Rows rows = Rows.open()) {
            rows.change("update round set method_key = ? where id = ?", fixture.id("method"), fixture.id("round"));
            Answer full = coordinator.post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", "GM0114")).is(422);
            assertThat(full.body()).contains("municipalityCode", "Er zijn al 5 gemeenten gevraagd");
            rows.change("update method set maximum_peers = 6 where method_key = ?", fixture.id("method"));
            coordinator.post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", "GM0114")).is(201);
        }
    }

    @Test
    void a_concept_that_moves_along_keeps_to_the_method_of_its_new_round() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        try (Rows rows = Rows.open()) {
            rows.change("update method set quorum = 3 where method_key = ?", fixture.id("method"));
            String next = coordinator.post(fixture.fill("/programmes/{programme}/rounds"), Map.of("title", "Volgende", "methodKey", fixture.id("method").toString(), "opensOn", "2027-02-15")).is(201).id();
            coordinator.post(fixture.fill("/rounds/{round}/phase-changes"), Map.of("to", "MATCHING")).is(201);
            coordinator.post("/rounds/" + next + "/phase-changes", Map.of("to", "CALL")).is(201);
            assertThat(rows.one("select concat(round_id, ' ', quorum) from dilemma where id = ?", fixture.id("concept"))).isEqualTo(next + " 3");
        }
    }

    @Test
    void who_makes_a_round_sees_every_date_first_and_nothing_is_made() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        int rounds = coordinator.get(fixture.fill("/programmes/{programme}/rounds")).is(200).items().size();
        String form = fixture.fill("/programmes/{programme}/rounds/new");
        // Fifteen days of the call, less those of the holiday in the north.
        Answer north = Browserless.as("coordinator").post(form, "title", "Voorjaar <i>2027", "methodKey", fixture.id("method").toString(), "opensOn", "2027-02-15", "preview", "1").is(200);
        assertThat(north.body()).contains("Zo worden de data", "maandag 15 maart 2027", "Voorjaar &lt;i&gt;2027", "Terugkijken");
        assertThat(Browserless.as("coordinator").post(form, "title", "", "methodKey", "standard", "opensOn", "2027-02-15", "preview", "1").is(200).body()).contains("maandag 8 maart 2027");
        assertThat(Browserless.as("coordinator").post(form, "title", "x", "methodKey", "standard", "opensOn", "2020-01-06", "preview", "1").is(422).body()).contains("f-opensOn-error").doesNotContain("Zo worden de data");
        assertThat(day(coordinator.post(fixture.fill("/programmes/{programme}/timetable-previews"), Map.of("methodKey", fixture.id("method").toString(), "opensOn", "2027-02-15")).is(200).json(), "CALL"))
                .isEqualTo("2027-03-15");
        // Looking back goes on for a year, beyond what is published of school holidays.
        Answer far = Browserless.as("coordinator").post(form, "title", "x", "methodKey", fixture.id("method").toString(), "opensOn", "2029-01-08", "preview", "1").is(200);
        assertThat(far.body()).contains("Na zondag 2 september 2029 zijn de schoolvakanties nog niet bekend");
        assertThat(coordinator.get(fixture.fill("/programmes/{programme}/rounds")).is(200).items()).hasSize(rounds);
    }

    @Test
    void moving_a_date_shows_what_becomes_of_the_later_ones_and_saves_nothing() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        Answer before = coordinator.get(fixture.fill("/rounds/{round}")).is(200);
        LocalDate matching = LocalDate.parse(day(before.json(), "MATCHING"));
        LocalDate later = calendar.plus(matching, 2);
        Answer preview = coordinator.post(fixture.fill("/rounds/{round}/timetable-previews"), Map.of("phase", "MATCHING", "endsAt", WorkingDays.endOf(later).toString())).is(200);
        assertThat(day(preview.json(), "CALL")).isEqualTo(day(before.json(), "CALL"));
        for (Stage stage : List.of(Stage.MATCHING, Stage.CLARIFYING, Stage.REFLECTING, Stage.SESSION, Stage.HARVESTING, Stage.FOLLOW_UP)) {
            assertThat(day(preview.json(), stage.name())).isEqualTo(calendar.plus(LocalDate.parse(day(before.json(), stage.name())), 2).toString());
        }
        assertThat(preview.json().get("remarks").toString()).contains("HARVESTING", "SPRING", "SOUTH");
        assertThat(coordinator.get(fixture.fill("/rounds/{round}")).is(200).body()).isEqualTo(before.body());
        coordinator.post(fixture.fill("/rounds/{round}/timetable-previews"), Map.of("phase", "MATCHING", "endsAt", WorkingDays.endOf(LocalDate.of(2026, 12, 26)).toString())).is(422);
        coordinator.post(fixture.fill("/rounds/{round}/timetable-previews"), Map.of("phase", "MATCHING")).is(422);
        coordinator.put(fixture.fill("/rounds/{round}/timetable"), preview.json().get("timetable").toString(), "If-Match", before.etag()).is(200);
    }

    @Test
    void the_form_of_the_dates_shows_old_and_new_and_saves_what_was_looked_at() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        Answer before = coordinator.get(fixture.fill("/rounds/{round}")).is(200);
        String form = fixture.fill("/rounds/{round}/timetable");
        LocalDate call = calendar.plus(LocalDate.parse(day(before.json(), "CALL")), 1);
        Map<String, String> changed = days(before.json());
        changed.put("CALL", call.toString());
        Answer shown = Browserless.as("coordinator").post(form, fields(before, changed, "preview", "1")).is(200);
        LocalDate session = calendar.plus(LocalDate.parse(day(before.json(), "SESSION")), 1);
        assertThat(shown.body()).contains("Zo zouden de data worden", "Nu:", "value=\"" + session + "\"");
        assertThat(coordinator.get(fixture.fill("/rounds/{round}")).is(200).body()).isEqualTo(before.body());

        // One day more, on top of what was shown: the others follow from there.
        Map<String, String> further = new HashMap<>();
        changed.forEach((stage, day) -> further.put(stage, stage.equals("CALL") ? day : calendar.plus(LocalDate.parse(day), 1).toString()));
        String basis = String.join(",", ordered(further));
        further.put("CALL", calendar.plus(call, 1).toString());
        List<String> again = new ArrayList<>(List.of(fields(before, further, "preview", "1")));
        again.set(again.indexOf("shown") + 1, basis);
        assertThat(Browserless.as("coordinator").post(form, again.toArray(String[]::new)).is(200).body()).contains("value=\"" + calendar.plus(session, 1) + "\"");

        assertThat(Browserless.as("coordinator").post(form, fields(before, Map.of("CALL", "geen datum"), "preview", "1")).is(422).body()).contains("f-CALL-error", "geen datum");
        List<String> stale = new ArrayList<>(List.of(fields(before, changed, "preview", "1")));
        stale.set(stale.indexOf("version") + 1, "99");
        Browserless.as("coordinator").post(form, stale.toArray(String[]::new)).is(412);
        Browserless.as("peer1").post(form, fields(before, changed, "preview", "1")).is(403);

        further.put("CALL", call.toString());
        assertThat(Browserless.as("coordinator").post(form, fields(before, further)).is(303).header("Location")).contains("done=timetable-saved");
        assertThat(day(coordinator.get(fixture.fill("/rounds/{round}")).is(200).json(), "SESSION")).isEqualTo(session.toString());
    }

    @Test
    void a_date_set_by_hand_may_fall_in_a_school_holiday_and_one_is_told() {
        Fixture fixture = Fixture.in(Phase.DRAFT, NOW);
        Answer before = coordinator.get(fixture.fill("/rounds/{round}")).is(200);
        Map<String, String> changed = days(before.json());
        changed.put("FOLLOW_UP", "2027-07-28");
        assertThat(Browserless.as("coordinator").post(fixture.fill("/rounds/{round}/timetable"), fields(before, changed)).is(303).header("Location")).contains("done=timetable-saved-holiday");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}/timetable")).is(200).body()).contains("Dan is het zomervakantie (regio noord, midden, zuid)");
    }

    private static Map<String, Object> rules(String name, int minimum, int call) {
        return Map.of("name", name, "workingDays", Map.of("CALL", call, "MATCHING", 3, "CLARIFYING", 3, "REFLECTING", 3, "SESSION", 6, "HARVESTING", 5, "FOLLOW_UP", 130), "minimumPeers", minimum,
                "maximumPeers", 6, "quorum", 3, "protocol", "table-talk", "holidayRegions", List.of("NORTH"));
    }

    /** The form of a copy as it first was. */
    private static String[] typed(String name, String... more) {
        return Stream.concat(Stream.of("version", "0", "name", name, "CALL", "5", "MATCHING", "5", "CLARIFYING", "5", "REFLECTING", "5", "SESSION", "7", "HARVESTING", "5", "FOLLOW_UP", "130",
                "minimumPeers", "3", "maximumPeers", "", "quorum", "2", "protocol", "table-talk", "questionSet", "open"), Stream.of(more)).toArray(String[]::new);
    }

    private static String day(JsonNode with, String stage) {
        return days(with).get(stage);
    }

    private static Map<String, String> days(JsonNode with) {
        Map<String, String> days = new HashMap<>();
        with.get("timetable").forEach(entry -> days.put(entry.get("phase").asText(), WorkingDays.dayOf(OffsetDateTime.parse(entry.get("endsAt").asText()).toInstant()).toString()));
        return days;
    }

    private static List<String> ordered(Map<String, String> days) {
        return List.of(Stage.values()).stream().map(stage -> days.get(stage.name())).toList();
    }

    /** The form as it was shown, with these days in it. */
    private static String[] fields(Answer round, Map<String, String> days, String... more) {
        List<String> fields = new ArrayList<>(List.of("version", round.etag().replace("\"", ""), "shown", String.join(",", ordered(days(round.json())))));
        for (Stage stage : Stage.values()) {
            fields.addAll(List.of(stage.name(), days.getOrDefault(stage.name(), day(round.json(), stage.name()))));
        }
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }
}
