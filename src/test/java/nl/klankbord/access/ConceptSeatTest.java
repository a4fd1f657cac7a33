// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** A concept is its writers' alone; when the last of them loses the role that gave the seat, it stays hers. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class ConceptSeatTest {

    @Test
    void who_gets_back_the_role_that_was_taken_by_mistake_sits_at_her_concept_again() {
        Fixture fixture = alone();
        String dilemma = fixture.fill("/dilemmas/{dilemma}");
        take(fixture, "host");
        Api.as("host").get(dilemma).is(404);
        give(fixture, "host");
        assertThat(Api.as("host").get(dilemma).is(200).body()).contains(fixture.word("dilemma.question"));
        assertThat(Browserless.as("host").get(dilemma + "/edit/question").is(200).body()).contains(fixture.word("dilemma.title"));
    }

    @Test
    void while_the_role_is_gone_she_reads_it_among_her_own_texts_and_takes_it_along() {
        Fixture fixture = alone();
        assertThat(Browserless.as("host").get("/texts").is(200).body()).as("what she can go on with stands at its own place").doesNotContain(fixture.word("dilemma.question"));
        take(fixture, "host");
        assertThat(Browserless.as("host").get("/texts").is(200).body()).contains(fixture.word("dilemma.title"), fixture.word("dilemma.question"), fixture.word("dilemma.foto"));
        assertThat(Api.as("host").get("/me/export").is(200).body()).contains(fixture.word("dilemma.question"));
        for (String user : new String[] {"host-bestuur", "coordinator", "peer1", "beheer", "buiten"}) {
            assertThat(Browserless.as(user).get("/texts").is(200).body() + Api.as(user).get("/me/export").body()).as(user).doesNotContain(fixture.word("dilemma.question"));
        }
    }

    @Test
    void where_a_colleague_sits_it_is_the_colleagues_to_let_her_in_again() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        take(fixture, "host");
        assertThat(Api.as("host").get("/me/export").body()).doesNotContain(fixture.word("dilemma.question"));
        give(fixture, "host");
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
    }

    @Test
    void who_left_earlier_does_not_come_in_when_the_last_one_is_gone_too() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        take(fixture, "host-bestuur");
        take(fixture, "host");
        give(fixture, "host-bestuur");
        assertThat(Browserless.as("host-bestuur").get("/texts").body() + Api.as("host-bestuur").get("/me/export").body()).doesNotContain(fixture.word("dilemma.question"));
        Api.as("coordinator").post(fixture.fill("/seats/{seat.host}/people"), Map.of("email", People.email("host-bestuur"))).is(409);
        give(fixture, "host");
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200);
    }

    @Test
    void what_was_submitted_gives_no_seat_back() {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        take(fixture, "host-bestuur");
        take(fixture, "host");
        give(fixture, "host");
        Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
    }

    @Test
    void it_waits_also_when_somebody_who_left_before_her_is_erased() {
        Fixture fixture = alone();
        try (Rows rows = Rows.open()) {
            rows.insert("seat_person", "seat_id", fixture.id("seat.host"), "person_id", fixture.id("person.hoorn"), "dilemma_id", fixture.id("dilemma"), "kind", "HOST",
                    "seated_at", Instant.now().minusSeconds(90), "left_at", Instant.now().minusSeconds(60));
        }
        take(fixture, "host");
        Api.as("beheer").post(fixture.fill("/people/{person.hoorn}/erasure")).is(204);
        give(fixture, "host");
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.question"));
    }

    private static Fixture alone() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where dilemma_id = ? and person_id = ?", fixture.id("dilemma"), fixture.id("person.host-bestuur"));
        }
        return fixture;
    }

    private static void take(Fixture fixture, String user) {
        Api.as("coordinator").delete(fixture.fill("/programmes/{programme}/memberships/{membership." + user + "}")).is(204);
    }

    private static void give(Fixture fixture, String user) {
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", People.email(user), "role", "PARTICIPANT")).is(201);
    }
}
