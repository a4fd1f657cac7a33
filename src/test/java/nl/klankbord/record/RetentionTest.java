// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class RetentionTest {
    @Inject
    RetainDilemmas retain;
    private Rows rows;

    @BeforeEach
    @AfterEach
    void nothingElseIsDue() {
        if (rows == null) {
            rows = Rows.open();
            rows.change("update programme set retention_months = null, retention_way = null");
        } else {
            rows.change("update programme set retention_months = null, retention_way = null");
            rows.close();
        }
    }

    @Test
    void a_term_is_whole_and_long_enough_and_the_log_has_it() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        String path = fixture.fill("/programmes/{programme}/retention");
        Answer now = Api.as("coordinator").get(path).is(200);
        assertThat(now.at("months")).isNull();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("months", 12), Map.of("way", "ERASE"), Map.of("months", 2, "way", "ERASE"), Map.of("months", 241, "way", "ERASE"), Map.of("months", -1, "way", "ERASE"))) {
            Api.as("coordinator").put(path, wrong, "If-Match", now.etag()).is(422);
        }
        Api.as("coordinator").put(path, Map.of("months", 12, "way", "HIDE"), "If-Match", now.etag()).is(400);
        Answer set = Api.as("coordinator").put(path, Map.of("months", 12, "way", "ANONYMISE"), "If-Match", now.etag()).is(200);
        Api.as("coordinator").put(path, Map.of("months", 24, "way", "ERASE"), "If-Match", now.etag()).is(412);
        assertThat(Browserless.as("peer1").get(fixture.fill("/programmes/{programme}")).body()).contains("12 maanden");
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).items().get(0).path("kind").asText()).isEqualTo("RETENTION_CHANGED");
        Api.as("coordinator").put(path, new HashMap<>(), "If-Match", set.etag()).is(200);
        assertThat(Api.as("coordinator").get(path).at("way")).isNull();
    }

    @Test
    void the_page_says_what_is_true_for_what_was_chosen_with_the_readers_own_municipality_as_an_example() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        String path = fixture.fill("/programmes/{programme}/retention");
        String goes = "minstens 20 werkdagen van tevoren een mail";
        assertThat(Browserless.as("peer1").get(path).is(200).body()).contains("Er gaat niets vanzelf weg", "Kiest de coördinator later iets anders?").doesNotContain("gaat altijd weg", "Niemand leest het dilemma daarna nog");
        rows.change("update programme set retention_way = 'ANONYMISE', retention_months = 12 where id = ?", fixture.id("programme"));
        assertThat(Browserless.as("peer1").get(path).is(200).body()).contains(goes, "iemand uit Zwolle", "gaat altijd weg").doesNotContain("Er gaat niets vanzelf weg", "worden gewist");
        assertThat(Browserless.as("peer2").get(path).is(200).body()).contains("iemand uit Leeuwarden").doesNotContain("iemand uit Zwolle");
        rows.change("update programme set retention_way = 'ERASE' where id = ?", fixture.id("programme"));
        assertThat(Browserless.as("peer1").get(path).is(200).body()).contains(goes, "Alle teksten en namen worden gewist", "Niemand leest het dilemma daarna nog").doesNotContain("iemand uit Zwolle", "Er gaat niets vanzelf weg", "gaat altijd weg");
    }

    @Test
    void everyone_is_told_once_and_nothing_goes_before_the_day_that_was_told() {
        Fixture fixture = closed("ERASE");
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        assertThat(retain.due(Actor.system())).isZero();
        assertThat(mails(fixture)).contains(People.email("peer1"), People.email("host"), People.email("peer2")).doesNotHaveDuplicates();
        assertThat(rows.all("select body from mail where unique_key like ?", key(fixture)).getFirst()).contains("/texts").doesNotContain(fixture.word("dilemma.title"));
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.question"));
        rows.change("update retention set due_on = due_on + interval 1 day where dilemma_id = ?", fixture.id("dilemma"));
        assertThat(retain.due(Actor.system())).isZero();
    }

    @Test
    void who_changes_what_will_happen_or_puts_it_off_has_everyone_told_anew() {
        Fixture fixture = closed("ANONYMISE");
        retain.due(Actor.system());
        rows.change("update retention set due_on = '2020-01-02' where dilemma_id = ?", fixture.id("dilemma"));
        rows.change("update programme set retention_way = 'ERASE' where id = ?", fixture.id("programme"));
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.question"));
        assertThat(rows.one("select way from retention where dilemma_id = ? and due_on > now() and done_at is null", fixture.id("dilemma"))).isEqualTo("ERASE");
        rows.change("update programme set retention_months = 200 where id = ?", fixture.id("programme"));
        rows.change("update retention set due_on = '2020-01-02' where dilemma_id = ?", fixture.id("dilemma"));
        assertThat(retain.due(Actor.system())).isZero();
    }

    @Test
    void a_notice_ends_with_the_term_it_was_given_for_and_a_term_that_is_set_again_is_announced_anew() {
        Fixture fixture = closed("ERASE");
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        rows.change("update retention set due_on = '2020-01-02' where dilemma_id = ?", fixture.id("dilemma"));
        rows.change("update programme set retention_months = null, retention_way = null where id = ?", fixture.id("programme"));
        assertThat(retain.due(Actor.system())).isZero();
        rows.change("update programme set retention_months = 6, retention_way = 'ERASE' where id = ?", fixture.id("programme"));
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.question"));
        assertThat(rows.one("select count(*) from retention where dilemma_id = ? and due_on > now() and done_at is null", fixture.id("dilemma"))).isEqualTo("1");
    }

    @Test
    void without_names_the_texts_stay_for_the_coordinator_and_nobody_is_told_who_wrote_them() {
        Fixture fixture = closed("ANONYMISE");
        String published = Api.as("vreemd").get(fixture.fill("/lessons/{lesson.published}")).is(200).body();
        over(fixture);
        String coordinator = Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}/contributions?limit=100")).is(200).body();
        assertThat(coordinator).contains(fixture.word("reflection.zwolle"), "Iemand uit Zwolle").doesNotContain(fixture.word("name.hoorn"), Api.as("peer1").get("/me").at("name"));
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.zwolle}")).is(404);
        gone(fixture, "mirror.zwolle", "mirror.leeuwarden", "reflection.leeuwarden", "question.withdrawn", "typing.question", "seat.reason", "seat.conflict", "name.guest", "email.guest", "session.location",
                "step.zwolle", "step.leeuwarden.report", "step.host", "file.dilemma.name", "file.dilemma.content", "file.zwolle.content");
        assertThat(found(fixture.word("reflection.zwolle"))).isNotEmpty();
        assertThat(rows.one("select count(*) from shared_address where dilemma_id = ?", fixture.id("dilemma"))).as("who shares an address").isEqualTo("0");
        assertThat(Api.as("vreemd").get(fixture.fill("/lessons/{lesson.published}")).is(200).body()).isEqualTo(published);
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).body()).contains("RETENTION_DONE").doesNotContain(fixture.word("name.guest"));
        assertThat(rows.one("select count(*) from audit_event where dilemma_id = ? and actor_id = ?", fixture.id("dilemma"), People.id("peer1"))).isEqualTo("0");
    }

    @Test
    void a_coordinator_who_sat_there_still_reads_nothing_as_coordinator() {
        Fixture fixture = closed("ANONYMISE");
        rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", People.id("peer1"), "email", People.email("peer1"), "role", "COORDINATOR", "created_at", Instant.now());
        rows.change("update seat_person set left_at = now() where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), People.id("peer1"));
        over(fixture);
        assertThat(Api.as("coordinator").get(fixture.fill("/contributions/{reflection.hoorn}")).is(200).body()).contains(fixture.word("reflection.hoorn"));
        for (String user : List.of("peer1", "peer2")) {
            Api.as(user).get(fixture.fill("/contributions/{reflection.hoorn}")).is(404);
            Api.as(user).get(fixture.fill("/dilemmas/{dilemma}/contributions")).is(404);
        }
        assertThat(rows.all("select person_id from seat_person where dilemma_id = ?", fixture.id("dilemma"))).as("of the others nothing is kept").containsExactly(People.id("peer1").toString());
    }

    @Test
    void letters_about_it_go_with_the_names_sent_or_not() {
        Fixture fixture = closed("ANONYMISE");
        String to = fixture.word("name.guest") + "@fixture.example";
        mail(to, "newcomer." + fixture.id("dilemma") + ".x", "Beste", Instant.now());
        mail(to, null, "Kijk op https://klankbord.example/dilemmas/" + fixture.id("dilemma") + "#session", null);
        mail(to, "guest." + fixture.id("person.guest") + ".x", "Uw link", Instant.now());
        mail("ander@fixture.example", "test." + fixture.id("concept"), "Over iets anders", null);
        over(fixture);
        assertThat(rows.one("select count(*) from mail where recipient = ?", to)).isEqualTo("0");
        assertThat(mails(fixture)).isEmpty();
        assertThat(rows.one("select count(*) from mail where unique_key = ?", "test." + fixture.id("concept"))).isEqualTo("1");
    }

    @Test
    void a_lesson_whose_passages_went_stays_in_the_library_until_somebody_takes_a_yes_back() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        rows.change("delete from pattern_observation where observation_id = ?", fixture.id("observation.hoorn"));
        rows.change("update lesson_consent set given = false where lesson_id = ? and person_id = ?", fixture.id("lesson.published"), People.id("peer2"));
        String consents = fixture.fill("/lessons/{lesson.published}/consents");
        Api.as("peer1").post(consents, Map.of("given", true)).is(201);
        Api.as("peer2").post(consents, Map.of("given", false)).is(201);
        Api.as("peer2").delete(fixture.fill("/contributions/{question.leeuwarden}")).is(204);
        assertThat(Api.as("coordinator").get(fixture.fill("/lessons/{lesson.published}")).is(200).at("status")).isEqualTo("PUBLISHED");
        Api.as("peer1").post(consents, Map.of("given", false)).is(201);
        Api.as("vreemd").get(fixture.fill("/lessons/{lesson.published}")).is(404);
    }

    @Test
    void the_log_tells_nothing_of_a_concept_that_was_taken_back() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID concept = fixture.id("concept");
        rows.change("update programme set retention_months = 6, retention_way = 'ERASE' where id = ?", fixture.id("programme"));
        rows.change("update dilemma set phase = 'WITHDRAWN' where id = ?", concept);
        rows.insert("dilemma_move", "id", Ids.next(), "dilemma_id", concept, "from_phase", "DRAFT", "to_phase", "WITHDRAWN", "moved_at", "2026-01-05 10:00:00");
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        rows.change("update retention set due_on = '2026-11-02' where dilemma_id = ?", concept);
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        assertThat(found(fixture.word("concept.title"))).isEmpty();
        assertThat(rows.one("select count(*) from audit_event where dilemma_id = ?", concept)).isEqualTo("0");
    }

    @Test
    void erased_means_that_no_word_of_it_is_left_but_for_the_lessons() {
        Fixture fixture = closed("ERASE");
        over(fixture);
        fixture.words().keySet().stream().filter(text -> text.matches("(dilemma|version|restatement|closing|step|file|question|answer|reflection|mirror|remark|recognition|passage|response|session|seat|observation|name.guest|email.guest).*|typing.(question|remark)"))
                .forEach(text -> gone(fixture, text));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Gewist dilemma");
        Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200);
        Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/harvest")).is(200);
        assertThat(Api.as("vreemd").get(fixture.fill("/lessons/{lesson.published}")).is(200).body()).contains(fixture.word("lesson.published.telling"));
        int events = Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).items().size();
        assertThat(retain.due(Actor.system())).as("twice is once").isZero();
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).items()).hasSize(events);
    }

    @Test
    void a_pattern_whose_sources_are_erased_opens_to_nobody_and_a_coordinator_who_sat_there_stays_outside() {
        Fixture fixture = closed("ERASE");
        rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", People.id("peer1"), "email", People.email("peer1"), "role", "COORDINATOR", "created_at", Instant.now());
        rows.insert("house_rules_acceptance", "person_id", People.id("vreemd"), "programme_id", fixture.id("programme"), "version", 1, "accepted_at", Instant.now());
        over(fixture);
        for (String user : List.of("buiten", "vreemd", "peer2", "facilitator")) {
            Api.as(user).get(fixture.fill("/patterns/{pattern}")).is(404);
            assertThat(Api.as(user).get("/patterns?limit=100").body()).as(user).doesNotContain(fixture.word("pattern"));
        }
        Api.as("coordinator").get(fixture.fill("/patterns/{pattern}")).is(200);
        Api.as("coordinator").get(fixture.fill("/lessons/{lesson.withdrawn}")).is(200);
        Api.as("peer1").get(fixture.fill("/lessons/{lesson.withdrawn}")).is(404);
        assertThat(Api.as("peer1").post("/lessons", Map.of("patternId", fixture.id("pattern"), "title", "Een les", "statement", "Wie telt, vertelt ook.")).is(422).body()).contains("\"field\":\"patternId\"");
    }

    @Test
    void a_hosts_no_to_the_record_holds_when_nobody_can_be_asked_any_more() {
        Fixture fixture = closed("ANONYMISE");
        rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", People.id("host"), "email", People.email("host"), "role", "FACILITATOR", "created_at", Instant.now());
        rows.insert("record_consent", "person_id", People.id("host"), "municipality_code", "GM0503", "given_at", Instant.now());
        try {
            String records = "/municipalities/GM0503/records?query=" + fixture.word("dilemma.question");
            assertThat(Api.as("host").get(records).is(200).items()).as("her colleague has not said yes").isEmpty();
            over(fixture);
            assertThat(Api.as("host").get(records).is(200).items()).isEmpty();
        } finally {
            rows.change("delete from record_consent where person_id = ?", People.id("host"));
        }
    }

    private Fixture closed(String way) {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        rows.change("update programme set retention_months = 6, retention_way = ? where id = ?", way, fixture.id("programme"));
        rows.change("update dilemma_move set moved_at = '2026-01-05 10:00:00' where dilemma_id = ?", fixture.id("dilemma"));
        return fixture;
    }

    /** Everyone was told, and the day has come. */
    private void over(Fixture fixture) {
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        rows.change("update retention set due_on = '2026-11-02' where dilemma_id = ?", fixture.id("dilemma"));
        assertThat(retain.due(Actor.system())).isEqualTo(1);
        assertThat(rows.one("select count(*) from retention where dilemma_id = ? and done_at is not null", fixture.id("dilemma"))).isEqualTo("1");
    }

    private void mail(String to, String key, String body, Instant sent) {
        UUID id = Ids.next();
        rows.insert("mail", "id", id, "message_id", "<" + id + "@klankbord>", "unique_key", key, "recipient", to, "subject", "Klankbord", "body", body, "created_at", Instant.now(),
                "next_attempt_at", Instant.now().plusSeconds(86400), "attempts", 0, "sent_at", sent);
    }

    private void gone(Fixture fixture, String... texts) {
        for (String text : texts) {
            assertThat(found(fixture.word(text))).as(text).isEmpty();
        }
    }

    private List<String> found(String word) {
        return Everywhere.holding(rows, word);
    }

    private List<String> mails(Fixture fixture) {
        return rows.all("select recipient from mail where unique_key like ?", key(fixture));
    }

    private static String key(Fixture fixture) {
        return "retention." + fixture.id("dilemma") + "%";
    }
}
