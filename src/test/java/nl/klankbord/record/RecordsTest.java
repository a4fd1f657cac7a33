// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zwolle's texts, for a colleague of Zwolle who manages its people and has no seat any more. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class RecordsTest {
    private static final String ZWOLLE = "/municipalities/GM0193/records";
    private static final String OTHER = "Bij een dilemma van een andere gemeente";
    private static final String UNSHARED = "Bij een eigen dilemma dat nog niet met u is gedeeld";
    private Rows rows;

    @BeforeEach
    void manager() {
        rows = Rows.open();
        rows.change("delete from record_consent");
        rows.insert("municipality_administrator", "id", Ids.next(), "municipality_code", "GM0193", "person_id", People.id("peer1-collega"), "email", People.email("peer1-collega"),
                "named_by", People.id("beheer"), "created_at", Instant.now());
    }

    @AfterEach
    void nobody() {
        rows.change("delete from municipality_administrator where municipality_code = 'GM0193'");
        rows.change("delete from record_consent");
        rows.close();
    }

    @Test
    void without_a_writers_yes_a_municipality_has_nothing_and_a_no_takes_it_back() {
        Fixture fixture = fixture(Phase.HARVESTING);
        String word = fixture.word("reflection.zwolle");
        assertThat(find(word)).isEmpty();
        Api.as("peer1").post("/me/record-consent", Map.of("given", true)).is(201);
        assertThat(find(word)).contains(word);
        Browserless.as("peer1").post("/profile/record-consent", "given", "false").is(303);
        assertThat(find(word)).isEmpty();
    }

    @Test
    void nobody_finds_them_but_who_administers_that_very_municipality() {
        Fixture fixture = fixture(Phase.HARVESTING);
        yes("peer1", "GM0193");
        for (String user : List.of("peer1", "host", "coordinator", "facilitator", "beheer", "vreemd")) {
            Api.as(user).get(ZWOLLE).is(404);
            Api.as(user).post(ZWOLLE + "/export").is(404);
        }
        Api.as("peer1-collega").get("/municipalities/GM0503/records").is(404);
        assertThat(Browserless.as("peer1-collega").get("/municipality/records?query=" + fixture.word("reflection.zwolle")).is(200).body()).contains(fixture.word("reflection.zwolle"));
    }

    @Test
    void a_search_that_finds_nothing_still_lets_everything_be_taken_along() {
        assertThat(Browserless.as("peer1-collega").get("/municipality/records?query=" + Ids.next()).is(200).body()).contains("Er is niets gevonden", "/municipality/records/export");
    }

    @Test
    void what_is_sealed_stays_sealed_and_what_is_the_writers_alone_never_goes_along() {
        for (Phase phase : Phase.values()) {
            Fixture fixture = fixture(phase);
            yes("peer1", "GM0193");
            yes("peer2", "GM0080");
            String all = export("?names=true").body() + Browserless.as("peer1-collega").get("/municipality/records").body();
            fixture.words().forEach((text, word) -> {
                boolean open = text.equals("question.zwolle") && phase.compareTo(Phase.CLARIFYING) >= 0 && phase != Phase.WITHDRAWN
                        || text.startsWith("file.question") && phase.compareTo(Phase.CLARIFYING) >= 0 && phase != Phase.WITHDRAWN
                        || (text.startsWith("reflection.zwolle") || text.startsWith("file.zwolle")) && phase.compareTo(Phase.SESSION) >= 0 && phase != Phase.WITHDRAWN || text.equals("programme.name") && phase.compareTo(Phase.CLARIFYING) >= 0 && phase != Phase.WITHDRAWN;
                if (!open) {
                    assertThat(all).as("%s in %s", text, phase).doesNotContain(word);
                } else {
                    assertThat(export("").body()).as("%s in %s", text, phase).contains(word);
                }
            });
        }
    }

    @Test
    void a_text_in_which_somebody_can_be_recognised_shows_as_hidden() {
        Fixture fixture = fixture(Phase.HARVESTING);
        yes("peer1", "GM0193");
        rows.change("update contribution set hidden_at = now() where id = ?", fixture.id("reflection.zwolle"));
        assertThat(export("").body()).doesNotContain(fixture.word("reflection.zwolle"), fixture.word("reflection.zwolle.advice")).contains("(verborgen");
    }

    @Test
    void the_files_beside_the_texts_lie_in_a_folder_of_their_dilemma_and_are_listed_with_it() {
        Fixture fixture = fixture(Phase.HARVESTING);
        yes("peer1", "GM0193");
        // Two of one name, and one of a colleague of another gemeente beside a text of Zwolle: none such can be added, and it would not go along.
        rows.change("update attachment set name = 'Plan & kosten.txt' where id in (?, ?)", fixture.id("file.question"), fixture.id("file.zwolle"));
        rows.change("update attachment set contribution_id = ? where id = ?", fixture.id("question.zwolle"), fixture.id("file.leeuwarden"));
        yes("peer2", "GM0193");
        Zip zip = export("");
        String name = zip.name(fixture);
        String folder = name + "/";
        assertThat(name).as("whose it is, Zwolle may not read").matches("20\\d\\d-\\d\\d-\\d\\d-[0-9a-f]{8}");
        assertThat(zip.pages().keySet()).filteredOn(entry -> entry.startsWith(folder)).containsExactly(folder + "01 Plan & kosten.txt", folder + "02 Plan & kosten.txt");
        assertThat(zip.pages().get(folder + "01 Plan & kosten.txt") + zip.pages().get(folder + "02 Plan & kosten.txt")).contains(fixture.word("file.question.content"), fixture.word("file.zwolle.content"));
        assertThat(zip.body()).doesNotContain(fixture.word("file.leeuwarden.content"), fixture.word("file.leeuwarden.name"));
        assertThat(zip.pages().get(name + ".html")).contains("href=\"" + folder + "02%20Plan%20%26%20kosten.txt\"", "Plan &amp; kosten.txt");
        assertThat(zip.pages().get("klankbord.json")).contains("\"page\" : \"" + name + ".html\"", folder + "02 Plan & kosten.txt", "\"mediaType\" : \"text/plain\"").doesNotContain(fixture.id("file.zwolle").toString());
        assertThat(Browserless.as("peer1-collega").get("/municipality/records?query=kosten.txt").is(200).body()).contains("Plan &amp; kosten.txt", "De bestanden zelf zitten in het ZIP-bestand");
    }

    @Test
    void an_overview_says_whose_it_is_and_leads_to_all_that_is_in_it_and_tells_no_more_of_what_is_not() {
        Fixture fixture = fixture(Phase.HARVESTING);
        String nothing = overview(export(""));
        assertThat(nothing).contains("Nog geen collega deelt teksten met u").doesNotContain("<a ", fixture.word("programme.name"));
        yes("peer1", "GM0193");
        Zip zip = export("");
        assertThat(overview(zip)).contains("<dd>Zwolle</dd>", fixture.word("programme.name"), zip.name(fixture) + ".html").containsPattern("\\d [a-z]+ 20\\d\\d, \\d\\d\\.\\d\\d uur</dd>");
        List<String> links = Pattern.compile("href=\"([^\"]*)\"").matcher(overview(zip)).results().map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8)).toList();
        assertThat(links).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(zip.pages().keySet().stream().filter(entry -> !entry.equals("index.html") && !entry.equals("klankbord.json")).toList());
        rows.change("update contribution set hidden_at = now() where id = ?", fixture.id("reflection.zwolle"));
        String missing = nothing.substring(nothing.indexOf("Wat er niet in zit"));
        assertThat(missing).contains("Wat in de kring nog dicht is");
        assertThat(List.of(overview(zip), overview(export("")))).allSatisfy(overview -> assertThat(overview).endsWith(missing));
    }

    @Test
    void a_hidden_file_and_the_file_of_a_hidden_text_stay_out() {
        Fixture fixture = fixture(Phase.HARVESTING);
        yes("peer1", "GM0193");
        rows.change("update attachment set hidden_at = now() where id = ?", fixture.id("file.question"));
        rows.change("update contribution set hidden_at = now() where id = ?", fixture.id("reflection.zwolle"));
        Zip zip = export("?names=true");
        assertThat(zip.pages().keySet()).contains(zip.name(fixture) + ".html").noneMatch(entry -> entry.startsWith(zip.name(fixture) + "/"));
    }

    @Test
    void a_yes_from_when_it_was_about_texts_alone_holds_for_files_once_it_is_given_again() {
        Fixture fixture = fixture(Phase.HARVESTING);
        rows.insert("record_consent", "person_id", People.id("peer1"), "municipality_code", "GM0193", "given_at", Instant.now());
        assertThat(export("").body()).contains(fixture.word("reflection.zwolle")).doesNotContain(fixture.word("file.zwolle.name"), fixture.word("file.zwolle.content"));
        assertThat(Browserless.as("peer1").get("/profile/record-consent").is(200).body()).contains("Bewaar dan uw ja opnieuw");
        Browserless.as("peer1").post("/profile/record-consent", "given", "true").is(303);
        assertThat(export("").body()).contains(fixture.word("file.zwolle.name"), fixture.word("file.zwolle.content"));
        assertThat(Browserless.as("peer1").get("/profile/record-consent").body()).doesNotContain("Bewaar dan uw ja opnieuw");
    }

    @Test
    void names_are_left_out_unless_asked_for_and_facts_and_views_stand_apart() {
        Fixture fixture = fixture(Phase.HARVESTING);
        yes("peer1", "GM0193");
        String name = Api.as("peer1").get("/me").at("name");
        Zip without = export("");
        assertThat(without.body()).doesNotContain(name);
        assertThat(export("?names=true").body()).contains(name);
        String page = without.pages().get(without.name(fixture) + ".html");
        assertThat(page.indexOf(fixture.word("reflection.zwolle.example"))).isBetween(page.indexOf("Feiten</h2>"), page.indexOf("Eigen kijk</h2>"));
        assertThat(page.indexOf(fixture.word("reflection.zwolle.advice"))).isGreaterThan(page.indexOf("Eigen kijk</h2>"));
        assertThat(Api.as("coordinator").get(fixture.fill("/programmes/{programme}/audit-events")).items().get(0).path("kind").asText()).isEqualTo("RECORDS_EXPORTED");
    }

    @Test
    void a_page_says_in_words_what_a_text_is_and_only_programs_get_codes() {
        Fixture fixture = fixture(Phase.HARVESTING);
        yes("peer1", "GM0193");
        Zip zip = export("");
        String page = zip.pages().get(zip.name(fixture) + ".html");
        assertThat(page).contains("Advies</h3>", "Eigen kijk · ", "Voorbeeld uit de praktijk</h3>", "Feit · ").doesNotContainPattern("\\b[A-Z]{4,}(_[A-Z]+)*\\b");
        assertThat(zip.pages().get("klankbord.json")).contains("\"part\" : \"ADVICE\"", "\"nature\" : \"VIEW\"");
    }

    @Test
    void who_began_a_text_and_wrote_none_of_it_is_not_named_without_her_yes() {
        Fixture fixture = fixture(Phase.HARVESTING);
        rows.change("update contribution set written_by = ? where id = ?", People.id("peer1-collega"), fixture.id("reflection.zwolle"));
        rows.change("update contribution_writer set person_id = ? where contribution_id = ?", People.id("peer1-collega"), fixture.id("reflection.zwolle"));
        yes("peer1-collega", "GM0193");
        assertThat(export("?names=true").body()).contains(fixture.word("reflection.zwolle"), Api.as("peer1-collega").get("/me").at("name")).doesNotContain(Api.as("peer1").get("/me").at("name"));
    }

    @Test
    void a_dilemma_goes_along_when_everyone_agrees_who_brought_it_in() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        String path = "/municipalities/GM0503/records?query=" + fixture.word("dilemma.question");
        yes("host", "GM0503");
        assertThat(Api.as("host").get(path).is(200).items()).isEmpty();
        yes("host-bestuur", "GM0503");
        assertThat(Api.as("host").get(path).is(200).items().get(0).path("title").asText()).contains(fixture.word("dilemma.title"));
        assertThat(Api.as("host").get("/municipalities/GM0503/records?query=" + fixture.word("file.dilemma.name")).is(200).items().get(0).path("files").get(0).path("name").asText()).contains(fixture.word("file.dilemma.name"));
        Zip zip = export("host", "/municipalities/GM0503/records/export");
        String name = zip.name(fixture);
        assertThat(name).matches("20\\d\\d-\\d\\d-\\d\\d-dilemma-" + fixture.word("dilemma.title") + "-[0-9a-f]{8}");
        assertThat(zip.pages().keySet()).anyMatch(entry -> entry.startsWith(name + "/01 "));
        assertThat(zip.pages().get(name + ".html")).containsPattern("<h1>Dilemma " + fixture.word("dilemma.title") + "\\s+\\(" + name.substring(0, 10) + ", " + name.substring(name.length() - 8) + "\\)");
        Fixture concept = Fixture.in(Phase.DRAFT);
        assertThat(Api.as("host").get("/municipalities/GM0503/records?query=" + concept.word("dilemma.question")).items()).isEmpty();
    }

    @Test
    void what_was_said_in_a_dilemma_of_ones_own_that_is_not_shared_is_not_said_to_be_of_another() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        yes("host", "GM0503");
        String word = fixture.word("remark.host");
        assertThat(Browserless.as("host").get("/municipality/records?query=" + word).is(200).body()).contains(word, UNSHARED).doesNotContain(OTHER, fixture.word("dilemma.title"));
        JsonNode found = Api.as("host").get("/municipalities/GM0503/records?query=" + word).is(200).items().get(0);
        assertThat(found.path("own").asBoolean()).isTrue();
        assertThat(found.has("title")).isFalse();
        Zip zip = export("host", "/municipalities/GM0503/records/export");
        assertThat(zip.pages().get(zip.name(fixture) + ".html")).contains(word, UNSHARED).doesNotContain(OTHER);
        assertThat(zip.body()).doesNotContain(fixture.word("dilemma.title"));
        Fixture zwolles = fixture(Phase.HARVESTING);
        yes("peer1", "GM0193");
        assertThat(Browserless.as("peer1-collega").get("/municipality/records?query=" + zwolles.word("reflection.zwolle")).is(200).body()).contains(OTHER).doesNotContain(UNSHARED);
    }

    /** In which she who manages has left her seat. */
    private Fixture fixture(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        rows.change("update seat_person set left_at = now() where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), People.id("peer1-collega"));
        return fixture;
    }

    private void yes(String user, String municipality) {
        rows.change("insert ignore into record_consent (person_id, municipality_code, given_at, files) values (?, ?, now(), true)", People.id(user), municipality);
    }

    private static String find(String word) {
        var items = Api.as("peer1-collega").get(ZWOLLE + "?query=" + word).is(200).items();
        return items.isEmpty() ? "" : items.toString();
    }

    private static String overview(Zip zip) {
        return zip.pages().get("index.html");
    }

    private static Zip export(String query) {
        return export("peer1-collega", ZWOLLE + "/export" + query);
    }

    private static Zip export(String user, String path) {
        Map<String, String> pages = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Api.as(user).file(path)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                pages.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zip(pages);
    }

    record Zip(Map<String, String> pages) {
        /** Names tell something, too. */
        String body() {
            return String.join("\n", pages.keySet()) + "\n" + String.join("\n", pages.values());
        }

        /** What the page and the folder of its dilemma are called. */
        String name(Fixture fixture) {
            String end = "-" + fixture.id("dilemma").toString().substring(28) + ".html";
            return pages.keySet().stream().filter(name -> name.endsWith(end)).map(name -> name.replace(".html", "")).findFirst().orElseThrow();
        }
    }
}
