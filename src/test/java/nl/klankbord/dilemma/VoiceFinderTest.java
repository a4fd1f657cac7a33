// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Which voices of guests a round hears, for who coordinates it. In the fixture a provider sits there. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class VoiceFinderTest {
    private final Fixture fixture = Fixture.in(Phase.CLARIFYING);

    @Test
    void a_round_tells_its_coordinator_whose_voice_is_heard_and_whose_is_missing() {
        JsonNode voices = round("coordinator").get("voices");
        assertThat(voices.toString()).isEqualTo("{\"present\":[\"PROVIDER\"],\"missing\":[\"RESIDENT\",\"NATIONAL\"],\"dilemmas\":[{\"dilemmaId\":\"" + fixture.id("dilemma")
                + "\",\"present\":[\"PROVIDER\"],\"missing\":[\"RESIDENT\",\"NATIONAL\"]}]}");
        assertThat(Browserless.as("coordinator").get(fixture.fill("/rounds/{round}")).is(200).body()).contains("Welke stemmen ontbreken?", "inwoner");
    }

    @Test
    void nobody_else_is_told() {
        for (String user : new String[] {"host", "peer1", "facilitator", "buiten"}) {
            assertThat(round(user).has("voices")).as(user).isFalse();
            assertThat(Browserless.as(user).get(fixture.fill("/rounds/{round}")).is(200).body()).as(user).doesNotContain("Welke stemmen ontbreken?");
        }
    }

    @Test
    void a_guest_who_left_is_heard_no_more_and_a_concept_has_no_table() {
        try (Rows rows = Rows.open()) {
            rows.change("update seat set status = 'LEFT' where id = ?", fixture.id("seat.guest"));
        }
        assertThat(round("coordinator").at("/voices/present")).isEmpty();
        assertThat(round("coordinator").at("/voices/dilemmas")).hasSize(1);
    }

    @Test
    void a_coordinator_who_sat_there_is_told_nothing_of_that_table() {
        try (Rows rows = Rows.open()) {
            rows.change("insert into seat_person (seat_id, person_id, dilemma_id, kind, seated_at, left_at) values (?, ?, ?, 'PEER', now(6), now(6))", fixture.id("seat.hoorn"), fixture.id("person.coordinator"), fixture.id("dilemma"));
        }
        assertThat(round("coordinator").has("voices")).isFalse();
    }

    private JsonNode round(String user) {
        return Api.as(user).get(fixture.fill("/rounds/{round}")).is(200).json();
    }
}
