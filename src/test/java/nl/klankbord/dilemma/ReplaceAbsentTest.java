// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Ids;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is away has a colleague sit in, by the rule that holds for every newcomer. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ReplaceAbsentTest {
    @Inject
    ReplaceAbsent replacements;
    @Inject
    Clock clock;

    /** People are of all tests together. */
    @AfterEach
    void everyone_is_back() {
        try (Rows rows = Rows.open()) {
            rows.change("update person set absent_from = null, absent_until = null, replacement_id = null, replacement_reads = false");
            rows.change("delete from stand_in");
            rows.change("delete from newcomer where named_by = ?", People.id("peer1"));
        }
    }

    @Test
    void a_colleague_is_asked_from_the_first_day_when_the_host_agrees_the_circle_is_told_and_earlier_texts_stay_closed() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        without(fixture, "peer1-collega");
        away("peer1", today(), "peer1-collega", false);
        Api.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        away("peer1", today(), "peer1-collega", false);
        assertThat(waiting(fixture)).as("once").hasSize(2);
        agree(fixture);
        assertThat(Api.as("peer1-collega").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.question"));
        Api.as("peer1-collega").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
        Api.as("peer1-collega").get(fixture.fill("/contributions/{question.zwolle}")).is(404);
        try (Rows rows = Rows.open()) {
            assertThat(rows.all("select recipient from mail where unique_key like ?", "newcomer." + fixture.id("dilemma") + "." + People.id("peer1-collega") + ".%")).contains(People.email("host"), People.email("peer2"));
        }
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
    }

    @Test
    void who_says_so_lets_the_colleague_read_what_she_wrote() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        without(fixture, "peer1-collega");
        away("peer1", today(), "peer1-collega", true);
        agree(fixture);
        Api.as("peer1-collega").get(fixture.fill("/contributions/{question.zwolle}")).is(200);
        Api.as("peer1-collega").get(fixture.fill("/contributions/{reflection.hoorn}")).is(404);
    }

    @Test
    void a_profile_is_saved_while_its_owner_writes_in_the_dilemma_and_the_colleague_is_asked_after_that() throws Exception {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        without(fixture, "peer1-collega");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> saved;
            try (Rows writing = Rows.open().together(); Rows rows = Rows.open()) {
                writing.all("select id from dilemma where id = ? lock in share mode", fixture.id("dilemma"));
                saved = threads.submit(() -> away("peer1", today(), "peer1-collega", false));
                for (int i = 0; i < 100 && rows.one("select replacement_id from person where id = ?", People.id("peer1")) == null; i++) {
                    Thread.sleep(100);
                }
                // Who writes wants her own row next: she neither waits for the profile nor stands in its way.
                assertThat(rows.one("select replacement_id from person where id = ?", People.id("peer1"))).isEqualTo(People.id("peer1-collega").toString());
                writing.all("select id from person where id = ? lock in share mode", People.id("peer1"));
            }
            saved.get();
        }
        assertThat(waiting(fixture)).hasSize(2);
    }

    @Test
    void before_the_first_day_and_in_a_concept_nobody_is_asked() {
        Fixture concept = Fixture.in(Phase.DRAFT);
        Fixture running = Fixture.in(Phase.CLARIFYING);
        without(concept, "host-bestuur");
        away("host", today(), "host-bestuur", true);
        Api.as("host-bestuur").get(concept.fill("/dilemmas/{dilemma}")).is(404);
        without(running, "peer1-collega");
        away("peer1", today().plusDays(1), "peer1-collega", false);
        assertThat(waiting(running)).hasSize(1);
    }

    @Test
    void a_no_of_the_host_holds_for_the_whole_absence() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID colleague = colleagueOfHoorn(fixture);
        absent(fixture, colleague, "date_sub(curdate(), interval 1 day)", "date_add(curdate(), interval 5 day)");
        assertThat(replacements.due(Actor.system())).isEqualTo(1);
        assertThat(replacements.due(Actor.system())).isZero();
        try (Rows rows = Rows.open()) {
            rows.change("update newcomer set agreed = false where person_id = ?", colleague);
            assertThat(replacements.due(Actor.system())).isZero();
            assertThat(rows.one("select count(*) from seat_person where person_id = ?", colleague)).isEqualTo("0");
        }
    }

    @Test
    void only_who_may_sit_there_is_asked() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID colleague = colleagueOfHoorn(fixture);
        try (Rows rows = Rows.open()) {
            rows.change("delete from membership where person_id = ?", colleague);
            absent(fixture, colleague, "curdate()", "null");
            assertThat(replacements.due(Actor.system())).as("takes no part in the programme").isZero();
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", colleague, "email", colleague + "@hoorn.example", "role", "PARTICIPANT", "created_at", Instant.now());
            rows.change("update person set organisation_id = (select organisation_id from (select organisation_id from person where id = ?) other) where id = ?", fixture.id("person.gouda"), colleague);
            assertThat(replacements.due(Actor.system())).as("speaks for another municipality by now").isZero();
        }
    }

    @Test
    void when_the_absence_is_over_a_question_lapses_and_who_sits_there_may_stay_or_leave() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID colleague = colleagueOfHoorn(fixture);
        absent(fixture, colleague, "date_sub(curdate(), interval 1 day)", "null");
        replacements.due(Actor.system());
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from newcomer where person_id = ?", colleague)).isEqualTo("1");
            rows.change("update person set absent_until = date_sub(curdate(), interval 1 day) where id = ?", fixture.id("person.hoorn"));
            replacements.due(Actor.system());
            assertThat(rows.one("select count(*) from newcomer where person_id = ?", colleague)).isEqualTo("0");
            assertThat(rows.one("select count(*) from stand_in where colleague_id = ?", colleague)).isEqualTo("0");
        }
        Fixture seated = Fixture.in(Phase.CLARIFYING);
        without(seated, "peer1-collega");
        away("peer1", today(), "peer1-collega", false);
        agree(seated);
        assertThat(Browserless.as("peer1-collega").get("/").is(200).body()).doesNotContain("Uw collega is terug");
        save("peer1", Map.of());
        assertThat(Browserless.as("peer1-collega").get("/").is(200).body()).contains("Uw collega is terug");
        Api.as("peer1-collega").get(seated.fill("/dilemmas/{dilemma}")).is(200);
        Browserless.as("peer1-collega").post(seated.fill("/dilemmas/{dilemma}/seats/{seat.zwolle}/leave")).is(303);
        assertThat(Browserless.as("peer1-collega").get("/").is(200).body()).doesNotContain("Uw collega is terug");
        replacements.due(Actor.system());
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from stand_in where dilemma_id = ?", seated.id("dilemma"))).isEqualTo("0");
        }
    }

    @Test
    void who_returns_and_who_sat_in_for_her_get_one_mail_each_in_their_own_language_that_says_neither_of_whom_nor_about_what() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Fixture other = Fixture.in(Phase.CLARIFYING);
        UUID colleague = seatedFor(fixture, other);
        try (Rows rows = Rows.open()) {
            rows.change("update person set language = 'en' where id = ?", colleague);
            rows.change("update person set absent_until = date_sub(curdate(), interval 1 day) where id = ?", fixture.id("person.hoorn"));
            replacements.due(Actor.system());
            replacements.due(Actor.system());
            assertThat(letters(rows, colleague)).hasSize(2);
            assertThat(letters(rows, colleague)).filteredOn(letter -> letter.startsWith("relief")).singleElement().asString().contains("you no longer sit in", "Dear ");
            assertThat(letters(rows, colleague)).filteredOn(letter -> letter.startsWith("return")).singleElement().asString().contains("uw afwezigheid is voorbij", "Beste ");
            assertThat(letters(rows, colleague)).allSatisfy(letter -> {
                assertThat(letter).doesNotContainIgnoringCase("delft").contains("/\n");
                fixture.words().forEach((text, word) -> {
                    if (!text.endsWith(".hoorn")) {
                        assertThat(letter).as(text).doesNotContain(word);
                    }
                });
            });
        }
    }

    @Test
    void who_names_another_colleague_while_away_is_not_told_that_she_is_back() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID colleague = seatedFor(fixture);
        try (Rows rows = Rows.open()) {
            rows.change("update person set replacement_id = null where id = ?", fixture.id("person.hoorn"));
            replacements.due(Actor.system());
            assertThat(letters(rows, colleague)).singleElement().asString().startsWith("relief");
        }
    }

    @Test
    void who_was_asked_and_does_not_sit_there_gets_no_mail_when_it_is_over() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID colleague = colleagueOfHoorn(fixture);
        absent(fixture, colleague, "date_sub(curdate(), interval 1 day)", "null");
        replacements.due(Actor.system());
        try (Rows rows = Rows.open()) {
            rows.change("update person set absent_from = null, replacement_id = null where id = ?", fixture.id("person.hoorn"));
            replacements.due(Actor.system());
            assertThat(letters(rows, colleague)).isEmpty();
        }
    }

    /** A colleague of who sits for Hoorn, seated while she is away in each of these dilemmas. */
    private UUID seatedFor(Fixture... fixtures) {
        UUID colleague = colleagueOfHoorn(fixtures[0]);
        absent(fixtures[0], colleague, "date_sub(curdate(), interval 2 day)", "date_add(curdate(), interval 5 day)");
        try (Rows rows = Rows.open()) {
            for (Fixture fixture : List.of(fixtures)) {
                rows.insert("stand_in", "seat_id", fixture.id("seat.hoorn"), "absent_id", fixtures[0].id("person.hoorn"), "colleague_id", colleague, "dilemma_id", fixture.id("dilemma"), "asked_at", Instant.now());
                rows.insert("seat_person", "seat_id", fixture.id("seat.hoorn"), "person_id", colleague, "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", Instant.now());
            }
        }
        return colleague;
    }

    private static List<String> letters(Rows rows, UUID colleague) {
        return rows.all("select concat(unique_key, '\\n', subject, '\\n', body) from mail where unique_key like ?", "%" + colleague);
    }

    private LocalDate today() {
        return WorkingDays.dayOf(clock.instant());
    }

    private void away(String user, LocalDate from, String colleague, boolean reads) {
        save(user, Map.of("absentFrom", from.toString(), "absentUntil", from.plusDays(5).toString(), "replacementEmail", People.email(colleague), "replacementReads", reads));
    }

    private static void save(String user, Map<String, Object> profile) {
        Api.as(user).put("/me/profile", new HashMap<>(profile), "If-Match", Api.as(user).get("/me/profile").is(200).etag()).is(200);
    }

    private static void without(Fixture fixture, String user) {
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where person_id = ? and dilemma_id = ?", fixture.id("person." + user), fixture.id("dilemma"));
        }
    }

    private static JsonNode waiting(Fixture fixture) {
        return Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/newcomers")).is(200).json().get("waiting");
    }

    /** The host says yes to the colleague of Zwolle; another one waits there in every fixture. */
    private static void agree(Fixture fixture) {
        for (JsonNode one : waiting(fixture)) {
            if (one.get("name").asText().startsWith("Collega")) {
                Api.as("host").post("/newcomers/" + one.get("id").asText() + "/host-agreements", Map.of("agreed", true)).is(201);
                return;
            }
        }
        throw new AssertionError("nobody waits");
    }

    private static UUID colleagueOfHoorn(Fixture fixture) {
        UUID person = Ids.next();
        try (Rows rows = Rows.open()) {
            rows.insert("person", "id", person, "subject", "stand-in-" + person, "name", "Vervanger van Hoorn", "email", person + "@hoorn.example",
                    "organisation_id", rows.one("select organisation_id from person where id = ?", fixture.id("person.hoorn")), "created_at", Instant.now(), "version", 0);
            rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", person, "email", person + "@hoorn.example", "role", "PARTICIPANT", "created_at", Instant.now());
        }
        return person;
    }

    private static void absent(Fixture fixture, UUID colleague, String from, String until) {
        try (Rows rows = Rows.open()) {
            rows.change("update person set absent_from = " + from + ", absent_until = " + until + ", replacement_id = ? where id = ?", colleague, fixture.id("person.hoorn"));
        }
    }
}
