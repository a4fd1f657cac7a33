// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A proposal and the host's answer to it can be taken back, as long as nobody has acted on them. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class TakeBackSeatTest {

    @Test
    void a_coordinator_takes_a_proposal_back_right_from_the_notice_and_may_propose_the_same_again() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Browserless coordinator = Browserless.as("coordinator");
        String location = coordinator.post(fixture.fill("/dilemmas/{dilemma}/peers"), "municipalityCode", "GM0114").is(303).header("Location");
        String seat = location.replaceAll(".*[?&]of=([0-9a-f-]*).*", "$1");
        String removal = fixture.fill("/dilemmas/{dilemma}/seats/") + seat + "/proposal/removal";
        String page = coordinator.get(location.replaceAll("^https?://[^/]*", "").replaceAll("#.*", "")).is(200).body();
        assertThat(page).contains("Het voorstel ligt bij de inbrenger.", "Ongedaan maken", removal);
        coordinator.post(removal).is(303);
        assertThat(status(seat)).isEqualTo("LAPSED");
        assertThat(coordinator.get(location.replaceAll("^https?://[^/]*", "").replaceAll("#.*", "")).is(200).body()).as("what is undone is not offered again").doesNotContain("Ongedaan maken");
        Api.as("host").post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(409);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", "GM0114")).is(201);
    }

    @Test
    void after_the_host_has_answered_a_proposal_stays() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Api.as("host").post(fixture.fill("/seats/{seat.breda}/host-agreements"), Map.of("agreed", true)).is(201);
        Api.as("coordinator").delete(fixture.fill("/seats/{seat.breda}/proposal")).is(409);
    }

    @Test
    void a_host_takes_a_no_back_and_is_asked_again() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Browserless host = Browserless.as("host");
        host.post(fixture.fill("/dilemmas/{dilemma}/seats/{seat.breda}/agreement"), "agreed", "false").is(303);
        assertThat(host.get(fixture.fill("/dilemmas/{dilemma}?of={seat.breda}&done=seat-refused")).is(200).body()).contains("Ongedaan maken", fixture.fill("/seats/{seat.breda}/agreement/removal"));
        host.post(fixture.fill("/dilemmas/{dilemma}/seats/{seat.breda}/agreement/removal")).is(303);
        assertThat(status(fixture.id("seat.breda").toString())).isEqualTo("PROPOSED");
    }

    @Test
    void a_host_takes_a_yes_back_until_the_invited_have_answered_and_the_invitation_is_gone_with_it() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Api.as("peer3").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        Api.as("host").delete(fixture.fill("/seats/{seat.venlo}/host-agreements")).is(204);
        Api.as("peer3").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        Api.as("peer3").post(fixture.fill("/seats/{seat.venlo}/answers"), Map.of("accepted", true)).is(404);
        Api.as("host").post(fixture.fill("/seats/{seat.venlo}/host-agreements"), Map.of("agreed", true)).is(201);
        Api.as("peer3").post(fixture.fill("/seats/{seat.venlo}/answers"), Map.of("accepted", true)).is(201);
        Api.as("host").delete(fixture.fill("/seats/{seat.venlo}/host-agreements")).is(409);
    }

    @Test
    void a_no_stays_when_the_same_municipality_was_asked_anew() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Api.as("host").post(fixture.fill("/seats/{seat.breda}/host-agreements"), Map.of("agreed", false)).is(201);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/peers"), Map.of("municipalityCode", "GM0758")).is(201);
        Api.as("host").delete(fixture.fill("/seats/{seat.breda}/host-agreements")).is(409);
    }

    @Test
    void a_recognition_is_taken_back_right_from_the_notice() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless peer = Browserless.as("peer1");
        peer.post(fixture.fill("/dilemmas/{dilemma}/recognition"), "example", "Bij ons ook").is(303);
        assertThat(peer.get(fixture.fill("/dilemmas/{dilemma}?done=recognised")).is(200).body()).contains("Ongedaan maken");
        assertThat(Browserless.as("host").get(fixture.fill("/dilemmas/{dilemma}?done=recognised")).is(200).body()).as("somebody else has nothing to undo").doesNotContain("Ongedaan maken");
    }

    private static String status(String seat) {
        try (Rows rows = Rows.open()) {
            return rows.one("select status from seat where id = ?", seat);
        }
    }
}
