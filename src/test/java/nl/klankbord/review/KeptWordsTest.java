// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** What somebody typed is not lost with a refusal, whatever the reason. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class KeptWordsTest {

    @Test
    void new_house_rules_keep_what_was_typed_in_a_reflection_until_they_are_accepted() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        newRules(fixture);
        assertThat(Browserless.as("peer2").post(page, "version", "0", "text", "Wij zagen qzbewaard hetzelfde.", "mirror", "Bij ons qzspiegel ook.").is(403).body()).contains("bewaard", page);
        Api.as("peer2").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 2)).is(201);
        assertThat(Browserless.as("peer2").get(page).is(200).body()).contains(page + "/merge");
        assertThat(Browserless.as("peer2").get(page + "/merge").is(200).body()).contains("qzbewaard", "qzspiegel", fixture.word("reflection.leeuwarden"));
    }

    @Test
    void also_of_one_that_was_not_begun_and_of_what_saves_itself() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        unbegun(fixture);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        newRules(fixture);
        assertThat(Browserless.as("peer2").post(page + "/autosave", "text", "Wij zagen qzbegin hetzelfde.", "advice", "Wacht qzraad nog even.", "question", "trust", "answer", "Genoeg qzvertrouwen.").is(403).body())
                .contains("bewaard");
        Browserless.as("peer2").post(page + "/autosave", "text", "Wij zagen qzlater hetzelfde.", "advice", "Wacht qzraad nog even.").is(403);
        Api.as("peer2").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 2)).is(201);
        String form = Browserless.as("peer2").get(page).is(200).body();
        assertThat(form).as("nothing to make one with: it is back in its form").contains("qzlater", "qzraad").doesNotContain("qzbegin", page + "/merge");
        Browserless.as("peer2").post(page, "text", "Wij zagen qzsaved hetzelfde.", "aside", form.replaceFirst("(?s).*name=\"aside\" value=\"(\\d+)\".*", "$1")).is(303);
        assertThat(Browserless.as("peer2").get(page).is(200).body()).contains("qzsaved").doesNotContain("qzlater");
        Api.as("peer2").get("/drafts/unmerged.reflection." + fixture.id("dilemma")).is(404);
    }

    @Test
    void a_form_that_was_opened_before_leaves_what_another_device_put_aside() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        unbegun(fixture);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        newRules(fixture);
        Browserless.as("peer2").post(page + "/autosave", "text", "Wij zagen qzelders hetzelfde.").is(403);
        Api.as("peer2").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 2)).is(201);
        Browserless.as("peer2").post(page + "/autosave", "text", "Wij zagen qzhier iets anders.").is(200);
        assertThat(Browserless.as("peer2").get(page).is(200).body()).contains(page + "/merge");
        assertThat(Browserless.as("peer2").get(page + "/merge").is(200).body()).contains("qzelders", "qzhier");
    }

    @Test
    void who_leaves_a_seat_keeps_what_was_put_aside_whether_she_sat_there_alone_or_with_a_colleague() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        newRules(fixture);
        for (String user : List.of("peer1", "peer2")) {
            Browserless.as(user).post(page + "/autosave", "text", "Wij zagen qzalleen hetzelfde.").is(403);
            Api.as(user).post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 2)).is(201);
        }
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}/people/{person.peer2}")).is(204);
        Api.as("peer1").delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1}")).is(204);
        String key = "unmerged.reflection." + fixture.id("dilemma");
        for (String user : List.of("peer1", "peer2")) {
            assertThat(Api.as(user).get("/drafts/" + key).is(200).body()).contains("qzalleen");
            assertThat(Api.as(user).get("/me/export").is(200).body()).contains(key);
        }
    }

    @Test
    void new_house_rules_keep_what_was_typed_in_a_concept() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String page = fixture.fill("/dilemmas/{dilemma}/edit/question");
        newRules(fixture);
        String version;
        try (Rows rows = Rows.open()) {
            version = rows.one("select version from dilemma where id = ?", fixture.id("dilemma"));
        }
        assertThat(Browserless.as("host").post(page, "version", version, "title", "Een titel", "question", "Hoe qzbewaren wij dit?").is(403).body()).contains("bewaard", page);
        Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/edit/intention") + "/autosave", "version", version, "intention", "Wij willen qzvanzelf.").is(403);
        Api.as("host").post(fixture.fill("/programmes/{programme}/house-rules-acceptances"), Map.of("version", 2)).is(201);
        assertThat(Browserless.as("host").get(page).is(200).body()).contains(page + "/merge");
        assertThat(Browserless.as("host").get(page + "/merge").is(200).body()).contains("qzbewaren");
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}/edit/intention/merge")).is(200).body()).contains("qzvanzelf");
    }

    @Test
    void a_dilemma_that_is_withdrawn_meanwhile_tells_its_peers_so_and_keeps_what_they_typed() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        Answer saved = Browserless.as("peer2").post(page + "/autosave", "version", "0", "text", "Wij zagen qzvanzelf.").is(409);
        assertThat(saved.at("detail")).contains("Het dilemma van " + host(fixture) + " is ingetrokken", "Mijn teksten").doesNotContain("niet voor u", fixture.word("dilemma.title"));
        Answer answer = Browserless.as("peer2").post(page, "version", "0", "text", "Wij zagen qzterug <b>hetzelfde</b>.", "question", "trust", "answer", "Genoeg qzvertrouwen.").is(409);
        assertThat(answer.body()).contains("Het dilemma van " + host(fixture) + " is ingetrokken", "bij Mijn teksten", "qzterug &lt;b&gt;hetzelfde", "qzvertrouwen").doesNotContain(fixture.word("dilemma.title"), "niet opgeslagen");
        unbegun(fixture);
        assertThat(Browserless.as("peer2").post(page, "text", "Wij zagen qzweer hetzelfde.", "submit", "1").is(409).body()).contains("qzweer", "qzvertrouwen");
        for (String path : List.of("/texts", page)) {
            assertThat(Browserless.as("peer2").get(path).is(200).body()).as(path).contains("qzweer", "qzvertrouwen").doesNotContain(fixture.word("dilemma.title"));
        }
        assertThat(Api.as("peer2").get("/me/export").is(200).body()).contains("qzweer", "qzvertrouwen");
        assertThat(Browserless.as("peer1").get("/texts").body()).doesNotContain("qzweer");
    }

    @Test
    void where_somebody_may_not_know_of_a_dilemma_the_answer_is_that_of_one_that_is_not_there_and_what_was_typed_is_kept() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String page = fixture.fill("/dilemmas/{dilemma}/reflection");
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}/people/{person.peer2}")).is(204);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        String absent = "/dilemmas/" + UUID.randomUUID() + "/reflection";
        for (String user : List.of("peer2", "vreemd")) {
            for (String path : List.of(page, absent)) {
                String told = Browserless.as(user).post(path, "text", "Wij zagen qzonbekend.").is(404).body();
                assertThat(told).as(user).contains("staat bij Mijn teksten").doesNotContain("niets verloren", "niet opgeslagen", "ingetrokken");
                assertThat(Browserless.as(user).post(path + "/autosave", "text", "Wij zagen qzonbekend.").is(404).at("detail")).as(user).contains("staat bij Mijn teksten").doesNotContain("niets verloren", "ingetrokken");
                Browserless.as(user).get(path).is(404);
            }
            assertThat(Browserless.as(user).get("/texts").is(200).body()).as(user).contains("qzonbekend");
            String tooLong = "x".repeat(130_000);
            assertThat(Browserless.as(user).post(page, "text", tooLong, "advice", tooLong).is(404).body()).as("what cannot be kept is given back, and said to be").contains(tooLong, "niet opgeslagen").doesNotContain("niets verloren");
        }
    }

    private static String host(Fixture fixture) {
        try (Rows rows = Rows.open()) {
            return rows.one("select m.name from municipality m join dilemma d on d.host_municipality = m.code where d.id = ?", fixture.id("dilemma"));
        }
    }

    @Test
    void hidden_and_absent_are_the_same_also_for_who_types() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String hidden = Browserless.as("vreemd").post(fixture.fill("/dilemmas/{dilemma}/reflection"), "text", "Zomaar qziets.").is(404).body();
        String absent = Browserless.as("vreemd").post(Fixture.absent().fill("/dilemmas/{dilemma}/reflection"), "text", "Zomaar qziets.").is(404).body();
        assertThat(same(hidden)).isEqualTo(same(absent)).contains("staat bij Mijn teksten");
    }

    @Test
    void a_concept_that_a_colleague_withdraws_gives_back_what_one_typed() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        for (String step : new String[] {"question", "intention"}) {
            Answer answer = Browserless.as("host").post(fixture.fill("/dilemmas/{dilemma}/edit/") + step, "version", "0", "title", "Titel", "question", "Hoe qzvraag?", "intention", "Wat qzvraag?");
            assertThat(answer.status()).isIn(404, 409);
            assertThat(answer.body()).as(step).contains("qzvraag");
        }
        assertThat(Browserless.as("vreemd").post(fixture.fill("/dilemmas/{dilemma}/edit/question"), "version", "0", "question", "Hoe qzvraag?").is(404).body()).contains("qzvraag");
    }

    private static String same(String page) {
        return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replaceAll("value=\"[^\"]*\"", "");
    }

    private static void unbegun(Fixture fixture) {
        try (Rows rows = Rows.open()) {
            rows.change("delete from attachment_part where attachment_id = ?", fixture.id("file.leeuwarden"));
            rows.change("delete from attachment where id = ?", fixture.id("file.leeuwarden"));
            rows.change("delete from mirror where contribution_id = ?", fixture.id("reflection.leeuwarden"));
            rows.change("delete from contribution where id = ?", fixture.id("reflection.leeuwarden"));
        }
    }

    private static void newRules(Fixture fixture) {
        var programme = Api.as("coordinator").get(fixture.fill("/programmes/{programme}")).is(200);
        Api.as("coordinator").put(fixture.fill("/programmes/{programme}"), Map.of("name", "Zelfde", "purpose", "Zelfde", "houseRules", "Andere regels"), "If-Match", programme.etag()).is(200);
    }
}
