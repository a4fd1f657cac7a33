// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
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
class ErasureTest {
    private Rows rows;

    @BeforeEach
    void open() {
        rows = Rows.open();
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void nothing_anywhere_holds_the_name_or_the_address_and_what_others_answered_stays() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        UUID hoorn = fixture.id("person.hoorn");
        String name = rows.one("select name from person where id = ?", hoorn);
        String email = rows.one("select email from person where id = ?", hoorn);
        // Nobody else sits there: her mirror is hers alone.
        rows.change("update seat_person set left_at = now() where seat_id = ? and person_id <> ?", fixture.id("seat.hoorn"), hoorn);
        rows.insert("text_draft", "person_id", hoorn, "draft_key", "remark." + fixture.id("dilemma"), "text", "Ik typ nog " + name, "updated_at", Instant.now(), "version", 0);
        rows.insert("municipality_administrator", "id", Ids.next(), "municipality_code", "GM0405", "person_id", hoorn, "email", email, "named_by", fixture.id("person.beheer"), "created_at", Instant.now());
        rows.change("update seat set status = 'INVITED', invited_email = ? where id = ?", email, fixture.id("seat.venlo"));
        // Nobody went into it: it goes, and its file too.
        UUID remark = Ids.next();
        rows.insert("contribution", "id", remark, "dilemma_id", fixture.id("dilemma"), "seat_id", fixture.id("seat.hoorn"), "author_id", hoorn, "kind", "REMARK", "text", "Hier schrijft " + name,
                "created_at", Instant.now(), "submitted_at", Instant.now(), "version", 0);
        rows.insert("attachment", "id", Ids.next(), "dilemma_id", fixture.id("dilemma"), "contribution_id", remark, "name", "Brief van " + name + ".txt", "kind", "TEXT", "size", 1,
                "added_by", hoorn, "added_at", Instant.now());
        rows.insert("step", "id", Ids.next(), "dilemma_id", fixture.id("dilemma"), "seat_id", fixture.id("seat.hoorn"), "author_id", hoorn, "written_by", hoorn, "owner_id", hoorn, "text", name + " belt",
                "due_on", "2029-01-02", "from_mirror", fixture.id("reflection.hoorn"), "created_at", Instant.now(), "version", 0);
        rows.insert("shared_address", "person_id", hoorn, "dilemma_id", fixture.id("dilemma"), "shared_at", Instant.now());
        mail(email, "Beste " + name, null);
        mail(email, "Beste " + name, Instant.now());
        UUID waiting = mail("ander@example.nl", "Vraag het aan " + name + ", " + email + ".", null);
        mail("ander@example.nl", "Vraag het aan " + name, Instant.now());
        Api.as("beheer").post("/people/" + hoorn + "/erasure").is(204);
        assertThat(Everywhere.holding(rows, name)).isEmpty();
        assertThat(Everywhere.holding(rows, email)).isEmpty();
        assertThat(rows.one("select body from mail where id = ?", waiting)).isEqualTo("Vraag het aan …, ….");
        assertThat(Everywhere.holding(rows, fixture.word("mirror.hoorn"))).isEmpty();
        assertThat(rows.one("select count(*) from membership where person_id = ?", hoorn)).isEqualTo("0");
        assertThat(rows.one("select count(*) from shared_address where person_id = ?", hoorn)).isEqualTo("0");
        assertThat(rows.one("select status from seat where id = ?", fixture.id("seat.hoorn"))).isEqualTo("LEFT");
        assertThat(Api.as("coordinator").get(fixture.fill("/contributions/{reflection.hoorn}")).is(200).body()).contains("Iemand uit Hoorn", fixture.word("reflection.hoorn"));
        Api.as("coordinator").get(fixture.fill("/attachments/{file.hoorn}")).is(200);
        Api.as("coordinator").get(fixture.fill("/lessons/{lesson.draft}")).is(200);
        Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).items().get(0).path("kind").asText()).isEqualTo("PERSON_ERASED");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/audit")).is(200).body()).contains("Persoon gewist", "iemand die niet meer wordt genoemd");
        Api.as("beheer").post("/people/" + hoorn + "/erasure").is(404);
    }

    @Test
    void a_hidden_file_goes_with_who_added_it_and_so_does_all_that_waits_for_her() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        UUID hoorn = fixture.id("person.hoorn");
        String email = rows.one("select email from person where id = ?", hoorn);
        rows.insert("account_link", "id", Ids.next(), "email", email, "asked_at", Instant.now(), "next_attempt_at", Instant.parse("2030-01-01T00:00:00Z"), "attempts", 0);
        String reports = fixture.fill("/dilemmas/{dilemma}/text-reports");
        String file = fixture.fill("file.{file.hoorn}");
        Api.as("peer2").post(reports, Map.of("text", file)).is(201);
        assertThat(Everywhere.holding(rows, fixture.word("file.hoorn.name"))).contains("text_report.words");
        Api.as("beheer").post("/people/" + hoorn + "/erasure").is(204);
        assertThat(Everywhere.holding(rows, fixture.word("file.hoorn.name"))).isEmpty();
        assertThat(Everywhere.holding(rows, fixture.word("file.hoorn.content"))).isEmpty();
        assertThat(Everywhere.holding(rows, email)).isEmpty();
        assertThat(rows.one("select count(*) from text_report where dilemma_id = ? and rewritten_at is null", fixture.id("dilemma"))).as("waits for nobody").isEqualTo("0");
        assertThat(Api.as("coordinator").get("/me/tasks").body()).doesNotContain("/dilemmas/" + fixture.id("dilemma") + "#hidden");
        assertThat(Api.as("coordinator").get(reports).items()).isEmpty();
    }

    @Test
    void a_colleague_on_the_same_seat_keeps_what_they_wrote_together() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update contribution set author_id = ?, written_by = ? where id = ?", fixture.id("person.hoorn"), fixture.id("person.hoorn"), fixture.id("reflection.leeuwarden"));
        Api.as("beheer").post(fixture.fill("/people/{person.hoorn}/erasure")).is(204);
        assertThat(rows.one("select text from contribution where id = ?", fixture.id("reflection.leeuwarden"))).contains(fixture.word("reflection.leeuwarden"));
        assertThat(rows.one("select text from mirror where contribution_id = ?", fixture.id("mirror.leeuwarden".replace("mirror", "reflection")))).contains(fixture.word("mirror.leeuwarden"));
    }

    @Test
    void without_the_tick_the_page_says_so_at_the_tick_and_that_the_account_stays() {
        UUID me = People.id("peer2");
        String page = Browserless.as("peer2").post("/people/" + me + "/erasure").is(422).body();
        assertThat(page).contains("Bevestigen: Zet een vinkje", "id=\"f-sure-error\"", "Uw account om u aan te melden blijft bestaan").doesNotContain("Herkenbaar");
        assertThat(Browserless.as("beheer").get("/people/" + me + "/erasure").is(200).body()).contains("Het account om aan te melden blijft bestaan");
    }

    @Test
    void who_erased_herself_is_nobody_and_signs_in_as_somebody_new() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID before = People.id("buiten");
        String name = rows.one("select name from person where id = ?", before);
        Api.as("peer1").post("/people/" + before + "/erasure").is(404);
        Browserless browser = Browserless.signIn("buiten");
        assertThat(browser.get("/people/" + before + "/erasure").is(200).body()).contains("Wat").contains("Nu wissen");
        browser.post("/people/" + before + "/erasure").is(422);
        assertThat(browser.post("/people/" + before + "/erasure", "sure", "true").is(303).header("Location")).endsWith("/logout");
        assertThat(Everywhere.holding(rows, People.email("buiten"))).isEmpty();
        assertThat(rows.one("select count(*) from person where name = ?", name)).isEqualTo("0");
        assertThat(rows.one("select count(*) from house_rules_acceptance where person_id = ?", before)).isEqualTo("0");
        People.forget("buiten");
        assertThat(People.id("buiten")).isNotEqualTo(before);
        Api.as("buiten").get(fixture.fill("/programmes/{programme}")).is(404);
    }

    @Test
    void a_programme_keeps_its_coordinator() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Answer refused = Api.as("beheer").post("/people/" + fixture.id("person.coordinator") + "/erasure").is(409);
        assertThat(refused.at("type")).endsWith("last-coordinator");
        assertThat(Browserless.as("coordinator").get("/people/" + fixture.id("person.coordinator") + "/erasure").is(200).body()).contains(fixture.word("programme.name")).doesNotContain("Nu wissen");
        Browserless.as("coordinator").post("/people/" + fixture.id("person.coordinator") + "/erasure", "sure", "true").is(409);
    }

    @Test
    void a_guest_erases_herself_and_her_door_closes() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String email = "gast-" + Ids.next() + "@example.nl";
        String seat = Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/guests"), Map.of("name", "Gast " + email.substring(5, 30), "email", email, "voice", "PROVIDER")).is(201).id();
        Api.as("host").post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(201);
        var link = Pattern.compile("http\\S+(/guest/[\\w-]{43})\\s").matcher(rows.one("select body from mail where recipient = ?", email));
        assertThat(link.find()).isTrue();
        Browserless guest = Browserless.fresh();
        guest.post(link.group(1)).is(303);
        guest.post("/guest/house-rules", "version", "1").is(303);
        UUID id = UUID.fromString(rows.one("select guest_id from seat where id = ?", seat));
        assertThat(guest.get("/texts").is(200).body()).contains("/people/" + id + "/erasure");
        guest.get("/people/" + id + "/erasure").is(200);
        assertThat(Browserless.as("beheer").get("/people/" + id + "/erasure").is(200).body()).as("known to her circle alone").doesNotContain(email, email.substring(5, 30));
        guest.post("/people/" + id + "/erasure", "sure", "true").is(303);
        assertThat(Everywhere.holding(rows, email)).isEmpty();
        assertThat(Everywhere.holding(rows, email.substring(5, 30))).isEmpty();
        guest.get(fixture.fill("/dilemmas/{dilemma}")).is(302);
        assertThat(rows.one("select status from seat where id = ?", seat)).isEqualTo("LEFT");
        Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
    }

    @Test
    void a_guest_takes_nothing_along_of_somebody_with_an_account_and_the_same_address() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String email = rows.one("select email from person where id = ?", fixture.id("person.hoorn"));
        UUID guest = fixture.id("person.guest");
        rows.change("update person set email = ? where id = ?", email, guest);
        rows.change("update membership set role = 'COORDINATOR' where id = ?", fixture.id("membership.hoorn"));
        rows.change("update seat set status = 'INVITED', invited_email = ? where id = ?", email, fixture.id("seat.venlo"));
        UUID other = mail(email, "Beste " + fixture.word("name.guest"), null);
        mail(email, "https://klankbord.example/dilemmas/" + fixture.id("dilemma"), null);
        UUID link = mail(email, "Uw link", Instant.now());
        rows.change("update mail set unique_key = ? where id = ?", "guest." + guest + "." + link, link);
        Api.as("beheer").post("/people/" + guest + "/erasure").is(204);
        assertThat(rows.one("select role from membership where id = ? and email = ?", fixture.id("membership.hoorn"), email)).isEqualTo("COORDINATOR");
        assertThat(rows.one("select status from seat where id = ? and invited_email = ?", fixture.id("seat.venlo"), email)).isEqualTo("INVITED");
        assertThat(rows.all("select id from mail where recipient = ?", email)).containsExactly(other.toString());
        assertThat(rows.one("select status from seat where id = ?", fixture.id("seat.guest"))).isEqualTo("LEFT");
    }

    @Test
    void what_she_only_began_and_somebody_else_wrote_last_stays_that_persons() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update contribution set author_id = ?, written_by = ? where id = ?", fixture.id("person.hoorn"), fixture.id("person.peer2"), fixture.id("reflection.leeuwarden"));
        rows.change("update contribution set author_id = ?, written_by = ? where id = ?", fixture.id("person.hoorn"), fixture.id("person.peer1"), fixture.id("question.withdrawn"));
        rows.change("update seat_person set left_at = now() where seat_id = ?", fixture.id("seat.leeuwarden"));
        Api.as("beheer").post(fixture.fill("/people/{person.hoorn}/erasure")).is(204);
        assertThat(rows.one("select text from contribution where id = ?", fixture.id("reflection.leeuwarden"))).contains(fixture.word("reflection.leeuwarden"));
        assertThat(rows.one("select text from mirror where contribution_id = ?", fixture.id("reflection.leeuwarden"))).contains(fixture.word("mirror.leeuwarden"));
        assertThat(rows.one("select text from contribution where id = ?", fixture.id("question.withdrawn"))).contains(fixture.word("question.withdrawn"));
    }

    @Test
    void files_that_others_need_stay_without_her_name_and_the_others_go() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        UUID hoorn = fixture.id("person.hoorn");
        for (String file : List.of("dilemma", "question", "withdrawn", "zwolle", "leeuwarden")) {
            rows.change("update attachment set added_by = ? where id = ?", hoorn, fixture.id("file." + file));
        }
        Api.as("beheer").post("/people/" + hoorn + "/erasure").is(204);
        for (String file : List.of("dilemma", "question", "zwolle", "leeuwarden", "hoorn")) {
            assertThat(rows.one("select p.name from attachment a join person p on p.id = a.added_by where a.id = ?", fixture.id("file." + file))).as(file).isEqualTo("Iemand uit Hoorn");
        }
        assertThat(Everywhere.holding(rows, fixture.word("file.withdrawn.content"))).isEmpty();
    }

    @Test
    void files_of_a_dilemma_go_with_the_last_of_its_host() {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        rows.change("update attachment set added_by = ? where id = ?", fixture.id("person.hoorn"), fixture.id("file.dilemma"));
        rows.change("update seat_person set left_at = now() where seat_id = ?", fixture.id("seat.host"));
        Api.as("beheer").post(fixture.fill("/people/{person.hoorn}/erasure")).is(204);
        assertThat(Everywhere.holding(rows, fixture.word("file.dilemma.content"))).isEmpty();
    }

    @Test
    void a_newcomer_to_whom_it_was_closed_keeps_no_concept_and_no_mirror() {
        Fixture fixture = newcomer(false);
        assertThat(Everywhere.holding(rows, fixture.word("reflection.hoorn"))).isEmpty();
        assertThat(Everywhere.holding(rows, fixture.word("mirror.hoorn"))).isEmpty();
    }

    @Test
    void a_newcomer_who_was_let_in_keeps_both() {
        Fixture fixture = newcomer(true);
        assertThat(rows.one("select text from contribution where id = ?", fixture.id("reflection.hoorn"))).contains(fixture.word("reflection.hoorn"));
        assertThat(rows.one("select text from mirror where contribution_id = ?", fixture.id("reflection.hoorn"))).contains(fixture.word("mirror.hoorn"));
    }

    /** Hoorn has a concept and one who came after it; then its writer is erased. */
    private Fixture newcomer(boolean letIn) {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update contribution set submitted_at = null where id = ?", fixture.id("reflection.hoorn"));
        rows.change("update seat set reflection_submitted_at = null where id = ?", fixture.id("seat.hoorn"));
        rows.insert("newcomer_consent", "seat_id", fixture.id("seat.hoorn"), "person_id", fixture.id("person.later"), "author_id", fixture.id("person.hoorn"), "dilemma_id", fixture.id("dilemma"),
                "given", letIn, "decided_at", Instant.now().plusSeconds(1));
        Api.as("beheer").post(fixture.fill("/people/{person.hoorn}/erasure")).is(204);
        return fixture;
    }

    @Test
    void what_a_colleague_wrote_too_stays_hers_and_nothing_of_who_is_erased() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        UUID hoorn = fixture.id("person.hoorn");
        rows.change("update contribution set submitted_at = null where id = ?", fixture.id("reflection.hoorn"));
        rows.change("update seat_person set left_at = now() where seat_id = ? and person_id <> ?", fixture.id("seat.hoorn"), hoorn);
        rows.insert("contribution_writer", "contribution_id", fixture.id("reflection.hoorn"), "person_id", fixture.id("person.peer3"), "dilemma_id", fixture.id("dilemma"), "wrote_since", Instant.now(),
                "text", "Dit schreef qzcolleague.");
        Api.as("beheer").post("/people/" + hoorn + "/erasure").is(204);
        assertThat(Everywhere.holding(rows, fixture.word("reflection.hoorn"))).isEmpty();
        assertThat(Everywhere.holding(rows, fixture.word("mirror.hoorn"))).isEmpty();
        assertThat(Api.as("peer3").get("/me/export").is(200).body()).contains("qzcolleague");
        assertThat(Browserless.as("peer3").get("/texts").is(200).body()).contains("qzcolleague");
    }

    @Test
    void what_a_colleague_said_came_of_a_step_stays_hers() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        rows.change("update step set seat_id = ?, author_id = ?, written_by = ?, reported_by = ? where id = ?", fixture.id("seat.hoorn"), fixture.id("person.hoorn"), fixture.id("person.hoorn"),
                fixture.id("person.peer2"), fixture.id("step.leeuwarden"));
        rows.change("update seat_person set left_at = now() where seat_id = ? and person_id <> ?", fixture.id("seat.hoorn"), fixture.id("person.hoorn"));
        Api.as("beheer").post(fixture.fill("/people/{person.hoorn}/erasure")).is(204);
        assertThat(Everywhere.holding(rows, fixture.word("step.leeuwarden"))).isEmpty();
        assertThat(Api.as("peer2").get(fixture.fill("/steps/{step.leeuwarden}")).is(200).at("report")).contains(fixture.word("step.leeuwarden.report"));
    }

    @Test
    void a_concept_goes_with_its_last_writer() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Api.as("beheer").post(fixture.fill("/people/{person.gouda}/erasure")).is(204);
        assertThat(rows.one("select phase from dilemma where id = ?", fixture.id("concept"))).isEqualTo("WITHDRAWN");
        assertThat(Everywhere.holding(rows, fixture.word("concept.title"))).isEmpty();
        assertThat(rows.one("select count(*) from audit_event where dilemma_id = ?", fixture.id("concept"))).isEqualTo("0");
        assertThat(rows.one("select phase from dilemma where id = ?", fixture.id("dilemma"))).isEqualTo("CLARIFYING");
        Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200);
    }

    @Test
    void a_concept_stays_with_a_colleague() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        rows.insert("seat_person", "seat_id", fixture.id("seat.concept"), "person_id", fixture.id("person.breda"), "dilemma_id", fixture.id("concept"), "kind", "HOST", "seated_at", Instant.now());
        Api.as("beheer").post(fixture.fill("/people/{person.gouda}/erasure")).is(204);
        assertThat(rows.one("select phase from dilemma where id = ?", fixture.id("concept"))).isEqualTo("DRAFT");
        assertThat(rows.one("select title from dilemma where id = ?", fixture.id("concept"))).contains(fixture.word("concept.title"));
    }

    private UUID mail(String to, String body, Instant sent) {
        UUID id = Ids.next();
        rows.insert("mail", "id", id, "message_id", "<" + id + "@klankbord>", "unique_key", "test." + id + "." + to, "recipient", to, "subject", "Klankbord", "body", body, "created_at", Instant.now(),
                "next_attempt_at", Instant.now().plusSeconds(86400), "attempts", 0, "sent_at", sent);
        return id;
    }
}
