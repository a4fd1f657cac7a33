// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Multipart;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Files beside a dilemma and beside what is said in it. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class AttachmentTest {

    @Test
    void a_file_is_added_with_a_form_stands_beside_its_text_and_comes_back_as_a_download() throws Exception {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String page = fixture.fill("/contributions/{question.leeuwarden}/attachments");
        assertThat(Browserless.as("peer2").get(page).is(200).body()).contains("enctype=\"multipart/form-data\"", "niet op virussen gecontroleerd", "Wie ziet dit?", "Aan een PDF veranderen wij niets");
        Browserless.as("peer2").upload(page, new Multipart().file("Plan van één jaar.docx", Samples.docx())).is(303);
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Plan van één jaar.docx");
        String id = Api.as("host").get(fixture.fill("/attachments?contributionId={question.leeuwarden}")).is(200).items().get(0).get("id").asText();
        for (Answer answer : List.of(Api.as("host").get("/attachments/" + id).is(200), Browserless.as("host").get("/attachments/" + id).is(200))) {
            assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"Plan van een jaar.docx\"; filename*=UTF-8''Plan%20van%20%C3%A9%C3%A9n%20jaar.docx");
            assertThat(answer.headers().allValues("Content-Security-Policy")).contains("sandbox").anyMatch(policy -> policy.startsWith("default-src 'none'"));
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.headers().allValues("Cache-Control")).singleElement().isEqualTo("private, no-store");
            assertThat(answer.header("Content-Type")).isEqualTo(FileKind.DOCX.mediaType());
        }
        assertThat(Samples.unzip(Api.as("host").bytes("/attachments/" + id))).containsOnlyKeys(Samples.word("").keySet());
        Browserless.as("peer2").post("/attachments/" + id + "/removal").is(303);
        Api.as("host").get("/attachments/" + id).is(404);
    }

    @Test
    void a_file_of_many_pieces_comes_back_byte_for_byte() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        byte[] text = "Een regel tekst over sturen.\n".repeat(110_000).getBytes(StandardCharsets.UTF_8);
        Answer made = Api.as("host").upload("/attachments", new Multipart().field("dilemmaId", fixture.id("dilemma").toString()).file("lijst.csv", text)).is(201);
        assertThat(made.header("Location")).endsWith("/api/v1/attachments/" + made.id());
        assertThat(made.at("mediaType")).isEqualTo("text/csv");
        assertThat(Arrays.equals(Api.as("host").bytes("/attachments/" + made.id()), text)).isTrue();
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select count(*) from attachment_part where attachment_id = ?", UUID.fromString(made.id()))).isEqualTo("4");
            Api.as("host").delete("/attachments/" + made.id()).is(204);
            assertThat(rows.one("select count(*) from attachment_part where attachment_id = ?", UUID.fromString(made.id()))).isEqualTo("0");
        }
    }

    @Test
    void what_comes_with_a_reflection_is_sealed_and_freezes_with_it() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String id = add("peer2", fixture, "reflection.leeuwarden").is(201).id();
        Api.as("peer1").get("/attachments/" + id).is(404);
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.leeuwarden}/submission")).is(201);
        Api.as("peer1").get("/attachments/" + id).is(200);
        for (String user : List.of("host", "coordinator", "facilitator", "beheer")) {
            Api.as(user).get("/attachments/" + id).is(404);
            assertThat(Api.as(user).get(fixture.fill("/attachments?dilemmaId={dilemma}")).body()).doesNotContain(id, fixture.word("file.zwolle.name"));
        }
        assertThat(add("peer2", fixture, "reflection.leeuwarden").is(409).at("type")).endsWith("already-submitted");
        assertThat(Api.as("peer2").delete("/attachments/" + id).is(409).at("type")).endsWith("frozen");
    }

    @Test
    void who_left_a_seat_does_not_read_what_a_colleague_added_since_and_keeps_own_files() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        seat(fixture, fixture.id("seat.leeuwarden"), "buiten", Instant.now().minusSeconds(3600));
        String added = add("buiten", fixture, "reflection.leeuwarden").is(201).id();
        Api.as("peer2").get("/attachments/" + added).is(200);
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}/people/{person.peer2}")).is(204);
        Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).is(200);
        Api.as("peer2").get(fixture.fill("/attachments/{file.leeuwarden}")).is(200);
        Api.as("peer2").get("/attachments/" + added).is(404);
        assertThat(Browserless.as("peer2").get("/texts").is(200).body()).contains(fixture.word("file.leeuwarden.name")).doesNotContain(added);
    }

    @Test
    void who_added_a_file_to_a_colleagues_text_keeps_it_when_she_leaves() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        seat(fixture, fixture.id("seat.leeuwarden"), "buiten", Instant.now().minusSeconds(3600));
        String added = add("buiten", fixture, "reflection.leeuwarden").is(201).id();
        Api.as("buiten").delete(fixture.fill("/seats/{seat.leeuwarden}/people/{person.buiten}")).is(204);
        Api.as("buiten").get(fixture.fill("/contributions/{reflection.leeuwarden}")).is(404);
        Api.as("buiten").get(fixture.fill("/attachments/{file.leeuwarden}")).is(404);
        keeps(fixture, "buiten", added, "De tekst");
        Api.as("buiten").delete("/attachments/" + added).is(404);
        Api.as("buiten").get(fixture.fill("/attachments?contributionId={reflection.leeuwarden}")).is(404);
        Api.as("peer2").get("/attachments/" + added).is(200);
    }

    @Test
    void who_added_a_file_keeps_it_when_the_dilemma_is_withdrawn() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update attachment set added_by = ? where id = ?", fixture.id("person.peer1-collega"), fixture.id("file.zwolle"));
            rows.change("update attachment set added_by = ? where id = ?", fixture.id("person.host-bestuur"), fixture.id("file.dilemma"));
        }
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        keeps(fixture, "peer1-collega", fixture.id("file.zwolle").toString(), fixture.word("file.zwolle.content"));
        keeps(fixture, "host-bestuur", fixture.id("file.dilemma").toString(), fixture.word("file.dilemma.content"));
        Api.as("peer1").get(fixture.fill("/attachments/{file.zwolle}")).is(404);
        Api.as("coordinator").get(fixture.fill("/attachments/{file.dilemma}")).is(404);
        Api.as("peer1-collega").get(fixture.fill("/attachments?dilemmaId={dilemma}")).is(404);
    }

    /** By its address, in her list and in what she takes along; nothing else of that dilemma. */
    private static void keeps(Fixture fixture, String user, String file, String content) {
        assertThat(Api.as(user).get("/attachments/" + file).is(200).body()).contains(content);
        assertThat(Browserless.as(user).get("/attachments/" + file).is(200).body()).contains(content);
        assertThat(Api.as(user).get("/attachments").is(200).items()).extracting(one -> one.get("id").asText()).contains(file);
        assertThat(Api.as(user).get("/me/export").is(200).json().get("attachments").toString()).contains("/attachments/" + file).doesNotContain(fixture.word("file.hoorn.name"), fixture.word("file.leeuwarden.name"));
    }

    @Test
    void a_newcomer_reads_a_file_when_who_wrote_and_who_added_it_agree() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        UUID seat = Ids.next();
        try (Rows rows = Rows.open()) {
            rows.insert("seat", "id", seat, "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "municipality_code", "GM0114", "status", "ACCEPTED", "accepted_at", Instant.now(), "version", 0);
            rows.change("update attachment set added_by = ? where id = ?", fixture.id("person.peer1-collega"), fixture.id("file.zwolle"));
        }
        seat(fixture, seat, "buiten", Instant.now().plusMillis(2));
        Api.as("buiten").get(fixture.fill("/attachments/{file.dilemma}")).is(200);
        assertThat(Browserless.as("buiten").get(fixture.fill("/dilemmas/{dilemma}")).body()).doesNotContain(fixture.word("file.question.name"), fixture.word("file.zwolle.name"));
        Api.as("buiten").get(fixture.fill("/attachments/{file.question}")).is(404);
        String consents = fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consents");
        Api.as("peer1").post(consents, Map.of("given", true)).is(201);
        Api.as("buiten").get(fixture.fill("/attachments/{file.question}")).is(200);
        Api.as("buiten").get(fixture.fill("/contributions/{reflection.zwolle}")).is(200);
        Api.as("buiten").get(fixture.fill("/attachments/{file.zwolle}")).is(404);
        assertThat(Browserless.as("peer1-collega").get("/").body()).as("who only added a file is asked, too").contains("Mag een nieuwkomer lezen wat u schreef?");
        Api.as("peer1-collega").post(consents, Map.of("given", true)).is(201);
        assertThat(Api.as("buiten").get(fixture.fill("/attachments/{file.zwolle}")).is(200).body()).contains(fixture.word("file.zwolle.content"));
    }

    @Test
    void a_file_with_a_concept_asks_about_who_comes_to_its_seat_and_about_nobody_elsewhere() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = null where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update attachment set added_by = ? where id = ?", fixture.id("person.peer1-collega"), fixture.id("file.zwolle"));
        }
        String consents = fixture.fill("/dilemmas/{dilemma}/newcomers/{person.buiten}/consents");
        seat(fixture, fixture.id("seat.hoorn"), "buiten", Instant.now().plusMillis(2));
        Api.as("peer1-collega").post(consents, Map.of("given", true)).is(404);
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set seat_id = ? where dilemma_id = ? and person_id = ?", fixture.id("seat.zwolle"), fixture.id("dilemma"), fixture.id("person.buiten"));
        }
        Api.as("buiten").get(fixture.fill("/attachments/{file.zwolle}")).is(404);
        Api.as("peer1-collega").post(consents, Map.of("given", true)).is(201);
        Api.as("peer1").post(consents, Map.of("given", true)).is(201);
        Api.as("buiten").get(fixture.fill("/attachments/{file.zwolle}")).is(200);
    }

    @Test
    void a_report_and_a_withdrawal_take_name_and_bytes_along() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Api.as("host").post(fixture.fill("/contributions/{question.zwolle}/reports"), Map.of()).is(201);
        for (String user : List.of("host", "coordinator", "peer2", "peer1-collega", "facilitator")) {
            Api.as(user).get(fixture.fill("/attachments/{file.question}")).is(404);
            assertThat(Browserless.as(user).get(fixture.fill("/dilemmas/{dilemma}")).body()).as(user).doesNotContain(fixture.word("file.question.name"));
        }
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains(fixture.word("file.question.name"));
        add("peer1", fixture, "question.zwolle").is(409);
        Api.as("coordinator").delete(fixture.fill("/contributions/{question.zwolle}/reports")).is(204);
        Api.as("host").get(fixture.fill("/attachments/{file.question}")).is(200);
        Api.as("peer1").delete(fixture.fill("/contributions/{question.zwolle}")).is(204);
        Api.as("host").get(fixture.fill("/attachments/{file.question}")).is(404);
        Api.as("peer1").get(fixture.fill("/attachments/{file.question}")).is(200);
        add("peer1", fixture, "question.zwolle").is(409);
        String page = fixture.fill("/contributions/{question.zwolle}/attachments");
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as("takes it away there, too").contains(page);
        assertThat(Browserless.as("peer1").get(page).is(200).body()).contains(fixture.word("file.question.name")).doesNotContain("multipart/form-data");
        Browserless.as("peer1").post(fixture.fill("/attachments/{file.question}/removal")).is(303);
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain(page);
    }

    @Test
    void a_dilemma_that_was_widened_shows_its_files_and_none_of_what_is_said() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set circle = 'PROGRAMME' where id = ?", fixture.id("dilemma"));
        }
        Api.as("buiten").get(fixture.fill("/attachments/{file.dilemma}")).is(200);
        Api.as("buiten").get(fixture.fill("/attachments/{file.question}")).is(404);
        assertThat(Api.as("buiten").get(fixture.fill("/attachments?dilemmaId={dilemma}")).is(200).items()).hasSize(1);
    }

    @Test
    void what_one_takes_along_names_the_files_one_added() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        assertThat(Api.as("peer1").get("/me/export").is(200).json().get("attachments").toString()).contains(fixture.word("file.zwolle.name"), fixture.word("file.withdrawn.name"), "/attachments/" + fixture.id("file.question"))
                .doesNotContain(fixture.word("file.hoorn.name"), fixture.word("file.dilemma.name"));
    }

    @Test
    void what_cannot_be_taken_is_refused_at_its_field_and_nothing_is_kept() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String dilemma = fixture.id("dilemma").toString();
        String page = "/dilemmas/" + dilemma + "/attachments";
        Map<String, Multipart> wrong = Map.of("is leeg", new Multipart().file("leeg.txt", ""), "Kies eerst een bestand", new Multipart().field("x", "y"),
                "niet aan, of de inhoud", new Multipart().file("rapport.pdf", "MZ\u0000\u0001"), "macro’s of andere", new Multipart().file("plan.docm", Samples.zip(Samples.word("application/vnd.ms-word.document.macroEnabled.main+xml"))),
                "ten hoogste 25 MB", new Multipart().file("groot.txt", new byte[26 << 20]));
        wrong.forEach((words, form) -> {
            assertThat(Browserless.as("host").upload(page, form).is(422).body()).as(words).contains(words, "id=\"f-file-error\"", "href=\"#f-file\"", "utrecht-alert--error");
            Answer problem = Api.as("host").upload("/attachments", form.field("dilemmaId", dilemma)).is(422);
            assertThat(problem.json().get("errors").get(0).get("field").asText()).isEqualTo("file");
            assertThat(problem.json().get("errors").get(0).get("message").asText()).contains(words);
        });
        assertThat(Api.as("host").get("/attachments?dilemmaId=" + dilemma).items()).hasSize(1);
    }

    @Test
    void what_is_larger_than_http_may_bring_gets_words_too() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        Multipart large = new Multipart().file("film.pdf", new byte[31 << 20]);
        String page = fixture.fill("/dilemmas/{dilemma}/attachments");
        String back = Browserless.as("host").upload(page, large).is(303).header("Location");
        assertThat(Browserless.as("host").get(back.substring(back.indexOf("/dilemmas/"))).is(200).body()).contains("ten hoogste 25 MB", "id=\"f-file-error\"");
        Answer problem = Api.as("host").upload("/attachments", large).is(413);
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.json().get("errors").get(0).get("field").asText()).isEqualTo("file");
        assertThat(problem.header("API-Version")).isNotNull();
    }

    @Test
    void a_name_cannot_lead_anywhere() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        for (String name : List.of("../../../etc/passwd", "plan%0D%0ASet-Cookie: a=b.txt", "<b>plan</b>.exe", "C:\\\\geheim\\\\plan.txt")) {
            Answer made = Api.as("host").upload("/attachments", new Multipart().field("dilemmaId", fixture.id("dilemma").toString()).file(name, "De tekst")).is(201);
            assertThat(made.at("name")).as(name).doesNotContain("/", "\\", "\n", "<", "..", "geheim").endsWith(".txt");
            Answer download = Api.as("host").get("/attachments/" + made.id()).is(200);
            assertThat(download.headers().map()).doesNotContainKey("set-cookie");
            assertThat(download.header("Content-Disposition")).startsWith("attachment; filename=\"");
        }
    }

    @Test
    void a_file_belongs_to_one_thing_that_one_may_write_and_to_nothing_else() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Multipart file = new Multipart().file("plan.txt", "De tekst");
        assertThat(Api.as("peer2").upload("/attachments", file).is(422).json().get("errors").get(0).get("field").asText()).isEqualTo("dilemmaId");
        Api.as("peer2").upload("/attachments", new Multipart().field("dilemmaId", fixture.id("dilemma").toString()).field("contributionId", fixture.id("question.leeuwarden").toString()).file("a.txt", "a")).is(422);
        Answer absent = Api.as("vreemd").upload("/attachments", new Multipart().field("contributionId", Ids.next().toString()).file("a.txt", "a")).is(404);
        Answer hidden = Api.as("vreemd").upload("/attachments", new Multipart().field("contributionId", fixture.id("question.zwolle").toString()).file("a.txt", "a")).is(404);
        assertThat(hidden.body()).isEqualTo(absent.body());
        Api.as("peer2").upload("/attachments", new Multipart().field("contributionId", "' or 1=1").file("a.txt", "a")).is(404);
        Api.as("peer2").post("/attachments", Map.of("contributionId", fixture.id("question.leeuwarden"))).is(415);
    }

    @Test
    void there_are_ten_files_at_most_and_the_form_makes_way_for_saying_so() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        for (int i = 0; i < 10; i++) {
            add("peer2", fixture, "question.leeuwarden").is(201);
        }
        assertThat(add("peer2", fixture, "question.leeuwarden").is(422).body()).contains("Er zijn hier al 10 bestanden");
        assertThat(Browserless.as("peer2").get(fixture.fill("/contributions/{question.leeuwarden}/attachments")).is(200).body()).contains("Er zijn al 10 bestanden").doesNotContain("multipart/form-data");
    }

    private static Answer add(String user, Fixture fixture, String contribution) {
        return Api.as(user).upload("/attachments", new Multipart().field("contributionId", fixture.id(contribution).toString()).file("plan.txt", "De tekst"));
    }

    private static void seat(Fixture fixture, UUID seat, String user, Instant since) {
        try (Rows rows = Rows.open()) {
            rows.insert("seat_person", "seat_id", seat, "person_id", fixture.id("person." + user), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", since);
        }
    }
}
