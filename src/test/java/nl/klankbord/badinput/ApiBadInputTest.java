// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
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
import nl.klankbord.testsupport.Routes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent to the API: a 4xx that says what is wrong, and nothing of what we are made of. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ApiBadInputTest {
    private static final Pattern INSIDES = Pattern.compile("nl\\.klankbord|java\\.|jakarta|io\\.quarkus|Exception|\\bselect \\b|insert into|hibernate|mariadb|jackson|\\tat ", Pattern.CASE_INSENSITIVE);
    private static final String HOSTILE = "'; drop table dilemma; -- \" \\ %s {0} ${x} <script>alert(1)</script> <img src=x onerror=alert(2)> &amp; \u202e";
    private static final String WIDE = "Samen \uD83E\uDD1D\uD83C\uDFFD in de wijk \uD840\uDC00 \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final Map<Phase, Fixture> FIXTURES = new HashMap<>();

    /** @param body that is let in and refused for its fields or version, in the phase and by the person named */
    record Door(String method, String path, String body, Phase phase, String user) {
        Answer send(String sent, String... headers) {
            return Api.as(user).send(method, fixture(phase).fill(path), sent, headers);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void fresh() {
        FIXTURES.clear();
    }

    static Fixture fixture(Phase phase) {
        return FIXTURES.computeIfAbsent(phase, Fixture::in);
    }

    /** Every address of the API that takes a body. */
    static List<Door> doors() {
        String dilemma = "/api/v1/dilemmas/{dilemma}";
        return List.of(new Door("POST", "/api/v1/programmes", "{}", Phase.DRAFT, "coordinator"), new Door("PUT", "/api/v1/programmes/{programme}", "{}", Phase.DRAFT, "coordinator"),
                new Door("POST", "/api/v1/programmes/{programme}/house-rules-acceptances", "{}", Phase.DRAFT, "peer1"), new Door("POST", "/api/v1/programmes/{programme}/memberships", "{}", Phase.DRAFT, "coordinator"),
                new Door("PUT", "/api/v1/programmes/{programme}/memberships/{membership.hoorn}/level", "{}", Phase.DRAFT, "coordinator"),
                new Door("POST", "/api/v1/programmes/{programme}/membership-imports", "{}", Phase.DRAFT, "coordinator"), new Door("PUT", "/api/v1/me/profile", "{}", Phase.DRAFT, "peer1"),
                new Door("POST", "/api/v1/municipality-imports", "{}", Phase.DRAFT, "beheer"),
                new Door("PUT", "/api/v1/programmes/{programme}/retention", "{}", Phase.DRAFT, "coordinator"), new Door("POST", "/api/v1/me/record-consent", "{}", Phase.DRAFT, "peer1"),
                new Door("POST", "/api/v1/municipality/colleagues", "{}", Phase.DRAFT, "host"), new Door("POST", "/api/v1/municipalities/{any}/administrators", "{}", Phase.DRAFT, "beheer"),
                new Door("POST", "/api/v1/programmes/{programme}/rounds", "{}", Phase.DRAFT, "coordinator"), new Door("PUT", "/api/v1/rounds/{round}/timetable", "[]", Phase.DRAFT, "coordinator"),
                new Door("POST", "/api/v1/programmes/{programme}/methods", "{}", Phase.DRAFT, "coordinator"), new Door("PUT", "/api/v1/programmes/{programme}/methods/{method}", "{}", Phase.DRAFT, "coordinator"),
                new Door("POST", "/api/v1/programmes/{programme}/timetable-previews", "{}", Phase.DRAFT, "coordinator"), new Door("POST", "/api/v1/rounds/{round}/timetable-previews", "{}", Phase.DRAFT, "coordinator"),
                new Door("PUT", "/api/v1/rounds/{round}", "{}", Phase.DRAFT, "coordinator"), new Door("POST", "/api/v1/rounds/{round}/phase-changes", "{}", Phase.DRAFT, "coordinator"), new Door("POST", "/api/v1/rounds/{round}/dilemmas", "{}", Phase.DRAFT, "peer1"),
                new Door("PUT", dilemma, "{}", Phase.DRAFT, "host"), new Door("POST", dilemma + "/phase-changes", "{}", Phase.ACCEPTED, "coordinator"),
                new Door("POST", dilemma + "/extension", "{}", Phase.CLARIFYING, "coordinator"), new Door("POST", dilemma + "/extension-previews", "{}", Phase.CLARIFYING, "coordinator"),
                new Door("POST", dilemma + "/closing", "{}", Phase.HARVESTING, "host"),
                new Door("POST", dilemma + "/peers", "{}", Phase.ACCEPTED, "coordinator"), new Door("POST", dilemma + "/facilitators", "{}", Phase.ACCEPTED, "coordinator"),
                new Door("POST", "/api/v1/rounds/{round}/peers", "{}", Phase.ACCEPTED, "coordinator"), new Door("POST", "/api/v1/rounds/{round}/peer-comparisons", "{}", Phase.ACCEPTED, "coordinator"),
                new Door("POST", "/api/v1/seats/{seat.breda}/host-agreements", "{}", Phase.ACCEPTED, "host"), new Door("POST", "/api/v1/seats/{seat.venlo}/answers", "{}", Phase.ACCEPTED, "peer3"),
                new Door("POST", "/api/v1/seats/{seat.zwolle}/people", "{}", Phase.ACCEPTED, "peer1"), new Door("POST", "/api/v1/seats/{seat.host}/handover", "{}", Phase.ACCEPTED, "host"), new Door("POST", "/api/v1/seats/{seat.zwolle}/host-responses", "{}", Phase.HARVESTING, "host"),
                new Door("POST", dilemma + "/contributions", "{\"kind\":\"QUESTION\"}", Phase.CLARIFYING, "peer1"), new Door("PUT", "/api/v1/contributions/{reflection.leeuwarden}", "{}", Phase.REFLECTING, "peer2"),
                new Door("POST", dilemma + "/recognitions", null, Phase.CLARIFYING, "peer1"), new Door("PUT", "/api/v1/drafts/{draft}", "{}", Phase.DRAFT, "vreemd"), new Door("POST", "/api/v1/previews", "{}", Phase.DRAFT, "vreemd"),
                new Door("POST", dilemma + "/reminders", "{}", Phase.CLARIFYING, "coordinator"), new Door("POST", dilemma + "/efforts", "{}", Phase.HARVESTING, "host"),
                new Door("POST", dilemma + "/restatement", "{}", Phase.HARVESTING, "host"), new Door("PUT", dilemma + "/session", "{}", Phase.ACCEPTED, "coordinator"), new Door("PUT", "/api/v1/sessions/{session}", "{}", Phase.CLARIFYING, "coordinator"),
                new Door("POST", "/api/v1/contributions/{question.leeuwarden}/reports", "{}", Phase.CLARIFYING, "peer1"), new Door("POST", dilemma + "/text-reports", "{}", Phase.CLARIFYING, "peer1"),
                new Door("POST", dilemma + "/text-reports/{text}/rewritings", "{}", Phase.CLARIFYING, "host"), new Door("POST", dilemma + "/guests", "{}", Phase.ACCEPTED, "coordinator"),
                new Door("POST", "/api/v1/newcomers/{newcomer}/host-agreements", "{}", Phase.CLARIFYING, "host"), new Door("POST", dilemma + "/newcomers/{person.later}/consents", "{}", Phase.CLARIFYING, "peer1"),
                new Door("POST", "/api/v1/steps", "{}", Phase.HARVESTING, "peer1"), new Door("PUT", "/api/v1/steps/{step.zwolle}", "{}", Phase.HARVESTING, "peer1"),
                new Door("POST", "/api/v1/observations", "{}", Phase.HARVESTING, "coordinator"), new Door("POST", "/api/v1/patterns", "{}", Phase.HARVESTING, "coordinator"),
                new Door("POST", "/api/v1/lessons", "{}", Phase.HARVESTING, "coordinator"), new Door("PUT", "/api/v1/lessons/{lesson.draft}", "{}", Phase.HARVESTING, "coordinator"),
                new Door("POST", "/api/v1/lessons/{lesson.draft}/consents", "{}", Phase.HARVESTING, "host"));
    }

    @Test
    void every_address_that_takes_a_body_is_tried() {
        // A file comes in parts, and is tried where files are.
        List<String> bodiless = List.of("/attachments", "/submission", "/acceptance", "/withdrawal", "/publication", "/finish", "/rebuilds", "/pause", "/reflection-presence", "/erasure", "/export", "/confirmation", "/shared-addresses");
        assertThat(Routes.all().stream().filter(route -> route.matches("(POST|PUT) /api/.*") && bodiless.stream().noneMatch(route::endsWith)).toList())
                .containsExactlyInAnyOrderElementsOf(doors().stream().map(door -> Routes.plain(door.toString())).toList());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void what_is_no_json_or_of_another_shape_is_refused(Door door) {
        List<String> bodies = new ArrayList<>(List.of("{", "}", "nonsense", "\"text\"", "17", "true", "{\"a\"", "{\"a\":}", "{} x", "{}{}", "\uFEFF{", "[".repeat(3000), door.method().equals("PUT") && "[]".equals(door.body()) ? "{}" : "[]"));
        if (door.body() != null) {
            bodies.addAll(List.of("null", "", "   "));
        }
        for (String body : bodies) {
            problem(door.send(body), 400);
        }
        problem(door.send(door.body() == null ? "x" : door.body(), "Content-Type", "text/plain"), 415);
        problem(door.send("<a/>", "Content-Type", "application/xml"), 415);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void a_field_we_do_not_know_is_named(Door door) {
        String body = "[]".equals(door.body()) ? "[{\"bogus\":1}]" : "{\"bogus\":1}";
        JsonNode errors = problem(door.send(body), 400).json().get("errors");
        assertThat(errors.get(0).get("field").asText()).endsWith("bogus");
        assertThat(errors.get(0).get("message").asText()).isNotBlank();
    }

    @Test
    void a_value_of_the_wrong_type_is_refused_and_its_field_named() {
        String dilemma = "/dilemmas/{dilemma}";
        wrongType("PUT", dilemma, Phase.DRAFT, "host", Map.of("title", "{\"a\":1}", "paths", "\"x\"", "assumptions", "[{\"a\":1}]", "roles", "[7]", "fotoDate", "\"2026-13-45\"", "character", "\"SOMETIMES\"", "goal", "\"BOTH\"", "circle", "\"EVERYONE\""));
        wrongType("POST", dilemma + "/phase-changes", Phase.ACCEPTED, "coordinator", Map.of("to", "\"NOWHERE\""));
        wrongType("POST", dilemma + "/phase-changes", Phase.ACCEPTED, "coordinator", Map.of("to", "3"));
        wrongType("POST", "/rounds/{round}/phase-changes", Phase.DRAFT, "coordinator", Map.of("to", "\"call\""));
        wrongType("POST", dilemma + "/contributions", Phase.CLARIFYING, "peer1", Map.of("kind", "\"SHOUT\"", "inReplyTo", "\"x\"", "passage", "\"x\"", "text", "[\"x\"]", "assumptions", "{}"));
        wrongType("POST", dilemma + "/contributions", Phase.CLARIFYING, "peer1", Map.of("kind", "0"));
        wrongType("POST", dilemma + "/extension", Phase.CLARIFYING, "coordinator", Map.of("until", "\"yesterday\""));
        wrongType("POST", "/rounds/{round}/peers", Phase.ACCEPTED, "coordinator", Map.of("peers", "[{\"dilemmaId\":\"x\"}]"));
        wrongType("POST", "/seats/{seat.breda}/host-agreements", Phase.ACCEPTED, "host", Map.of("agreed", "\"perhaps\""));
        wrongType("POST", "/seats/{seat.zwolle}/host-responses", Phase.HARVESTING, "host", Map.of("choice", "\"MAYBE\"", "contributionId", "\"x\""));
        wrongType("POST", "/programmes/{programme}/memberships", Phase.DRAFT, "coordinator", Map.of("role", "\"KING\"", "personId", "\"x\"", "level", "\"TOP\"", "municipalityCode", "{\"a\":1}"));
        wrongType("PUT", "/programmes/{programme}/memberships/{membership.hoorn}/level", Phase.DRAFT, "coordinator", Map.of("level", "\"TOP\""));
        wrongType("POST", "/programmes/{programme}/membership-imports", Phase.DRAFT, "coordinator", Map.of("csv", "{\"a\":1}", "dryRun", "\"perhaps\""));
        wrongType("PUT", "/me/profile", Phase.DRAFT, "peer1", Map.of("absentFrom", "\"soon\"", "absentUntil", "\"2027-02-30\"", "memberships", "\"x\""));
        wrongType("POST", "/municipality/colleagues", Phase.DRAFT, "host", Map.of("programmeId", "\"x\"", "level", "\"TOP\""));
        wrongType("POST", "/programmes/{programme}/house-rules-acceptances", Phase.DRAFT, "peer1", Map.of("version", "99999999999"));
        wrongType("POST", dilemma + "/reminders", Phase.CLARIFYING, "coordinator", Map.of("seatId", "\"x\"", "what", "[1]"));
        wrongType("POST", dilemma + "/efforts", Phase.HARVESTING, "host", Map.of("effort", "\"SLEEP\"", "answer", "\"NEVER\""));
        wrongType("PUT", "/programmes/{programme}", Phase.DRAFT, "coordinator", Map.of("minutesBudget", "\"much\""));
        wrongType("POST", "/programmes/{programme}/rounds", Phase.DRAFT, "coordinator", Map.of("opensOn", "\"soon\""));
        wrongType("PUT", "/programmes/{programme}/methods/{method}", Phase.DRAFT, "coordinator", Map.of("workingDays", "{\"LUNCH\":1}", "quorum", "\"two\"", "holidayRegions", "[\"EAST\"]"));
        wrongType("POST", "/rounds/{round}/timetable-previews", Phase.DRAFT, "coordinator", Map.of("phase", "\"LUNCH\"", "endsAt", "\"soon\""));
        wrongType("PUT", dilemma + "/session", Phase.ACCEPTED, "coordinator", Map.of("startsAt", "\"2026-02-30T10:00:00+01:00\""));
        wrongType("POST", "/observations", Phase.HARVESTING, "coordinator", Map.of("sourceType", "\"DREAM\"", "sourceId", "\"x\""));
        wrongType("POST", "/patterns", Phase.HARVESTING, "coordinator", Map.of("observationIds", "[\"x\"]"));
        wrongType("POST", "/lessons", Phase.HARVESTING, "coordinator", Map.of("patternId", "\"x\"", "open", "\"sometimes\"", "themes", "\"x\""));
    }

    private static void wrongType(String method, String path, Phase phase, String user, Map<String, String> values) {
        values.forEach((field, value) -> {
            Answer answer = problem(Api.as(user).send(method, "/api/v1" + fixture(phase).fill(path), "{\"" + field + "\":" + value + "}"), 400);
            assertThat(answer.json().get("errors").get(0).get("field").asText()).as(answer.body()).startsWith(field);
        });
    }

    @Test
    void what_is_too_long_or_too_much_is_refused_at_its_field() {
        Map<String, Object> canvas = new HashMap<>(Map.of("title", "x".repeat(121), "question", "x".repeat(4001), "outcome", "x".repeat(4001), "paths", List.of("x".repeat(2001)), "assumptions", java.util.Collections.nCopies(21, "x"),
                "themes", List.of("x".repeat(61)), "roles", List.of(Map.of("party", "x".repeat(201)))));
        Answer draft = Api.as("host").get(fixture(Phase.DRAFT).fill("/dilemmas/{dilemma}"));
        invalid(Api.as("host").put(fixture(Phase.DRAFT).fill("/dilemmas/{dilemma}"), canvas, "If-Match", draft.etag()), "title", "question", "outcome", "paths[0]", "assumptions", "themes[0]", "roles[0].party");
        invalid(post("peer1", Phase.CLARIFYING, "/dilemmas/{dilemma}/contributions", Map.of("kind", "QUESTION", "text", "x".repeat(8001))), "text");
        invalid(post("peer1", Phase.CLARIFYING, "/dilemmas/{dilemma}/recognitions", Map.of("example", "x".repeat(4001))), "example");
        invalid(post("peer3", Phase.ACCEPTED, "/seats/{seat.venlo}/answers", Map.of("accepted", false, "conflict", "x".repeat(1001))), "conflict");
        invalid(post("host", Phase.HARVESTING, "/seats/{seat.zwolle}/host-responses", Map.of("choice", "NOT", "why", "x".repeat(4001))), "why");
        invalid(post("coordinator", Phase.DRAFT, "/programmes", Map.of("name", "x".repeat(121), "purpose", "x".repeat(2001), "houseRules", "x".repeat(20_001))), "name", "purpose", "houseRules");
        invalid(post("coordinator", Phase.DRAFT, "/programmes/{programme}/memberships", Map.of("email", "x".repeat(250) + "@x.nl", "role", "PARTICIPANT")), "email");
        invalid(post("coordinator", Phase.DRAFT, "/programmes/{programme}/membership-imports", Map.of("csv", "x".repeat(1_048_577))), "csv");
        invalid(post("host", Phase.DRAFT, "/municipality/colleagues", Map.of("programmeId", fixture(Phase.DRAFT).id("programme"), "email", "x".repeat(250) + "@x.nl")), "email");
        invalid(Api.as("peer1").put("/me/profile", Map.of("language", "fy", "absentFrom", "+999999999-12-31"), "If-Match", Api.as("peer1").get("/me/profile").etag()), "language", "absentFrom");
        invalid(post("coordinator", Phase.HARVESTING, "/patterns", Map.of("statement", "x".repeat(1001), "observationIds", List.of(fixture(Phase.HARVESTING).id("observation.hoorn")))), "statement");
        invalid(post("coordinator", Phase.HARVESTING, "/lessons", Map.of("title", "x".repeat(121), "statement", "x".repeat(4001), "patternId", fixture(Phase.HARVESTING).id("pattern"))), "title", "statement");
        invalid(post("coordinator", Phase.HARVESTING, "/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", fixture(Phase.HARVESTING).id("reflection.hoorn"), "exact", "x".repeat(2001))), "exact");
        invalid(Api.as("vreemd").put("/drafts/long", Map.of("text", "x".repeat(40_001)), "If-None-Match", "*"), "text");
        problem(Api.as("vreemd").put("/drafts/" + "k".repeat(151), Map.of("text", "x"), "If-None-Match", "*"), 422);
        invalid(Api.as("coordinator").put(fixture(Phase.ACCEPTED).fill("/dilemmas/{dilemma}/session"), Map.of("startsAt", "+99999-01-01T10:00:00Z", "endsAt", "+99999-01-01T11:00:00Z", "location", "x".repeat(301),
                "joinUrl", "javascript:alert(1)", "protocol", "chaos"), "If-None-Match", "*"), "startsAt", "location", "joinUrl", "protocol");
    }

    @Test
    void dates_beyond_all_reason_are_refused_at_their_field() {
        invalid(post("coordinator", Phase.CLARIFYING, "/dilemmas/{dilemma}/extension", Map.of("until", "+999999999-12-31T16:00:00Z")), "until");
        invalid(post("coordinator", Phase.CLARIFYING, "/dilemmas/{dilemma}/extension", Map.of("until", "-999999999-12-31T16:00:00Z")), "until");
        invalid(post("coordinator", Phase.DRAFT, "/programmes/{programme}/rounds", Map.of("title", "x", "methodKey", "standard", "opensOn", "+999999999-12-31")), "opensOn");
        for (String far : List.of("+999999999-12-31T16:00:00Z", "-999999999-12-31T16:00:00Z")) {
            invalid(post("coordinator", Phase.DRAFT, "/rounds/{round}/timetable-previews", Map.of("phase", "CALL", "endsAt", far)), "CALL");
        }
        invalid(post("coordinator", Phase.DRAFT, "/programmes/{programme}/timetable-previews", Map.of("methodKey", "standard", "opensOn", "+999999999-12-31")), "opensOn");
        Answer round = Api.as("coordinator").get(fixture(Phase.DRAFT).fill("/rounds/{round}")).is(200);
        List<Map<String, String>> far = new ArrayList<>();
        round.json().get("timetable").forEach(stage -> far.add(Map.of("phase", stage.get("phase").asText(), "endsAt", stage.get("phase").asText().equals("FOLLOW_UP") ? "+99999-01-04T16:00:00Z" : stage.get("endsAt").asText())));
        invalid(Api.as("coordinator").put(fixture(Phase.DRAFT).fill("/rounds/{round}/timetable"), far, "If-Match", round.etag()), "FOLLOW_UP");
    }

    @Test
    void every_character_is_kept_as_it_was_written_and_does_no_harm_on_a_page() {
        for (String text : List.of(HOSTILE, WIDE, "regel één\nregel twee\r\n\r\n- punt", "a".repeat(4000))) {
            Fixture fixture = Fixture.in(Phase.CLARIFYING);
            String question = Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/contributions"), Map.of("kind", "QUESTION", "text", text)).is(201).id();
            assertThat(Api.as("host").get("/contributions/" + question).is(200).at("text")).isEqualTo(text);
            String page = Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body();
            assertThat(page).doesNotContain("<script>alert").doesNotContain("<img src=x");
        }
        Fixture fixture = Fixture.in(Phase.DRAFT);
        Answer draft = Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        Map<String, Object> canvas = Map.of("title", "Titel " + HOSTILE.substring(0, 60), "question", HOSTILE, "intention", WIDE, "tension", "[klik](javascript:alert(3)) ![x](https://x.example/y.png)",
                "paths", List.of(HOSTILE, WIDE), "roles", List.of(Map.of("party", HOSTILE, "role", WIDE, "interest", HOSTILE)), "themes", List.of("<b>thema</b>"));
        Answer saved = Api.as("host").put(fixture.fill("/dilemmas/{dilemma}"), canvas, "If-Match", draft.etag()).is(200);
        assertThat(saved.at("question")).isEqualTo(HOSTILE);
        assertThat(saved.at("intention")).isEqualTo(WIDE);
        assertThat(saved.json().get("paths").get(1).asText()).isEqualTo(WIDE);
        for (String path : List.of("/dilemmas/{dilemma}", "/dilemmas/{dilemma}/edit/check", "/dilemmas/{dilemma}/edit/direction", "/dilemmas/{dilemma}/edit/assumptions")) {
            assertThat(Browserless.as("host").get(fixture.fill(path)).is(200).body()).doesNotContain("<script>alert").doesNotContain("<img src=x").doesNotContain("href=\"javascript").doesNotContain("<b>thema")
                    .doesNotContain("src=\"https://x.example").contains("&lt;script&gt;alert(1)&lt;/script&gt;", WIDE);
        }
    }

    @Test
    void half_a_character_and_control_characters_break_nothing() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        for (String odd : List.of("half \\ud800 teken", "nul \\u0000 teken", "bel \\u0007 \\u001b[31m", "\\u2028\\u2029\\ufeff tekst")) {
            assertThat(Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/contributions"), "{\"kind\":\"QUESTION\",\"text\":\"" + odd + "\"}").status()).as(odd).isBetween(200, 499);
        }
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).status()).isEqualTo(200);
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}/contributions")).is(200);
    }

    @Test
    void a_character_without_meaning_is_left_out() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Answer asked = Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/contributions"), "{\"kind\":\"QUESTION\",\"text\":\"nul\\u0000teken\"}").is(201);
        assertThat(asked.at("text")).isEqualTo("nulteken");
    }

    @Test
    void a_broken_id_leads_nowhere() {
        Fixture fixture = fixture(Phase.HARVESTING);
        for (String route : Routes.all()) {
            String[] parts = route.split(" ");
            if (!parts[1].contains("{}") || !parts[1].startsWith("/api/") || parts[1].startsWith("/api/v1/drafts/")) {
                continue;
            }
            for (String broken : List.of("1", "not-an-id", "%27%20or%201=1", "00000000-0000-0000-0000-00000000000g", "null")) {
                Answer answer = Api.as("coordinator").send(parts[0], parts[1].replace("{}", broken), parts[0].equals("GET") || parts[0].equals("DELETE") ? null : route.endsWith("timetable") ? "[]" : "{}");
                problem(answer, 404);
            }
        }
        for (String path : List.of("/dilemmas/x", "/rounds/x", "/programmes/x", "/lessons/x", "/patterns/x", "/dilemmas/" + fixture.id("dilemma") + "/nothing", "/nothing")) {
            assertThat(Browserless.as("coordinator").get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void lists_answer_whatever_limit_or_cursor_is_asked() {
        for (String list : List.of("/municipalities", "/programmes", "/lessons", "/observations", "/patterns", "/search", "/me/shared-addresses", fixture(Phase.HARVESTING).fill("/dilemmas/{dilemma}/contributions"),
                fixture(Phase.HARVESTING).fill("/programmes/{programme}/memberships"), fixture(Phase.HARVESTING).fill("/programmes/{programme}/audit-events"), fixture(Phase.HARVESTING).fill("/programmes/{programme}/rounds"))) {
            for (String query : List.of("limit=-1", "limit=0", "limit=2147483647", "cursor=x", "cursor=%00", "cursor=%27%3B--", "cursor=00000000-0000-0000-0000-000000000000", "limit=", "cursor=")) {
                assertThat(safe(Api.as("coordinator").get(list + "?" + query)).is(200).items().size()).isBetween(0, 100);
            }
            problem(Api.as("coordinator").get(list + "?limit=many"), 400);
            problem(Api.as("coordinator").get(list + "?limit=99999999999999"), 400);
        }
        for (String query : List.of("%25", "_", "!", "%27", "%5C", "x".repeat(3000))) {
            assertThat(safe(Api.as("vreemd").get("/municipalities?query=" + query)).is(200).items().size()).as(query).isBetween(0, 10);
        }
        for (String words : List.of("%2B-%26%26%7C%7C%21%28%29%7B%7D%5B%5D%5E%22~*%3F%3A%5C%2F", "*", "a*", "%22open", "AND+OR+NOT", "title%3Ax", "%00", "x".repeat(3000), "de+het+een", "%F0%9F%A4%9D")) {
            safe(Api.as("vreemd").get("/search?q=" + words)).is(200);
            safe(Api.as("coordinator").get("/dilemma-suggestions?title=" + words)).is(200);
            safe(Browserless.as("coordinator").get("/dilemma-suggestions?except=x&title=" + words)).is(200);
        }
        for (String query : List.of("/lessons?status=SECRET", "/search?status=secret", "/lessons?programmeId=x", "/observations?dilemmaId=x", "/patterns?programmeId=x")) {
            assertThat(safe(Api.as("vreemd").get(query)).status()).as(query).isIn(400, 404);
        }
    }

    @Test
    void a_version_is_asked_for_before_the_fields_are_looked_at() {
        Fixture harvest = fixture(Phase.HARVESTING);
        Map<String, Object> empty = Map.of("title", "");
        Map<String, String> users = Map.of(fixture(Phase.DRAFT).fill("/dilemmas/{dilemma}"), "host", harvest.fill("/lessons/{lesson.draft}"), "coordinator",
                fixture(Phase.REFLECTING).fill("/contributions/{reflection.leeuwarden}"), "peer2");
        users.forEach((path, user) -> {
            Object body = path.startsWith("/contributions") ? Map.of("text", "x".repeat(9000)) : empty;
            problem(Api.as(user).put(path, body), 428);
            for (String stale : List.of("\"999\"", "\"-1\"", "*", "nonsense", "W/\"999\"", "\"0\", \"1\"", "")) {
                assertThat(Api.as(user).put(path, body, "If-Match", stale.isEmpty() ? "\"\"" : stale).status()).as(stale).isEqualTo(412);
            }
            Answer now = Api.as(user).get(path).is(200);
            assertThat(Api.as(user).put(path, body, "If-Match", now.etag()).status()).isEqualTo(422);
        });
        problem(Api.as("coordinator").put(harvest.fill("/programmes/{programme}"), Map.of("name", "")), 428);
        problem(Api.as("coordinator").put(fixture(Phase.CLARIFYING).fill("/sessions/{session}"), Map.of("location", "")), 428);
        problem(Api.as("coordinator").put(fixture(Phase.CLARIFYING).fill("/dilemmas/{dilemma}/session"), Map.of("location", ""), "If-None-Match", "*"), 412);
    }

    @Test
    void the_wrong_phase_is_told_before_versions_and_fields() {
        problem(post("host", Phase.REFLECTING, "/dilemmas/{dilemma}/closing", Map.of()), 409);
        problem(post("peer1", Phase.REFLECTING, "/dilemmas/{dilemma}/contributions", Map.of("kind", "QUESTION")), 409);
        problem(Api.as("coordinator").put(fixture(Phase.HARVESTING).fill("/dilemmas/{dilemma}/session"), Map.of()), 409);
        problem(Api.as("host").put(fixture(Phase.REFLECTING).fill("/dilemmas/{dilemma}"), Map.of("title", "")), 409);
        problem(Api.as("coordinator").put(fixture(Phase.HARVESTING).fill("/lessons/{lesson.published}"), Map.of("title", "")), 409);
    }

    @Test
    void what_the_api_does_not_know_is_a_problem_too() {
        problem(Api.as("host").get("/nothing"), 404);
        problem(Api.as("host").send("PATCH", "/api/v1/programmes", "{}"), 405);
        problem(Api.as("host").delete("/me"), 405);
        problem(Api.anonymous().get("/me"), 401);
        problem(Api.anonymous().send("GET", "/api/v1/me", null, "Authorization", "Bearer x.y.z"), 401);
        problem(Api.anonymous().send("GET", "/api/v1/me", null, "Authorization", "Basic aG9zdDpob3N0"), 401);
        problem(Api.anonymous().get("/nothing"), 401, 404);
        assertThat(Api.as("host").get("/me", "Accept", "application/xml").status()).isIn(200, 406);
    }

    private static Answer post(String user, Phase phase, String path, Object body) {
        return Api.as(user).post(fixture(phase).fill(path), body);
    }

    private static void invalid(Answer answer, String... fields) {
        JsonNode errors = problem(answer, 422).json().get("errors");
        assertThat(errors.findValuesAsText("field")).as(answer.body()).contains(fields);
        assertThat(errors).allSatisfy(error -> assertThat(error.get("message").asText()).isNotBlank());
    }

    private static Answer problem(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as("%s: %s", answer.request(), answer.body()).isIn((Object[]) statuses);
        assertThat(answer.header("Content-Type")).as("%s %d", answer.request(), answer.status()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.at("title")).isNotBlank();
        assertThat(answer.header("API-Version")).isNotNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        return safe(answer);
    }

    private static Answer safe(Answer answer) {
        assertThat(INSIDES.matcher(answer.body()).find()).as("%s: %s", answer.request(), answer.body()).isFalse();
        return answer;
    }
}
