// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no browser's own fields would send, and what is sent too late: refused in Dutch, with everything typed still there. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class FormBadInputTest {
    private static final Pattern INSIDES = Pattern.compile("nl\\.klankbord|java\\.|jakarta\\.|io\\.quarkus|Exception|hibernate|mariadb", Pattern.CASE_INSENSITIVE);
    /** What was typed: mark-up, quotes and signs of every width. */
    private static final String TYPED = "Getypt <b>\"met 'alles'</b> & \uD83E\uDD1D\uD83C\uDFFD erop";
    private static final String SHOWN = "Getypt &lt;b&gt;&quot;met &#39;alles&#39;&lt;/b&gt; &amp; \uD83E\uDD1D\uD83C\uDFFD erop";
    private static final Map<Phase, Fixture> FIXTURES = new HashMap<>();

    @BeforeAll
    static void fresh() {
        FIXTURES.clear();
    }

    private static Fixture fixture(Phase phase) {
        return FIXTURES.computeIfAbsent(phase, Fixture::in);
    }

    @Test
    void a_date_that_is_none_is_refused_at_its_field_and_nothing_typed_is_lost() {
        refused("coordinator", Phase.DRAFT, "/programmes/{programme}/rounds/new", "opensOn", "title", TYPED, "methodKey", "standard", "opensOn", "31-12-2026");
        refused("coordinator", Phase.ACCEPTED, "/dilemmas/{dilemma}/session", "startsAt", "startsAt", "morgen", "endsAt", "25:00", "location", TYPED, "protocol", "consultancy");
        refused("coordinator", Phase.CLARIFYING, "/dilemmas/{dilemma}/extension", "until", "until", "overmorgen");
        refused("peer1", Phase.DRAFT, "/profile", "absentUntil", "version", "0", "language", "nl", "absentFrom", "2030-01-07", "absentUntil", "ooit");
        refused("host", Phase.DRAFT, "/dilemmas/{dilemma}/edit/direction", "fotoDate", "version", "0", "foto", TYPED, "fotoDate", "32 december");
    }

    @Test
    void a_theme_that_is_too_long_is_refused_at_its_field_and_what_was_chosen_beside_it_stays_chosen() {
        Answer again = Browserless.as("host").post(fixture(Phase.DRAFT).fill("/dilemmas/{dilemma}/edit/themes"), "version", "0", "themes", "inkoop, " + "x".repeat(61), "circle", "PROGRAMME", "character", "INCIDENT").is(422);
        assertThat(again.body()).contains("id=\"f-themes-error\"", "href=\"#f-themes\"", "value=\"PROGRAMME\" checked", "value=\"INCIDENT\" checked");
    }

    @Test
    void line_ends_as_browsers_send_them_are_no_change_of_the_text() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        Api.as("coordinator").put(fixture.fill("/programmes/{programme}"), Map.of("name", "Leren van de buren", "purpose", "Doel", "houseRules", "Een\nTwee"), "If-Match",
                Api.as("coordinator").get(fixture.fill("/programmes/{programme}")).etag()).is(200);
        Answer before = Api.as("coordinator").get(fixture.fill("/programmes/{programme}")).is(200);
        Browserless.as("coordinator").post(fixture.fill("/programmes/{programme}/edit"), "version", before.etag().replace("\"", ""), "name", "Andere naam", "purpose", "Doel", "houseRules", "Een\r\nTwee").is(303);
        Answer after = Api.as("coordinator").get(fixture.fill("/programmes/{programme}")).is(200);
        assertThat(after.at("name")).isEqualTo("Andere naam");
        assertThat(after.json().get("houseRulesVersion")).isEqualTo(before.json().get("houseRulesVersion"));
    }

    @Test
    void saying_again_that_one_knows_this_leaves_the_example_that_was_given() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/recognition"), "example", "Bij ons ook, in 2024").is(303);
        Browserless.as("peer1-collega").post(fixture.fill("/dilemmas/{dilemma}/recognition"), "example", "").is(303);
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Bij ons ook, in 2024");
    }

    @Test
    void two_of_the_host_who_answer_a_peer_at_the_same_time_overwrite_nothing() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/seats/{seat.leeuwarden}/response"), "choice", "TAKE_UP", "why", "De eerste", "version", "0").is(303);
        Answer second = Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/seats/{seat.leeuwarden}/response"), "choice", "NOT", "why", "De tweede", "version", "0").is(412);
        assertThat(second.body()).contains("De eerste", "De tweede");
    }

    @Test
    void a_dilemma_that_is_restated_shows_what_changed_and_keeps_what_was_reviewed() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String page = fixture.fill("/dilemmas/{dilemma}/restatement");
        Answer refused = Browserless.as("host").post(page, "title", "", "question", TYPED, "intention", "Bedoeling", "tension", "Spanning").is(422);
        assertThat(refused.body()).contains(SHOWN, "id=\"f-title-error\"");
        Browserless.as("host").post(page, "title", "Een andere titel", "question", TYPED, "intention", "Bedoeling", "tension", "Spanning", "assumptions", "Eén\r\nTwee").is(303);
        String shown = Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body();
        assertThat(shown).contains("<ins>", "<del>", "&lt;b&gt;&quot;met", fixture.word("dilemma.question")).doesNotContain("<b>\"met");
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).at("question")).contains(fixture.word("dilemma.question"));
        Browserless.as("peer2").post(page, "title", "Niet de mijne").is(403);
    }

    @Test
    void a_choice_that_does_not_exist_is_refused_and_nothing_typed_is_lost() {
        refused("coordinator", Phase.DRAFT, "/programmes/{programme}/rounds/new", "methodKey", "title", TYPED, "methodKey", "'; --", "opensOn", "2030-01-07");
        refused("coordinator", Phase.DRAFT, "/programmes/{programme}/people", "role", "email", "iemand@gemeente.example", "role", "KING", "level", "TOP");
        refused("coordinator", Phase.DRAFT, "/programmes/{programme}/people/import", "csv", "csv", "iemand@gemeente.example;koning\n" + TYPED, "save", "1");
        refused("host", Phase.DRAFT, "/municipality/colleagues", "programmeId", "programmeId", "'; --", "email", "iemand@gemeente.example", "level", "TOP");
        refused("beheer", Phase.DRAFT, "/administration/administrators", "municipalityCode", "municipalityCode", "GM9999", "email", "iemand@gemeente.example");
        refused("host", Phase.HARVESTING, "/dilemmas/{dilemma}/seats/{seat.leeuwarden}/response", null, "choice", "MAYBE", "why", TYPED);
        refused("coordinator", Phase.HARVESTING, "/dilemmas/{dilemma}/observations", null, "field", "DREAM:1", "exact", TYPED, "themes", "een");
        refused("coordinator", Phase.HARVESTING, "/programmes/{programme}/patterns", null, "statement", TYPED, "observation", "not-an-id");
        refused("host", Phase.HARVESTING, "/lessons/{lesson.draft}/consent", null, "why", TYPED);
    }

    @Test
    void who_was_overtaken_by_somebody_else_finds_everything_typed_again() {
        overtaken("host", Phase.DRAFT, "/dilemmas/{dilemma}/edit/question", "version", "99", "title", "Titel", "question", TYPED);
        overtaken("host", Phase.ACCEPTED, "/dilemmas/{dilemma}/edit/intention", "version", "99", "go", "back", "intention", TYPED, "tension", "Spanning");
        overtaken("coordinator", Phase.DRAFT, "/programmes/{programme}/edit", "version", "99", "name", "Leren van de buren", "purpose", TYPED, "houseRules", "Regels");
        overtaken("peer2", Phase.REFLECTING, "/dilemmas/{dilemma}/reflection", "version", "99", "text", TYPED, "mirror", "Spiegel");
        overtaken("coordinator", Phase.HARVESTING, "/lessons/{lesson.draft}/edit", "version", "99", "title", "Titel", "statement", TYPED);
        overtaken("coordinator", Phase.CLARIFYING, "/dilemmas/{dilemma}/session", "version", "99", "startsAt", "2030-01-07T10:00", "endsAt", "2030-01-07T12:00", "location", TYPED, "protocol", "consultancy");
    }

    @Test
    void what_comes_too_late_is_shown_again_so_that_it_can_be_kept() {
        Fixture fixture = fixture(Phase.SESSION);
        Answer late = Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/contributions"), "kind", "QUESTION", "text", TYPED).is(409);
        assertThat(late.body()).contains("Getypt");
        safe(late);
    }

    @Test
    void a_reflection_that_says_too_little_keeps_every_field_and_stays_a_draft() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Answer again = Browserless.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/reflection"), "version", "0", "submit", "1", "text", "Kort", "example", TYPED, "advice", TYPED, "mirror", TYPED,
                "assumptions", "Eén\nTwee").is(422);
        assertThat(again.body().split(Pattern.quote(SHOWN), -1)).as("three fields").hasSizeGreaterThan(3);
        assertThat(again.body()).contains("id=\"f-text-error\"", "Eén\nTwee");
        Api.as("peer1").get(fixture.fill("/contributions/{reflection.leeuwarden}")).is(404);
    }

    @Test
    void broken_forms_and_addresses_are_a_bad_request_and_no_more() {
        Browserless host = Browserless.as("host");
        Fixture fixture = fixture(Phase.DRAFT);
        String cookies = host.cookieHeader();
        for (String body : List.of("%zz", "title=%", "=", "&&&", "title=%C3%28", "csrf-token=" + "x".repeat(5000), "title=" + "x".repeat(250_000))) {
            Answer answer = Api.anonymous().send("POST", fixture.fill("/dilemmas/{dilemma}/edit/question"), body, "Cookie", cookies, "Content-Type", "application/x-www-form-urlencoded");
            assertThat(answer.status()).as(body.substring(0, Math.min(20, body.length()))).isIn(400, 413);
            safe(answer);
        }
        List<String> odd = new ArrayList<>(List.of("/library?q=%00&theme=%27&cursor=x", "/library?q=" + "x".repeat(3000), "/programmes?cursor=%27%3B--", "/?done=%3Cscript%3Ealert(1)%3C/script%3E",
                "/library?q=%3Cscript%3Ealert(1)%3C/script%3E&theme=%22%3E%3Cscript%3Ealert(2)%3C/script%3E", "/programmes/{programme}?cursor=%00", "/dilemmas/{dilemma}?cursor=-1"));
        odd.forEach(path -> assertThat(safe(host.get(fixture.fill(path)).is(200)).body()).doesNotContain("<script>alert"));
        assertThat(host.post("/language", "lang", "klingon", "from", "//evil.example/").is(303).header("Location")).isEqualTo(host.post("/language", "lang", "nl", "from", "/").is(303).header("Location"));
        assertThat(host.post("/language", "lang", "nl", "from", "https://evil.example").is(303).header("Location")).doesNotContain("evil");
    }

    /** @param field whose error the page shows, or null when only the typed words matter */
    private static void refused(String user, Phase phase, String path, String field, String... fields) {
        Answer answer = safe(Browserless.as(user).post(fixture(phase).fill(path), fields).is(422));
        if (field != null) {
            assertThat(answer.body()).as(path).contains("id=\"f-" + field + "-error\"");
        }
        kept(answer, fields);
    }

    private static void overtaken(String user, Phase phase, String path, String... fields) {
        Answer answer = safe(Browserless.as(user).post(fixture(phase).fill(path), fields).is(412));
        assertThat(answer.body()).contains("role=\"alert\"");
        kept(answer, fields);
    }

    private static void kept(Answer answer, String... fields) {
        assertThat(answer.body()).contains("<html lang=\"nl\"", "utrecht-alert--error");
        if (Arrays.asList(fields).contains(TYPED)) {
            assertThat(answer.body()).as(answer.request()).contains(SHOWN).doesNotContain("<b>\"met");
        }
    }

    private static Answer safe(Answer answer) {
        assertThat(INSIDES.matcher(answer.body()).find()).as("%s: %s", answer.request(), answer.body()).isFalse();
        return answer;
    }
}
