// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Multipart;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A list of people at once: seen line by line first, then all of it or nothing. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ImportMembersTest {
    private final Fixture fixture = Fixture.in(Phase.DRAFT);
    private final String fresh = UUID.randomUUID() + "@lijst.example";

    @Test
    void a_dry_run_tells_of_each_line_what_will_come_of_it_and_writes_nothing() {
        int before = members();
        Answer report = send("coordinator", fresh + ";deelnemer;raad\n" + People.email("peer1") + ";deelnemer;beleid\n" + fresh.toUpperCase() + ";Deelnemer\ngeen-adres;deelnemer\n" + fresh + ";baas\n;deelnemer\n"
                + fresh + ";begeleider;directie", true).is(200);
        assertThat(report.json().get("lines").findValuesAsText("state")).containsExactly("NEW", "THERE", "TWICE", "INVALID", "INVALID", "INVALID", "INVALID");
        assertThat(report.json().get("lines").findValuesAsText("line")).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(report.json().get("lines").get(4).get("message").asText()).contains("De rol ‘baas’ kennen we niet");
        assertThat(List.of(report.at("added"), report.at("alreadyThere"), report.at("twice"), report.at("invalid"))).containsExactly("1", "1", "1", "4");
        assertThat(report.at("invited")).isEqualTo("1");
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void one_line_that_is_wrong_keeps_all_others_from_being_saved() {
        int before = members();
        Answer refused = send("coordinator", fresh + ";deelnemer\n" + fresh + ";koning", false).is(422);
        assertThat(refused.json().get("errors").findValuesAsText("field")).containsExactly("csv[2]");
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void who_is_new_gets_the_role_and_one_mail_and_who_was_there_is_left_alone() {
        int before = members();
        String list = "e-mail;rol;niveau\n" + fresh + ";deelnemer;raad\n" + People.email("peer1") + ";deelnemer;raad\n" + fresh + ";gespreksleider";
        Answer report = send("coordinator", list, false).is(201);
        assertThat(List.of(report.at("added"), report.at("invited"), report.at("alreadyThere"))).as("two roles for one person").containsExactly("2", "1", "1");
        assertThat(members()).isEqualTo(before + 2);
        try (Rows rows = Rows.open()) {
            assertThat(rows.all("select concat(role, ifnull(level, '')) from membership where email = ? order by role", fresh)).containsExactly("FACILITATOR", "PARTICIPANTCOUNCIL");
            assertThat(rows.one("select ifnull(level, '-') from membership where id = ?", fixture.id("membership.peer1"))).isEqualTo("-");
            assertThat(rows.all("select unique_key from mail where recipient = ?", fresh)).as("one for each role").hasSize(2).doesNotHaveDuplicates();
        }
        assertThat(send("coordinator", list, false).is(201).at("added")).isEqualTo("0");
        try (Rows rows = Rows.open()) {
            assertThat(rows.all("select unique_key from mail where recipient = ?", fresh)).hasSize(2);
        }
    }

    @Test
    void a_file_is_read_into_the_field_and_looked_at_first_even_when_she_asks_to_save() {
        int before = members();
        String list = "e-mail;rol\n" + fresh + ";coördinator\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            String page = upload("coordinator", new Multipart().field("csv", "wat er stond").field("save", "1").file("leden.csv", list.getBytes(charset))).is(200).body();
            assertThat(page).contains(fresh + ";coördinator", "Voeg de nieuwe regels toe").doesNotContain("wat er stond");
        }
        assertThat(members()).isEqualTo(before);
        upload("coordinator", new Multipart().field("csv", list).field("save", "1").file("", "")).is(303);
        assertThat(members()).isEqualTo(before + 1);
    }

    @Test
    void what_is_no_text_or_too_large_is_refused_at_its_field_and_what_stood_there_stays() {
        assertThat(upload("coordinator", new Multipart().field("csv", "wat er stond").file("leden.xlsx", "PK\u0003\u0004\0\0")).is(422).body()).contains("wat er stond", "geen tekstbestand", "id=\"f-file-error\"");
        assertThat(upload("coordinator", new Multipart().field("csv", "wat er stond").file("leden.csv", "a;deelnemer\n".repeat(100_000))).is(422).body()).contains("wat er stond", "hoogstens 1 MB");
        upload("vreemd", new Multipart().file("leden.xlsx", "\0")).is(404);
        assertThat(Browserless.as("beheer").upload("/administration/municipalities", new Multipart().file("cbs.csv", "code;inwoners;stedelijkheid\nGM0096;1256;5")).is(200).body()).contains("GM0096;1256;5", "Vlieland");
        Browserless.as("coordinator").upload("/administration/municipalities", new Multipart().file("cbs.csv", "\0")).is(403);
    }

    private Answer upload(String user, Multipart form) {
        return Browserless.as(user).upload(fixture.fill("/programmes/{programme}/people/import"), form);
    }

    @Test
    void an_administrator_gives_himself_no_role_by_a_list_either() {
        int before = members();
        Answer refused = send("beheer", fresh + ";deelnemer\n " + People.email("beheer").toUpperCase() + " ;coördinator", false).is(422);
        assertThat(refused.json().get("errors").findValuesAsText("field")).containsExactly("csv[2]");
        assertThat(members()).isEqualTo(before);
        send("beheer", fresh + ";coördinator", false).is(201);
    }

    @Test
    void a_municipality_may_be_named_as_people_say_it_and_where_two_share_a_name_both_are_offered() {
        Browserless page = Browserless.as("coordinator");
        String path = fixture.fill("/programmes/{programme}/people/import");
        assertThat(page.post(path, "csv", fresh + ";deelnemer;;Den Haag").is(200).body()).contains("&#39;s-Gravenhage", "name=\"save\"");
        assertThat(page.post(path, "csv", fresh + ";deelnemer;;gemeente Den Bosch").is(200).body()).contains("&#39;s-Hertogenbosch", "name=\"save\"");
        assertThat(page.post(path, "csv", fresh + ";deelnemer;;Bergen").is(200).body()).contains("Er is meer dan één gemeente ‘Bergen’. Schrijf: Bergen (L.), Bergen (NH.).").doesNotContain("name=\"save\"");
        assertThat(page.post(path, "csv", fresh + ";deelnemer;;Atlantis").is(200).body()).contains("De gemeente ‘Atlantis’ kennen we niet");
    }

    @Test
    void five_hundred_lines_fit_and_no_more() {
        assertThat(send("coordinator", lines(501), false).is(422).json().get("errors").get(0).get("message").asText()).contains("500");
        assertThat(send("coordinator", lines(500), false).is(201).at("added")).isEqualTo("500");
    }

    @Test
    void the_page_shows_the_list_before_it_saves_anything() {
        int before = members();
        Browserless page = Browserless.as("coordinator");
        String path = fixture.fill("/programmes/{programme}/people/import");
        assertThat(page.post(path, "csv", fresh + ";deelnemer").is(200).body()).contains("Nieuw: 1", "Krijgt een uitnodiging per mail: één persoon", "name=\"save\"", fresh + ";deelnemer</textarea>");
        assertThat(page.post(path, "csv", fresh + ";koning").is(200).body()).contains("De rol ‘koning’ kennen we niet").doesNotContain("name=\"save\"");
        assertThat(members()).isEqualTo(before);
        assertThat(page.post(path, "csv", fresh + ";koning\n" + fresh + ";deelnemer", "save", "1").is(422).body()).contains("Er is niets bewaard: één regel", "De rol ‘koning’ kennen we niet");
        assertThat(members()).isEqualTo(before);
        String after = page.post(path, "csv", fresh + ";deelnemer\n" + People.email("peer1") + ";deelnemer", "save", "1").is(303).header("Location");
        assertThat(members()).isEqualTo(before + 1);
        assertThat(page.get(after.substring(after.indexOf("/programmes"))).is(200).body()).contains("De lijst is overgenomen.", "Nieuwe rollen: 1. Uitgenodigd per mail: één persoon. Had de rol al: 1.");
    }

    private Answer send(String user, String csv, boolean dryRun) {
        return Api.as(user).post(fixture.fill("/programmes/{programme}/membership-imports"), Map.of("csv", csv, "dryRun", dryRun));
    }

    private int members() {
        try (Rows rows = Rows.open()) {
            return Integer.parseInt(rows.one("select count(*) from membership where programme_id = ?", fixture.id("programme")));
        }
    }

    private String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> i + fresh + ";deelnemer").collect(Collectors.joining("\n"));
    }
}
