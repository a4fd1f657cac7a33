// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** What one typed in any form, and which dilemma one's own texts are about, when that is read no more. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class OwnTextsTest {

    @Test
    void what_was_typed_in_every_form_of_a_dilemma_stays_its_writers_to_read_to_take_along_and_to_throw_away_after_she_left() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Map<String, String> typed = Map.of("question." + fixture.id("dilemma"), "Ik vraag qzvraag.", "remark." + fixture.id("reflection.zwolle"), "Ik zeg qzopmerking.",
                "recognition." + fixture.id("dilemma"), "Bij ons qzvoorbeeld.", "step." + fixture.id("dilemma"), "Wij doen qzstap.", "step-report." + fixture.id("step.zwolle"), "Het werd qzverslag.");
        typed.forEach((key, text) -> Api.as("peer2").put("/drafts/" + key, Map.of("text", text), "If-None-Match", "*").is(200));
        String[] words = typed.values().toArray(String[]::new);
        assertThat(Browserless.as("peer2").get("/texts").is(200).body()).contains(words).contains("nog niet geplaatst");
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}/people/{person.peer2}")).is(204);
        assertThat(Browserless.as("peer2").get("/texts").is(200).body()).contains(words).doesNotContain(fixture.word("dilemma.title"));
        assertThat(Api.as("peer2").get("/me/export").is(200).body()).contains(words);
        assertThat(Browserless.as("peer1").get("/texts").body()).doesNotContain(words);
        typed.keySet().forEach(key -> Browserless.as("peer2").post("/drafts/" + key + "/removal").is(303));
        assertThat(Browserless.as("peer2").get("/texts").body() + Api.as("peer2").get("/me/export").body()).doesNotContain(words);
    }

    @Test
    void what_the_host_typed_stays_too_each_text_below_its_field_and_without_what_she_chose() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        String id = fixture.id("dilemma").toString();
        Map<String, String> typed = Map.of("closing.works." + id, "Het qzwerkt.", "restatement.question." + id, "Hoe qzanders?",
                "intake.direction." + id, "{\"from\":\"3\",\"fields\":\"[[\\\"tension\\\",\\\"Tussen qzspanning.\\\"],[\\\"paths[0]\\\",\\\"Langs qzpad.\\\"],[\\\"goal\\\",true],[\\\"goal\\\",\\\"OUTPUTQZ\\\"]]\"}",
                "unmerged.intake.question." + id, "{\"title\":\"Een qztitel\",\"question\":\"Wie qzvraagt?\",\"circle\":\"PROGRAMMEQZ\"}");
        typed.forEach((key, text) -> Api.as("host").put("/drafts/" + key, Map.of("text", text), "If-None-Match", "*").is(200));
        try (Rows rows = Rows.open()) {
            rows.change("update seat_person set left_at = utc_timestamp(6) where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), fixture.id("person.host"));
        }
        String page = Browserless.as("host").get("/texts").is(200).body();
        assertThat(page).contains("qzwerkt", "qzanders", "qzspanning", "qzpad", "qztitel", "qzvraagt", "Wat werkt?").doesNotContain("OUTPUTQZ", "PROGRAMMEQZ", "\\\"fields");
        assertThat(Api.as("host").get("/me/export").is(200).body()).contains("qzwerkt", "qzspanning", "qzvraagt");
        typed.keySet().forEach(key -> Api.as("host").delete("/drafts/" + key).is(204));
    }

    @Test
    void a_text_names_the_round_and_the_host_of_a_withdrawn_dilemma_to_who_sat_there_then_and_to_who_had_left_no_more_than_she_knew() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String host;
        try (Rows rows = Rows.open()) {
            host = rows.one("select m.name from municipality m join dilemma d on d.host_municipality = m.code where d.id = ?", fixture.id("dilemma"));
        }
        Api.as("peer2").put("/drafts/remark." + fixture.id("dilemma"), Map.of("text", "Ik zeg qzvanleeuwarden."), "If-None-Match", "*").is(200);
        Api.as("vreemd").put("/drafts/remark." + fixture.id("dilemma"), Map.of("text", "Ik zeg qzvreemd."), "If-None-Match", "*").is(200);
        assertThat(note("peer1", fixture.word("question.zwolle"), fixture.id("question.zwolle"))).contains(fixture.word("dilemma.title")).doesNotContain("dilemma ingetrokken");
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}/people/{person.peer2}")).is(204);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        assertThat(note("peer1", fixture.word("question.zwolle"), fixture.id("question.zwolle"))).contains("Dilemma van " + host, fixture.word("round.title"), "dilemma ingetrokken").doesNotContain(fixture.word("dilemma.title"));
        for (String word : List.of(fixture.word("question.leeuwarden"), "qzvanleeuwarden")) {
            assertThat(note("peer2", word, fixture.id("question.leeuwarden"))).as(word).contains("Dilemma van " + host, fixture.word("round.title")).doesNotContain("dilemma ingetrokken", fixture.word("dilemma.title"));
        }
        assertThat(note("vreemd", "qzvreemd", fixture.id("dilemma"))).as("who never sat there").contains("qzvreemd").doesNotContain(host, fixture.word("round.title"), fixture.word("dilemma.title"), "dilemma ingetrokken");
        Api.as("vreemd").delete("/drafts/remark." + fixture.id("dilemma")).is(204);
    }

    /** The text with this word, on the page of her texts that begins at this one. */
    private static String note(String user, String word, UUID first) {
        String page = Browserless.as(user).get("/texts?cursor=" + new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() + 1)).is(200).body();
        return Stream.of(page.split("<article")).skip(1).filter(note -> note.contains(word)).map(note -> note.substring(0, note.indexOf("</article>"))).collect(Collectors.joining());
    }
}
