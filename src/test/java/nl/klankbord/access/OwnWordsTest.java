// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Texts;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Questions and steps that a programme wrote itself: from the form of a copy to everywhere an answer is read, and no further. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class OwnWordsTest {
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final String[] BASE = {"version", "0", "name", "Onze <b>eigen", "CALL", "5", "MATCHING", "5", "CLARIFYING", "5", "REFLECTING", "5", "SESSION", "7", "HARVESTING", "5", "FOLLOW_UP", "130",
            "minimumPeers", "3", "maximumPeers", "", "quorum", "2"};
    private final String word = "eigen" + UUID.randomUUID().toString().substring(0, 8);
    private final String asked = "Wat zou <u>" + word + "</u> hier doen?";
    private final Api coordinator = Api.as("coordinator");

    @Test
    void without_script_a_copy_of_questions_begins_with_the_chosen_set_and_rows_move_come_and_go_before_anything_is_saved() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String form = copy(fixture, "compact");
        Browserless browser = Browserless.as("coordinator");
        String begun = browser.post(form, with("protocol", "table-talk", "questionSet", "warm-cool", "go", "own-questions")).is(200).body();
        assertThat(begun).contains("Onze &lt;b&gt;eigen", "value=\"Warm: wat is sterk en wat werkt?\"", "id=\"f-questions[4].text\"", "name=\"ownQuestions\"", "<option value=\"table-talk\" selected>").doesNotContain("f-questions[5].text");
        String up = browser.post(form, with("protocol", "table-talk", "questionSet", "warm-cool", "ownQuestions", "1", "questionText", "Eerste", "questionText", asked, "questionHint", "", "questionHint", "Zeg <i>waarom",
                "questionNature", "FACT", "questionNature", "VIEW", "questionNeed", "OPTIONAL", "questionNeed", "SKIPPABLE", "questionKey", "warm", "questionKey", "", "go", "up-questions[1]")).is(200).body();
        assertThat(up).containsSubsequence("Vraag 1", "Wat zou &lt;u&gt;" + word, "Zeg &lt;i&gt;waarom", "<option value=\"VIEW\" selected>", "<option value=\"SKIPPABLE\" selected>", "Vraag 2", "value=\"Eerste\"", "<option value=\"FACT\" selected>");
        String more = browser.post(form, with("protocol", "consultancy", "questionSet", "open", "ownQuestions", "1", "questionText", "Eerste", "questionHint", "", "questionNature", "FACT", "questionNeed", "OPTIONAL", "questionKey", "",
                "go", "more-questions")).is(200).body();
        assertThat(more).contains("f-questions[1].text").doesNotContain("f-questions[2].text");
        assertThat(browser.post(form, with("protocol", "consultancy", "questionSet", "open", "ownQuestions", "1", "questionText", "Eerste", "go", "set-questions")).is(200).body()).contains("name=\"questionSet\"", "own-questions").doesNotContain("Eerste");
        assertThat(browser.post(form, with("protocol", "table-talk", "questionSet", "open", "go", "own-protocolSteps")).is(200).body()).contains("value=\"Rondje: wie zit er aan tafel\"", "Nu samen 90 minuten.", "f-protocolSteps[4].minutes")
                .doesNotContain("f-protocolSteps[5].name");
        Answer saved = coordinator.get(form).is(200);
        assertThat(saved.at("name") + saved.at("ownQuestions") + saved.at("ownSteps")).as("nothing is saved").isEqualTo("Kopiefalsefalse");
        assertThat(Browserless.as("peer1").post(form, with("go", "own-questions")).is(403).body()).doesNotContain("questionText");
    }

    @Test
    void each_row_says_what_is_wrong_with_it_and_everything_typed_stays() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String form = copy(fixture, "compact");
        String wrong = Browserless.as("coordinator").post(form, with("protocol", "consultancy", "questionSet", "open", "ownQuestions", "1",
                "questionText", "", "questionText", "x".repeat(201), "questionText", "", "questionText", asked, "questionHint", "", "questionHint", "", "questionHint", "Wel een uitleg", "questionHint", "y".repeat(401),
                "questionNature", "VIEW", "questionNature", "MAYBE", "questionNature", "FACT", "questionNature", "VIEW", "questionNeed", "OPTIONAL", "questionNeed", "OPTIONAL", "questionNeed", "OPTIONAL", "questionNeed", "OPTIONAL",
                "questionKey", "", "questionKey", "", "questionKey", "", "questionKey", "",
                "ownSteps", "1", "stepName", "Begin <b>", "stepName", "", "stepMinutes", "veel", "stepMinutes", "121", "stepSpeaker", "HOST", "stepSpeaker", "SHOUTING", "stepKey", "", "stepKey", "")).is(422).body();
        // The first row was left empty, which is how one leaves it out: the others move up.
        assertThat(wrong).contains("id=\"f-questions-error\"", "id=\"f-questions[0].text-error\"", "id=\"f-questions[0].nature-error\"", "id=\"f-questions[1].text-error\"", "id=\"f-questions[2].hint-error\"", "Vraag 1: Dit is te lang. Er passen 200 tekens in.",
                "href=\"#f-questions[2].hint\"", "Wel een uitleg", "Wat zou &lt;u&gt;" + word, "y".repeat(401), "id=\"f-protocolSteps[0].minutes-error\"", "Stap 1: Vul een getal in van 1 tot en met 120.", "value=\"veel\"", "Begin &lt;b&gt;",
                "id=\"f-protocolSteps[1].name-error\"", "id=\"f-protocolSteps[1].speaker-error\"").doesNotContain("f-questions[3]", "f-questions[2].text-error", "f-protocolSteps[0].name-error");
        Answer saved = coordinator.get(form).is(200);
        assertThat(coordinator.put(form, body(saved, List.of(), List.of()), "If-Match", saved.etag()).is(422).body()).contains("\"field\":\"questions\"", "\"field\":\"protocolSteps\"");
        Answer told = coordinator.put(form, body(saved, List.of(Map.of("text", "x", "nature", "VIEW", "skippable", true)), List.of(Map.of("name", "x", "minutes", 0, "speaker", "HOST"))), "If-Match", saved.etag()).is(422);
        assertThat(told.body()).contains("\"field\":\"questions\"", "\"field\":\"questions[0].skippable\"", "\"field\":\"protocolSteps[0].minutes\"");
        coordinator.put(form, body(saved, List.of(Map.of("text", "x", "nature", "MAYBE")), List.of()), "If-Match", saved.etag()).is(400);
        coordinator.put(form, body(saved, List.of(Map.of("text", "x", "nature", "VIEW", "points", 3)), List.of()), "If-Match", saved.etag()).is(400);
    }

    @Test
    void what_klankbord_wrote_stays_klankbords_in_both_languages_and_nothing_changed_is_nothing_of_ones_own() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String method = copy(fixture, "warm-cool");
        Answer english = coordinator.get(method, "Accept-Language", "en").is(200);
        Answer same = coordinator.put(method, english.json().toString(), "If-Match", english.etag()).is(200);
        assertThat(same.at("ownQuestions") + same.at("ownSteps")).isEqualTo("falsefalse");
        Answer changed = coordinator.put(method, body(same, List.of(Map.of("key", "cool", "nature", "VIEW", "required", true), Map.of("text", asked, "nature", "FACT")), null), "If-Match", same.etag()).is(200);
        assertThat(changed.json().get("questions").get(1).toString()).isEqualTo("{\"key\":\"q1\",\"nature\":\"FACT\",\"required\":false,\"skippable\":false,\"text\":\"" + asked + "\"}");
        assertThat(coordinator.get(method, "Accept-Language", "en").json().get("questions").toString()).contains("Cool: ", asked);
        String page = Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/methods")).is(200).body();
        assertThat(page).contains("Eigen vragen van het programma", "Wat zou &lt;u&gt;" + word, "Koel: wat schuurt en wat mist u?");
        assertThat(Browserless.as("coordinator").get(method).is(200).body()).contains("f-questions[1].text", "Koel: wat schuurt en wat mist u?");
        Answer back = coordinator.put(method, body(changed, null, null), "If-Match", changed.etag()).is(200);
        assertThat(back.at("ownQuestions")).as("a set without questions asks those of the set").isEqualTo("false");
    }

    @Test
    void who_answers_reads_the_programmes_own_words_and_so_does_whoever_reads_the_answer() {
        Fixture fixture = asking(Phase.REFLECTING);
        Answer questions = Api.as("peer2").get(fixture.fill("/dilemmas/{dilemma}/reflection-questions"), "Accept-Language", "en").is(200);
        assertThat(questions.items().get(0).toString()).contains("\"question\":\"q1\",\"field\":\"answers\"", asked, "Denk aan " + word);
        assertThat(questions.items().get(2).at("/text").asText()).startsWith("What would you do");
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        Browserless peer = Browserless.as("peer2");
        assertThat(peer.get(page).is(200).body()).contains("Wat zou &lt;u&gt;" + word, "Denk aan " + word, "Deze vragen stelt uw programma zelf", "Aannames " + word, "name=\"picked\"", "name=\"advice\"").doesNotContain("name=\"text\"", "<u>" + word);
        assertThat(peer.post(page, "version", "0", "question", "q1", "answer", "Eerst luisteren", "skipped", "", "preview", "1").is(200).body()).containsPattern("kb-preview__field\">Wat zou &lt;u&gt;" + word);
        assertThat(peer.post(page, "version", "0", "submit", "1", "question", "q1", "answer", "", "skipped", "").is(422).body()).contains("id=\"f-answers.q1-error\"");
        String reflection = fixture.fill("/contributions/{reflection.leeuwarden}");
        Answer draft = Api.as("peer2").put(reflection, Map.of("kind", "REFLECTION", "answers", List.of(Map.of("question", "q1", "text", "Een begin"))), "If-Match", Api.as("peer2").get(reflection).etag()).is(200);
        assertThat(draft.json().get("answers").get(0).toString()).isEqualTo("{\"question\":\"q1\",\"asked\":\"" + asked + "\",\"text\":\"Een begin\"}");
        Api.as("peer2").put(reflection, draft.json().toString(), "If-Match", draft.etag()).is(200);
        String version = Api.as("peer2").get(fixture.fill("/contributions/{reflection.leeuwarden}")).etag().replace("\"", "");
        assertThat(peer.post(page, "version", "0", "base", "{}", "question", "q1", "answer", "Ik schreef al", "skipped", "").is(412).body()).containsPattern("id=\"m-answers.q1\">Wat zou &lt;u&gt;" + word);
        peer.post(page, "version", version, "submit", "1", "question", "q1", "answer", "", "skipped", "Dat weten wij niet van elkaar", "assumptions", "Dat het zo is", "advice", "Wacht er nog even mee").is(303);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set phase = 'HARVESTING' where id = ?", fixture.id("dilemma"));
            rows.change("insert ignore into record_consent (person_id, municipality_code, given_at) values (?, 'GM0080', now())", People.id("peer2"));
            assertThat(rows.one("select json_unquote(json_extract(answers, '$.q1.skipped')) from contribution where id = ?", fixture.id("reflection.leeuwarden"))).isEqualTo("Dat weten wij niet van elkaar");
            rows.change("insert ignore into municipality_administrator (id, municipality_code, person_id, email, named_by, created_at) values (uuid(), 'GM0080', ?, ?, ?, now())", People.id("peer2"), People.email("peer2"), People.id("beheer"));
            String all = Api.as("peer2").get("/municipalities/GM0080/records?query=niet+van+elkaar").is(200).body();
            assertThat(all).contains("\"question\":\"q1\",\"asked\":\"" + asked + "\",\"nature\":\"FACT\"");
            assertThat(Browserless.as("peer2").get("/municipality/records?query=niet+van+elkaar").is(200).body()).contains("Wat zou &lt;u&gt;" + word);
            rows.change("delete from record_consent where person_id = ?", People.id("peer2"));
            rows.change("delete from municipality_administrator where municipality_code = 'GM0080' and person_id = ?", People.id("peer2"));
        }
        for (String where : List.of("/dilemmas/{dilemma}", "/dilemmas/{dilemma}/harvest")) {
            assertThat(Browserless.as("coordinator").get(fixture.fill(where)).is(200).body()).as(where).contains("Wat zou &lt;u&gt;" + word, "Dat weten wij niet van elkaar");
        }
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Aannames " + word, "Dat het zo is");
        assertThat(peer.get("/texts").is(200).body()).contains("Wat zou &lt;u&gt;" + word, "Aannames " + word);
        assertThat(Api.as("peer2").get("/me/export").is(200).body()).contains("\"question\":\"q1\",\"asked\":\"" + asked + "\"");
        assertThat(Api.as("host").get("/search?scope=mine&q=elkaar").is(200).items().toString()).contains("niet van elkaar").doesNotContain(word);
        assertThat(Api.as("host").post("/observations", Map.of("sourceType", "CONTRIBUTION", "sourceId", fixture.id("reflection.leeuwarden").toString(), "exact", "weten wij niet")).is(201).at("field")).isEqualTo("q1.skipped");
    }

    @Test
    void a_method_in_use_keeps_its_questions_and_a_copy_of_it_takes_them_along() {
        Fixture fixture = asking(Phase.REFLECTING);
        String method;
        try (Rows rows = Rows.open()) {
            method = rows.one("select method_key from round where id = ?", fixture.id("round"));
        }
        String path = fixture.fill("/programmes/{programme}/methods/") + method;
        Answer now = coordinator.get(path).is(200);
        assertThat(coordinator.put(path, body(now, List.of(Map.of("key", "q1", "text", "Iets anders", "nature", "VIEW", "required", true)), null), "If-Match", now.etag()).is(409).at("type")).endsWith("in-use");
        Browserless.as("coordinator").post(path, with("go", "own-questions")).is(409);
        Answer copy = coordinator.post(fixture.fill("/programmes/{programme}/methods"), Map.of("from", method, "name", "Nog eens")).is(201);
        assertThat(copy.json().get("questions")).isEqualTo(now.json().get("questions"));
        assertThat(copy.json().get("protocolSteps")).isEqualTo(now.json().get("protocolSteps"));
    }

    @Test
    void nobody_outside_the_circle_but_the_coordinator_finds_a_word_of_them_anywhere() {
        Fixture fixture = asking(Phase.HARVESTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set answers = '{\"q1\":{\"text\":\"Beantwoord\"}}' where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update session set protocol = 'own' where dilemma_id = ?", fixture.id("dilemma"));
        }
        List<String> paths = RouteRow.all().stream().filter(row -> row.method().equals("GET")).map(RouteRow::path).distinct()
                .filter(path -> NAME.matcher(path).results().allMatch(name -> fixture.has(name.group(1)))).map(fixture::fill).toList();
        List<String> wrong = new ArrayList<>();
        for (String user : List.of(Readers.NOBODY, "vreemd", "beheer", "buiten", "peer3")) {
            for (String path : paths) {
                if (fetch(user, path).body().contains(word)) {
                    wrong.add(user + " at " + path);
                }
            }
        }
        assertThat(wrong).isEmpty();
        for (String user : List.of("coordinator", "facilitator", "host", "peer1", "peer2")) {
            assertThat(fetch(user, fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as(user).contains("Wat zou &lt;u&gt;" + word, "Stap " + word);
            assertThat(Api.as(user).get(fixture.fill("/dilemmas/{dilemma}/session")).is(200).body()).contains("Stap " + word);
        }
    }

    @Test
    void a_session_goes_by_the_steps_of_its_method_unless_one_chooses_others_and_shows_when_each_begins() {
        Fixture fixture = asking(Phase.CLARIFYING);
        String page = fixture.fill("/dilemmas/{dilemma}/session");
        try (Rows rows = Rows.open()) {
            rows.change("delete from session where dilemma_id = ?", fixture.id("dilemma"));
        }
        assertThat(Browserless.as("coordinator").get(page).is(200).body()).contains("<option value=\"own\" selected>", "Stap " + word, "De inbrenger vertelt het dilemma");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).as("before there is a date").contains("Stap " + word, "Samen 45 minuten.").doesNotContain("kb-agenda__time");
        Map<String, String> plan = Map.of("startsAt", "2027-06-15T13:30:00+02:00", "endsAt", "2027-06-15T14:00:00+02:00", "location", "Zaal", "protocol", "own");
        Answer set = coordinator.put(page, plan, "If-None-Match", "*").is(201);
        assertThat(set.at("protocol")).isEqualTo("own");
        assertThat(set.json().get("agenda")).hasSize(2);
        assertThat(set.json().get("agenda").get(1).toString()).contains("\"name\":\"De inbrenger zegt wat er binnenkwam\"", "\"minutes\":15", "\"speaker\":\"HOST\"", "\"startsAt\":\"2027-06-15T12:00:00Z\"");
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).containsSubsequence("13.30 – 14.00", "Stap " + word, "30 minuten", "14.00 – 14.15", "De inbrenger zegt wat er binnenkwam", "Samen 45 minuten.", "langer dan de bijeenkomst");
        Answer moved = coordinator.put(page, Map.of("startsAt", "2027-06-15T13:30:00+02:00", "endsAt", "2027-06-15T16:00:00+02:00", "location", "Zaal", "protocol", "table-talk"), "If-Match", set.etag()).is(200);
        assertThat(moved.json().get("agenda")).hasSize(5);
        assertThat(coordinator.put(page, Map.of("startsAt", "2027-06-15T13:30:00+02:00", "endsAt", "2027-06-15T16:00:00+02:00", "location", "Zaal", "protocol", "chaos"), "If-Match", moved.etag()).is(422).body()).contains("\"field\":\"protocol\"");
        Fixture standard = Fixture.in(Phase.CLARIFYING);
        Answer there = coordinator.get(standard.fill("/dilemmas/{dilemma}/session")).is(200);
        assertThat(coordinator.put(standard.fill("/dilemmas/{dilemma}/session"), plan, "If-Match", there.etag()).is(422).body()).as("a method without steps of its own").contains("\"field\":\"protocol\"");
    }

    @Test
    void every_step_has_its_name_in_both_languages() {
        Texts texts = new Texts();
        try (Rows rows = Rows.open()) {
            Texts.LANGUAGES.forEach(language -> {
                assertThat(rows.all("select step_key from protocol_step")).hasSize(12).allMatch(key -> texts.has(language, "protocolStep." + key));
                assertThat(rows.all("select protocol_key from protocol")).allMatch(key -> texts.has(language, "protocol." + key));
            });
        }
    }

    /** Whose round asks three questions, two in words of the programme, and whose sessions have two steps, one of the programme. */
    private Fixture asking(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        Answer copy = coordinator.post(fixture.fill("/programmes/{programme}/methods"), Map.of("from", "standard", "name", "Eigen vragen")).is(201);
        String method = fixture.fill("/programmes/{programme}/methods/") + copy.at("key");
        coordinator.put(method, body(copy, List.of(Map.of("text", asked, "hint", "Denk aan " + word, "nature", "FACT", "required", true, "skippable", true),
                        Map.of("key", "assumptions", "text", "Aannames " + word, "nature", "VIEW"), Map.of("key", "advice", "nature", "VIEW")),
                List.of(Map.of("name", "Stap " + word, "minutes", 30, "speaker", "PEERS"), Map.of("key", "respond", "minutes", 15, "speaker", "HOST"))), "If-Match", copy.etag()).is(200);
        try (Rows rows = Rows.open()) {
            rows.change("update round set method_key = ? where id = ?", copy.at("key"), fixture.id("round"));
        }
        return fixture;
    }

    private String copy(Fixture fixture, String from) {
        return fixture.fill("/programmes/{programme}/methods/") + coordinator.post(fixture.fill("/programmes/{programme}/methods"), Map.of("from", from, "name", "Kopie")).is(201).at("key");
    }

    /** What the API gave, with these lists; null leaves one out. */
    private static String body(Answer method, List<?> questions, List<?> steps) {
        com.fasterxml.jackson.databind.node.ObjectNode json = method.json().deepCopy();
        json.set("questions", nl.klankbord.shared.Json.tree(questions));
        json.set("protocolSteps", nl.klankbord.shared.Json.tree(steps));
        return json.toString();
    }

    private static String[] with(String... more) {
        List<String> fields = new ArrayList<>(List.of(BASE));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static Answer fetch(String user, String path) {
        boolean nobody = user.equals(Readers.NOBODY);
        return path.startsWith("/api/") ? (nobody ? Api.anonymous() : Api.as(user)).send("GET", path, null) : (nobody ? Browserless.anonymous() : Browserless.as(user)).get(path);
    }
}
