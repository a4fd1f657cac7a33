// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Who hears that a text was hidden because somebody can be recognised in it, and that it is shown again. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class HiddenTextMailTest {

    @Test
    void who_wrote_it_and_who_coordinates_are_mailed_at_once_without_a_word_of_what_or_who_it_is() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Api.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/text-reports"), Map.of("text", "field.title", "why", "Straat qzreden")).is(201);
        assertThat(to(fixture, "hidden.")).contains(People.email("host")).doesNotContain(People.email("peer1"), People.email("peer2"), People.email("facilitator"), People.email("coordinator"));
        assertThat(to(fixture, "hidden_report.")).contains(People.email("coordinator")).doesNotContain(People.email("host"), People.email("peer1"), People.email("peer2"));
        try (Rows rows = Rows.open()) {
            List<String> letters = rows.all("select concat(subject, body) from mail where unique_key like 'hidden%' and body like ?", "%" + fixture.id("dilemma") + "%");
            // The greeting names its reader.
            assertThat(letters).isNotEmpty().allSatisfy(letter -> assertThat(letter.replaceFirst("Beste [^,]*,", "")).contains("/dilemmas/" + fixture.id("dilemma") + "#hidden").doesNotContain(fixture.word("dilemma.title"), "qzreden", "Delft", "Zwolle"));
        }
    }

    @Test
    void of_a_contribution_its_own_writer_is_mailed_and_no_colleague() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.zwolle}/reports"), Map.of("why", "Een naam")).is(201);
        assertThat(to(fixture, "hidden.")).containsExactly(People.email("peer1"));
        assertThat(to(fixture, "hidden_report.")).contains(People.email("coordinator")).doesNotContain(People.email("peer1-collega"), People.email("host"), People.email("peer2"));
    }

    @Test
    void of_a_file_of_a_sealed_reflection_nobody_hears_but_who_added_it() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = created_at where id = ?", fixture.id("reflection.leeuwarden"));
            rows.change("update seat set reflection_submitted_at = reflection_begun_at where id = ?", fixture.id("seat.leeuwarden"));
        }
        Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/text-reports"), Map.of("text", fixture.fill("file.{file.zwolle}"))).is(201);
        assertThat(to(fixture, "hidden")).containsExactly(People.email("peer1"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).body()).doesNotContain("Verborgen tekst");
    }

    @Test
    void of_a_sealed_reflection_itself_its_writer_hears_and_no_coordinator() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = created_at where id = ?", fixture.id("reflection.leeuwarden"));
            rows.change("update seat set reflection_submitted_at = reflection_begun_at where id = ?", fixture.id("seat.leeuwarden"));
        }
        Api.as("peer2").post(fixture.fill("/contributions/{reflection.zwolle}/reports"), Map.of()).is(201);
        assertThat(to(fixture, "hidden")).containsExactly(People.email("peer1"));
        assertThat(Browserless.as("coordinator").get(fixture.fill("/programmes/{programme}/board")).is(200).body()).doesNotContain("Verborgen tekst");
    }

    @Test
    void it_stands_first_in_ones_work_and_marks_the_dilemma_on_the_board() {
        // Of each of them something else is asked that has a date.
        Fixture.in(Phase.SUBMITTED);
        Fixture reflecting = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = null where id = ?", reflecting.id("reflection.zwolle"));
            rows.change("update seat set reflection_submitted_at = null where id = ?", reflecting.id("seat.zwolle"));
        }
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String board = fixture.fill("/programmes/{programme}/board");
        assertThat(Browserless.as("coordinator").get(board).is(200).body()).doesNotContain("Verborgen tekst");
        Api.as("host").post(fixture.fill("/contributions/{question.zwolle}/reports"), Map.of()).is(201);
        assertThat(Browserless.as("coordinator").get(board).is(200).body()).contains("Verborgen tekst");
        assertThat(Api.as("coordinator").get(board).json().get("items").findValuesAsText("what")).contains("look-at-report");
        for (String user : List.of("coordinator", "peer1")) {
            List<JsonNode> tasks = StreamSupport.stream(Api.as(user).get("/me/tasks").items().spliterator(), false).toList();
            assertThat(tasks).as("also what has a date").anyMatch(task -> task.hasNonNull("dueAt"));
            assertThat(tasks.getFirst().toString()).as(user).contains("look-at-");
        }
    }

    @Test
    void that_it_is_shown_again_is_mailed_to_who_wrote_it_and_to_who_reported_it() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        Api.as("host").post(fixture.fill("/contributions/{question.zwolle}/reports"), Map.of()).is(201);
        Api.as("coordinator").delete(fixture.fill("/contributions/{question.zwolle}/reports")).is(204);
        assertThat(to(fixture, "shown.")).containsExactlyInAnyOrder(People.email("peer1"), People.email("host"));
    }

    @Test
    void who_takes_a_report_back_is_not_mailed_herself() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Api.as("peer2").post(fixture.fill("/dilemmas/{dilemma}/text-reports"), Map.of("text", "field.question")).is(201);
        Api.as("peer2").delete(fixture.fill("/dilemmas/{dilemma}/text-reports/field.question")).is(204);
        assertThat(to(fixture, "shown.")).contains(People.email("host")).doesNotContain(People.email("peer2"), People.email("coordinator"));
    }

    private static List<String> to(Fixture fixture, String key) {
        try (Rows rows = Rows.open()) {
            return rows.all("select recipient from mail where unique_key like ? and body like ? order by recipient", key + "%", "%" + fixture.id("dilemma") + "%");
        }
    }
}
