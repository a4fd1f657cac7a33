// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Colleagues on one seat write one text, without scripts. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class WritingTogetherTest {
    private static final String ANNE = "peer1";
    private static final String BILAL = "peer1-collega";
    private final Fixture fixture = unsubmitted();
    private final String page = fixture.fill("/dilemmas/{dilemma}/reflection");

    @Test
    void a_save_that_a_colleague_was_before_overwrites_nothing_and_shows_both_texts() {
        Map<String, String> anne = form(ANNE, page);
        Map<String, String> bilal = form(BILAL, page);
        save(BILAL, page, bilal, "advice", "Bilal raadt aan te wachten.").is(303);
        String told = save(ANNE, page, anne, "text", anne.get("text") + " Anne vult aan.", "advice", "Anne raadt aan te beginnen.").is(412).body();
        assertThat(told).contains("Bilal raadt aan te wachten.", "Anne raadt aan te beginnen.", "Anne vult aan.", "Maak er één tekst van");
        assertThat(saved("advice")).isEqualTo("Bilal raadt aan te wachten.");
        Map<String, String> merged = fields(told);
        assertThat(merged.get("text")).isEqualTo(anne.get("text") + " Anne vult aan.");
        assertThat(merged.get("advice")).contains("Bilal raadt aan te wachten.", "Anne raadt aan te beginnen.");
        assertThat(merged.get("example")).as("what does not differ goes along").isEqualTo(anne.get("example"));
        assertThat(told).as("and is not shown to be chosen").doesNotContain("id=\"f-example\"");
        assertThat(told).as("what a browser keeps of this page is not put back into the form itself").contains("data-key=\"" + page + "/merge\"");
        save(ANNE, page, merged).is(303);
        assertThat(saved("advice")).contains("Bilal raadt aan te wachten.", "Anne raadt aan te beginnen.");
        assertThat(saved("text")).contains("Anne vult aan.");
        assertThat(Browserless.as(ANNE).get(page).body()).doesNotContain("reflection/merge");
    }

    @Test
    void a_merge_asks_only_about_what_both_changed_and_says_that_nothing_is_submitted_to_who_meant_to() {
        Map<String, String> anne = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "mirror", "Bij Bilal qzspiegel.", "advice", "Bilal raadt aan te wachten.").is(303);
        String told = save(ANNE, page, anne, "text", "Anne qzbegint.", "advice", "Anne raadt aan te beginnen.", "submit", "1").is(412).body();
        assertThat(told).contains("id=\"m-advice\"", "nog niet ingediend. Bewaar deze tekst", "Vanzelf samengevoegd").doesNotContain("id=\"m-mirror\"", "id=\"m-text\"", "Niets ingevuld");
        save(ANNE, page, fields(told)).is(303);
        assertThat(saved("text")).isEqualTo("Anne qzbegint.");
        assertThat(Api.as(ANNE).get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).at("text")).isEqualTo("Bij Bilal qzspiegel.");
        Map<String, String> again = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "mirror", "Bij Bilal qzanders.").is(303);
        told = save(ANNE, page, again, "text", "Anne qzgaatdoor.").is(412).body();
        assertThat(told).contains("u hoeft niets te kiezen").doesNotContain("class=\"kb-merge\"", "nog niet ingediend. Bewaar");
        save(ANNE, page, fields(told)).is(303);
        assertThat(saved("text")).isEqualTo("Anne qzgaatdoor.");
        assertThat(Api.as(ANNE).get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).at("text")).isEqualTo("Bij Bilal qzanders.");
    }

    @Test
    void a_save_that_becomes_stale_while_one_makes_them_one_shows_both_again() {
        Map<String, String> anne = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "advice", "Eerst Bilal.").is(303);
        Map<String, String> merged = fields(save(ANNE, page, anne, "advice", "Dan Anne.").is(412).body());
        save(BILAL, page, form(BILAL, page), "advice", "Nog eens Bilal.").is(303);
        assertThat(save(ANNE, page, merged).is(412).body()).contains("Nog eens Bilal.", "Dan Anne.");
        assertThat(saved("advice")).isEqualTo("Nog eens Bilal.");
    }

    @Test
    void what_saves_itself_too_late_is_put_aside_for_its_writer_alone() {
        Map<String, String> anne = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "advice", "Bilal was eerst.").is(303);
        save(ANNE, page + "/autosave", anne, "mirror", "Bij ons qzaside ook.").is(412);
        assertThat(Browserless.as(ANNE).get(page).is(200).body()).contains(page + "/merge").doesNotContain("qzaside");
        assertThat(Browserless.as(ANNE).get(page + "/merge").is(200).body()).contains("qzaside").doesNotContain("Bilal was eerst.</textarea>");
        Browserless.as(BILAL).get(page + "/merge").is(303);
        assertThat(Browserless.as(BILAL).get(page).body()).doesNotContain("qzaside", page + "/merge");
        String draft = "/drafts/unmerged.reflection." + fixture.id("dilemma");
        assertThat(Api.as(ANNE).get(draft).is(200).body()).as("only what she typed").contains("qzaside").doesNotContain(fixture.word("reflection.zwolle"), "Bilal");
        Api.as(BILAL).get(draft).is(404);
        save(ANNE, page, fields(Browserless.as(ANNE).get(page + "/merge").body())).is(303);
        assertThat(Api.as(ANNE).get(fixture.fill("/contributions/{reflection.zwolle}/mirror")).body()).contains("qzaside");
        Api.as(ANNE).get(draft).is(404);
    }

    @Test
    void what_was_put_aside_and_not_looked_at_is_there_still_after_the_next_time() {
        Map<String, String> anne = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "advice", "Bilal raadt het af.").is(303);
        save(ANNE, page + "/autosave", anne, "advice", "Anne qzearlier eerst.").is(412);
        Map<String, String> again = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "text", "Bilal begint anders.").is(303);
        String told = save(ANNE, page, again, "text", "Anne qzlater dan.").is(412).body();
        String draft = "/drafts/unmerged.reflection." + fixture.id("dilemma");
        assertThat(Api.as(ANNE).get(draft).is(200).body()).contains("qzearlier", "qzlater");
        assertThat(fields(told).get("advice")).contains("Bilal raadt het af.", "qzearlier");
        assertThat(fields(told).get("text")).contains("Bilal begint anders.", "qzlater");
        save(ANNE, page, fields(told)).is(303);
        assertThat(saved("advice")).contains("Bilal raadt het af.", "qzearlier");
        Api.as(ANNE).get(draft).is(404);
    }

    @Test
    void the_longest_reflection_can_wait_and_what_is_longer_is_not_said_to() {
        Map<String, String> anne = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "advice", "Bilal was eerst.").is(303);
        String draft = "/drafts/unmerged.reflection." + fixture.id("dilemma");
        String tooLong = "x".repeat(130_000);
        save(ANNE, page + "/autosave", anne, "text", tooLong, "advice", tooLong).is(422);
        assertThat(save(ANNE, page, anne, "text", tooLong, "advice", tooLong).is(412).body()).contains("te lang om apart te bewaren", tooLong);
        Api.as(ANNE).get(draft).is(404);
        save(ANNE, page + "/autosave", anne, "text", "x".repeat(50_000), "advice", "y".repeat(50_000)).is(412);
        Api.as(ANNE).get(draft).is(200);
    }

    @Test
    void a_colleague_who_saved_the_same_words_is_in_nobodys_way() {
        Map<String, String> anne = form(ANNE, page);
        save(BILAL, page, form(BILAL, page)).is(303);
        save(ANNE, page, anne, "advice", "Anne schrijft door.").is(303);
        assertThat(saved("advice")).isEqualTo("Anne schrijft door.");
    }

    @Test
    void who_leaves_the_seat_keeps_what_she_typed_there_as_it_stood_on_her_screen_and_nothing_of_what_comes_later() {
        Map<String, String> bilal = form(BILAL, page);
        save(ANNE, page, form(ANNE, page), "mirror", "Bij ons ook.").is(303);
        save(BILAL, page + "/autosave", bilal, "mirror", bilal.get("mirror") + " En qzdit.").is(412);
        Api.as(BILAL).delete("/seats/" + fixture.id("seat.zwolle") + "/people/" + fixture.id("person." + BILAL)).is(204);
        save(ANNE, page, form(ANNE, page), "mirror", "Bij ons qzdaarna.").is(303);
        String key = "unmerged.reflection." + fixture.id("dilemma");
        for (String hers : new String[] {Api.as(BILAL).get("/drafts/" + key).is(200).body(), Browserless.as(BILAL).get("/texts").is(200).body(), Api.as(BILAL).get("/me/export").is(200).body()}) {
            assertThat(hers).contains("qzdit").doesNotContain("qzdaarna");
        }
        Browserless.as(BILAL).post("/drafts/" + key + "/removal").is(303);
        assertThat(Browserless.as(BILAL).get("/texts").body() + Api.as(BILAL).get("/me/export").body()).doesNotContain("qzdit");
    }

    @Test
    void one_of_them_submits_and_nothing_the_other_typed_is_lost() {
        Map<String, String> anne = form(ANNE, page);
        save(BILAL, page, form(BILAL, page), "submit", "1").is(422);
        save(BILAL, page, form(BILAL, page), "anyway", "true").is(303);
        assertThat(save(ANNE, page, anne, "advice", "Anne was nog bezig.").is(409).body()).contains("Anne was nog bezig.");
        assertThat(Browserless.as(ANNE).get(page + "/presence").is(200).body()).as("while she is still typing").contains("al ingediend", "\"over\":true");
    }

    @Test
    void who_writes_shows_to_colleagues_on_the_seat_for_two_minutes_and_to_nobody_else() {
        String name = Api.as(BILAL).get("/me").at("name");
        String api = fixture.fill("/dilemmas/{dilemma}/reflection-presence");
        Browserless.as(BILAL).get(page).is(200);
        assertThat(Browserless.as(ANNE).get(page).is(200).body()).contains("Uw collega " + name + " schrijft nu");
        assertThat(Browserless.as(ANNE).get(page + "/presence").is(200).body()).contains(name);
        assertThat(Api.as(ANNE).get(api).is(200).body()).contains(name).doesNotContain(Api.as(ANNE).get("/me").at("name"));
        assertThat(Api.as("peer2").get(api).is(200).json().get("colleagues")).as("another seat").isEmpty();
        assertThat(Browserless.as("peer2").get(page).is(200).body()).doesNotContain("schrijft nu");
        try (Rows rows = Rows.open()) {
            rows.change("update reflection_presence set seen_at = utc_timestamp(6) - interval 121 second where seat_id = ?", fixture.id("seat.zwolle"));
            assertThat(Api.as(ANNE).get(api).json().get("colleagues")).isEmpty();
            Api.as(BILAL).send("PUT", "/api/v1" + api, null).is(200);
            assertThat(Api.as(ANNE).get(api).json().get("colleagues")).hasSize(1);
            rows.change("update seat_person set left_at = utc_timestamp(6) where seat_id = ? and person_id = ?", fixture.id("seat.zwolle"), fixture.id("person." + BILAL));
        }
        assertThat(Api.as(ANNE).get(api).json().get("colleagues")).as("who left").isEmpty();
    }

    @Test
    void a_preview_shows_the_text_as_it_will_be_keeps_what_was_typed_and_saves_nothing() {
        Map<String, String> anne = form(ANNE, page);
        String before = saved("text");
        String told = save(ANNE, page, anne, "text", "Heel **belangrijk** <script>", "preview", "1").is(200).body();
        assertThat(told).contains("<strong>belangrijk</strong>").doesNotContain("<script>");
        assertThat(fields(told)).containsEntry("text", "Heel **belangrijk** <script>").containsEntry("version", anne.get("version"));
        assertThat(saved("text")).isEqualTo(before);
        assertThat(Api.as("peer2").post("/previews", Map.of("text", "*schuin*")).is(200).at("html")).isEqualTo("<p><em>schuin</em></p>\n");
        Api.as("peer2").post("/previews", Map.of("text", "x".repeat(8001))).is(422);
    }

    @Test
    void two_tabs_of_a_concept_are_in_each_others_way_only_in_the_same_fields() {
        Fixture concept = Fixture.in(Phase.DRAFT);
        String edit = concept.fill("/dilemmas/{dilemma}/edit/");
        Map<String, String> direction = form("host", edit + "direction");
        Map<String, String> again = form("host", edit + "direction");
        save("host", edit + "question", form("host", edit + "question"), "question", "Een andere vraag", "go", "stop").is(303);
        save("host", edit + "direction", direction, "stip", "De eerste stip", "paths", "Linksaf", "go", "stop").is(303);
        String told = save("host", edit + "direction", again, "stip", "De tweede stip", "paths", "Rechtsaf", "fotoDate", "2026-11-02", "go", "stop").is(412).body();
        assertThat(told).contains("De eerste stip", "De tweede stip", "Linksaf", "Rechtsaf", "2026-11-02");
        save("host", edit + "direction", fields(told), "stip", "Eén stip", "paths", "Linksaf\nRechtsaf", "fotoDate", "2026-11-02").is(303);
        Answer now = Api.as("host").get(concept.fill("/dilemmas/{dilemma}"));
        assertThat(now.at("stip")).isEqualTo("Eén stip");
        assertThat(now.json().get("paths").toString()).isEqualTo("[\"Linksaf\",\"Rechtsaf\"]");
        assertThat(now.at("fotoDate")).isEqualTo("2026-11-02");
        assertThat(now.at("question")).isEqualTo("Een andere vraag");
    }

    @Test
    void roles_of_a_dilemma_become_one_as_well() {
        Fixture concept = Fixture.in(Phase.DRAFT);
        String edit = concept.fill("/dilemmas/{dilemma}/edit/assumptions");
        Map<String, String> late = form("host", edit);
        save("host", edit, form("host", edit), "party", "De raad", "role", "kijkt", "interest", "wil weten; echt", "go", "stop").is(303);
        String told = save("host", edit, late, "party", "De teams", "role", "", "interest", "willen rust", "go", "stop").is(412).body();
        assertThat(fields(told).get("roles")).contains("De raad; kijkt; wil weten; echt", "De teams; ; willen rust");
        save("host", edit, fields(told)).is(303);
        assertThat(Api.as("host").get(concept.fill("/dilemmas/{dilemma}")).json().get("roles").toString())
                .contains("{\"party\":\"De raad\",\"role\":\"kijkt\",\"interest\":\"wil weten; echt\"}", "{\"party\":\"De teams\",\"role\":\"\",\"interest\":\"willen rust\"}");
    }

    @Test
    void a_title_is_one_of_both_and_themes_are_all_of_both() {
        Fixture concept = Fixture.in(Phase.DRAFT);
        String edit = concept.fill("/dilemmas/{dilemma}/edit/");
        Map<String, String> question = form("host", edit + "question");
        Map<String, String> themes = form("host", edit + "themes");
        save("host", edit + "question", form("host", edit + "question"), "title", "De eerste titel", "go", "stop").is(303);
        String told = save("host", edit + "question", question, "title", "De tweede titel", "go", "stop").is(412).body();
        assertThat(told).contains("value=\"De eerste titel\"", "value=\"De tweede titel\"").doesNotContain("<textarea id=\"f-title\"");
        save("host", edit + "question", fields(told), "title", "De tweede titel").is(303);
        save("host", edit + "themes", form("host", edit + "themes"), "themes", "jeugd, open overheid", "go", "stop").is(303);
        save("host", edit + "themes", fields(save("host", edit + "themes", themes, "themes", "zorg, wonen", "go", "stop").is(412).body())).is(303);
        Answer now = Api.as("host").get(concept.fill("/dilemmas/{dilemma}"));
        assertThat(now.at("title")).isEqualTo("De tweede titel");
        assertThat(now.json().get("themes")).extracting(theme -> theme.asText()).contains("jeugd", "open overheid", "zorg", "wonen").allMatch(theme -> theme.matches("[a-z ]+"));
    }

    private static Fixture unsubmitted() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = null where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update seat set reflection_submitted_at = null where id = ?", fixture.id("seat.zwolle"));
        }
        return fixture;
    }

    private String saved(String field) {
        return Api.as(ANNE).get(fixture.fill("/contributions/{reflection.zwolle}")).is(200).at(field);
    }

    private static Map<String, String> form(String user, String page) {
        return fields(Browserless.as(user).get(page).is(200).body());
    }

    private static Answer save(String user, String page, Map<String, String> form, String... changes) {
        Map<String, String> sent = new HashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            sent.put(changes[i], changes[i + 1]);
        }
        return Browserless.as(user).post(page, sent.entrySet().stream().flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue())).toArray(String[]::new));
    }

    /** What a browser would send of the last form of a page; of fields with one name the first. */
    private static Map<String, String> fields(String html) {
        String form = html.substring(html.lastIndexOf("<form"), html.lastIndexOf("</form>"));
        Map<String, String> fields = new HashMap<>();
        Matcher found = Pattern.compile("(?s)<textarea[^>]*name=\"([^\"]+)\"[^>]*>\n(.*?)</textarea>|<input type=\"(?:hidden|text|date)\"[^>]*name=\"([^\"]+)\" value=\"([^\"]*)\"|<input type=\"radio\"[^>]*name=\"([^\"]+)\" value=\"([^\"]*)\" checked").matcher(form);
        while (found.find()) {
            int at = found.group(1) != null ? 1 : found.group(3) != null ? 3 : 5;
            fields.putIfAbsent(found.group(at), found.group(at + 1).replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        fields.remove("csrf-token");
        return fields;
    }
}
