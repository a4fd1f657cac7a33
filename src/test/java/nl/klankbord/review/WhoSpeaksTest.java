// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** For whom somebody at the table speaks, and what is publicly known of who is asked to come. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class WhoSpeaksTest {

    @Test
    void beside_what_a_guest_says_stands_for_whom_the_guest_speaks() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        UUID question = Ids.next();
        try (Rows rows = Rows.open()) {
            rows.insert("contribution", "id", question, "dilemma_id", fixture.id("dilemma"), "seat_id", fixture.id("seat.guest"), "author_id", fixture.id("person.guest"), "kind", "QUESTION",
                    "text", "Mag een gast dit vragen?", "created_at", Instant.now(), "submitted_at", Instant.now(), "version", 0);
        }
        String body = Browserless.as("peer2").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body();
        String note = body.substring(body.indexOf("id=\"c-" + question), body.indexOf("Mag een gast dit vragen?"));
        assertThat(note).contains("<span>Gast, aanbieder</span>");
        assertThat(body).as("in the circle").contains(">Aanbieder</text>", "<strong>Gast, aanbieder</strong>");
        assertThat(Api.as("peer2").get("/contributions/" + question).at("author", "voice")).isEqualTo("PROVIDER");
        assertThat(Api.as("peer2").get(fixture.fill("/contributions/{question.zwolle}")).json().path("author").has("voice")).isFalse();
        assertThat(seat(fixture, "peer2", "seat.guest").path("voice").asText()).isEqualTo("PROVIDER");
    }

    @Test
    void the_api_names_who_was_asked_for_a_seat_to_whom_the_page_does() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        assertThat(seat(fixture, "coordinator", "seat.guest").path("asked").asText()).isNotEmpty();
        assertThat(seat(fixture, "peer2", "seat.guest").has("asked")).isFalse();
    }

    @Test
    void the_host_agrees_to_a_municipality_knowing_its_public_figures() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String body = Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body();
        String proposed = body.substring(body.indexOf("<th scope=\"row\">Breda"));
        assertThat(proposed.substring(0, proposed.indexOf("</th>"))).containsPattern("Noord-Brabant · (Kleine|Middelgrote|Grote) gemeente");
    }

    private static JsonNode seat(Fixture fixture, String user, String seat) {
        for (JsonNode one : Api.as(user).get(fixture.fill("/dilemmas/{dilemma}")).is(200).json().path("seats")) {
            if (one.path("id").asText().equals(fixture.id(seat).toString())) {
                return one;
            }
        }
        throw new AssertionError(seat);
    }
}
