// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figures of municipalities: the administrator reads them in, everyone may know them. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class RegisterTest {
    private static final String HEADER = "code;inwoners;stedelijkheid\n";

    /** The register is of all tests together. */
    @AfterEach
    void as_it_was() {
        try (Rows rows = Rows.open()) {
            rows.change("update municipality set size_class = case when inhabitants is null then size_class when code = 'GM0034' then 'LARGE' else 'SMALL' end, inhabitants = null, urbanity = null");
        }
    }

    @Test
    void a_dry_run_tells_of_each_line_what_will_come_of_it_and_writes_nothing() {
        Answer report = send(HEADER + "GM0096;1.256;5\nPV28;3804906;.\nGM9999;1;1\nGM0093;veel;5\nGM0093;4869;9\nGM0096;1256;5\nGM0096;1300;5\nGM0088;936;", true).is(200);
        assertThat(report.json().get("lines").findValuesAsText("state")).containsExactly("CHANGES", "OTHER", "INVALID", "INVALID", "INVALID", "TWICE", "INVALID", "CHANGES");
        assertThat(report.json().get("lines").findValuesAsText("line")).startsWith("2", "3");
        assertThat(report.json().at("/lines/0/figures")).hasToString("{\"size\":\"SMALL\",\"inhabitants\":1256,\"urbanity\":\"RURAL\"}");
        assertThat(report.json().at("/lines/4/message").asText()).contains("1 tot en met 5");
        assertThat(List.of(report.at("changed"), report.at("same"), report.at("passedOver"), report.at("invalid"))).containsExactly("2", "0", "2", "4");
        assertThat(vlieland().has("urbanity")).isFalse();
    }

    @Test
    void one_line_that_is_wrong_keeps_all_others_from_being_saved() {
        assertThat(send(HEADER + "GM0096;1256;5\nGM0093;;5", false).is(422).json().get("errors").findValuesAsText("field")).containsExactly("csv[3]");
        assertThat(vlieland().has("inhabitants")).isFalse();
    }

    @Test
    void what_is_saved_everyone_may_know_and_a_class_that_is_left_out_stays() {
        send(HEADER + "GM0096;1256;5", false).is(201);
        assertThat(send(HEADER + "GM0096;31000;", false).is(201).at("changed")).isEqualTo("1");
        assertThat(List.of(vlieland().get("size").asText(), vlieland().get("inhabitants").asText(), vlieland().get("urbanity").asText())).containsExactly("MEDIUM", "31000", "RURAL");
        assertThat(send(HEADER + "GM0096;31000;5", false).is(201).at("same")).isEqualTo("1");
    }

    @Test
    void people_see_the_figures_of_their_own_municipality_in_their_profile_once_they_are_known() {
        assertThat(Browserless.as("vreemd").get("/profile").is(200).body()).contains("Grote gemeente").doesNotContain("stedelijk", "inwoners)");
        send(HEADER + "GM0034;226.500;2", false).is(201);
        assertThat(Browserless.as("vreemd").get("/profile").is(200).body()).contains("226.500 inwoners", "sterk stedelijk");
    }

    @Test
    void only_the_administrator_of_the_platform_may() {
        Api.as("coordinator").post("/municipality-imports", Map.of("csv", HEADER + "GM0096;1256;5")).is(403);
        Browserless.as("host").post("/administration/municipalities", "csv", HEADER + "GM0096;1256;5", "save", "1").is(403);
        assertThat(vlieland().has("inhabitants")).isFalse();
    }

    @Test
    void the_page_shows_the_list_before_it_saves_anything_and_keeps_what_was_pasted() {
        Browserless page = Browserless.as("beheer");
        String path = "/administration/municipalities";
        assertThat(page.get(path).is(200).body()).contains("van de 342 gemeenten");
        assertThat(page.post(path, "csv", "GM0096;1256;5").is(200).body()).contains("Krijgt nieuwe cijfers: 1", "niet stedelijk", "name=\"save\"", "GM0096;1256;5</textarea>");
        assertThat(vlieland().has("inhabitants")).isFalse();
        assertThat(page.post(path, "csv", "GM0096;1256;5\nGM0093;x;1", "save", "1").is(422).body()).contains("Er is niets bewaard: één regel", "geen aantal inwoners");
        assertThat(page.post(path, "csv", "\"GM0096;1256;5", "save", "1").is(422).body()).contains("niet te lezen");
        page.post(path, "csv", "GM0096;1256;5", "save", "1").is(303);
        assertThat(vlieland().get("inhabitants").asInt()).isEqualTo(1256);
    }

    @Test
    void so_many_lines_fit_and_no_more() {
        assertThat(send(lines(1501), true).is(422).json().get("errors").get(0).get("message").asText()).contains("1.500");
        send(lines(1500), true).is(200);
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "PV%d;%d;.".formatted(i, i)).collect(Collectors.joining("\n"));
    }

    private static JsonNode vlieland() {
        return Api.as("peer1").get("/municipalities?query=Vlieland").is(200).items().get(0);
    }

    private static Answer send(String csv, boolean dryRun) {
        return Api.as("beheer").post("/municipality-imports", Map.of("csv", csv, "dryRun", dryRun));
    }
}
