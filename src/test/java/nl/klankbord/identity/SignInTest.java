// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** What a person becomes by what Keycloak says at a sign-in. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class SignInTest {
    @Inject
    SignIn signIn;
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    AdministratorFinder administrators;

    @Test
    void who_speaks_for_another_organisation_leaves_every_seat_of_the_former_one() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String subject = UUID.randomUUID().toString();
        Actor before = signIn.personBehind(claims(subject, "zwolle", "GM0193"));
        assertThat(before.municipality()).isEqualTo("GM0193");
        try (Rows rows = Rows.open()) {
            rows.insert("membership", "id", UUID.randomUUID(), "programme_id", fixture.id("programme"), "person_id", before.personId(), "email", before.email(), "role", "PARTICIPANT", "created_at", Instant.now());
            rows.insert("house_rules_acceptance", "person_id", before.personId(), "programme_id", fixture.id("programme"), "version", 1, "accepted_at", Instant.now());
            rows.insert("seat_person", "seat_id", fixture.id("seat.zwolle"), "person_id", before.personId(), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", Instant.now());
        }
        assertThat(dilemmas.visibleTo(before, fixture.id("dilemma"))).isPresent();
        Actor after = signIn.personBehind(claims(subject, "venlo", "GM0983"));
        assertThat(after.personId()).isEqualTo(before.personId());
        assertThat(after.municipality()).isEqualTo("GM0983");
        assertThat(dilemmas.visibleTo(after, fixture.id("dilemma"))).isEmpty();
        Actor back = signIn.personBehind(claims(subject, "zwolle", "GM0193"));
        assertThat(dilemmas.visibleTo(back, fixture.id("dilemma"))).as("coming back gives no seat back").isEmpty();
    }

    @Test
    void a_token_without_an_organisation_is_no_move_and_takes_no_seat_for_a_week() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String subject = UUID.randomUUID().toString();
        Actor before = seated(fixture, subject);
        for (int i = 0; i < 2; i++) {
            Actor without = signIn.personBehind(claims(subject, null, null));
            assertThat(without.municipality()).as("speaks for nobody as long as nothing says so").isEmpty();
            assertThat(dilemmas.visibleTo(without, fixture.id("dilemma"))).isPresent();
        }
        Actor back = signIn.personBehind(claims(subject, "zwolle", "GM0193"));
        assertThat(back.municipality()).isEqualTo("GM0193");
        assertThat(dilemmas.visibleTo(back, fixture.id("dilemma"))).isPresent();
        signIn.personBehind(claims(subject, null, null));
        try (Rows rows = Rows.open()) {
            rows.change("update person set organisation_missed_at = organisation_missed_at - interval 8 day where id = ?", before.personId());
        }
        assertThat(dilemmas.visibleTo(signIn.personBehind(claims(subject, null, null)), fixture.id("dilemma"))).as("after that she has left").isEmpty();
        assertThat(dilemmas.visibleTo(signIn.personBehind(claims(subject, "zwolle", "GM0193")), fixture.id("dilemma"))).isEmpty();
    }

    @Test
    void who_moves_while_no_organisation_was_named_is_moved_at_once() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String subject = UUID.randomUUID().toString();
        seated(fixture, subject);
        signIn.personBehind(claims(subject, null, null));
        assertThat(dilemmas.visibleTo(signIn.personBehind(claims(subject, "venlo", "GM0983")), fixture.id("dilemma"))).isEmpty();
    }

    @Test
    void a_second_organisation_moves_nobody_while_the_first_is_still_named() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        String subject = UUID.randomUUID().toString();
        seated(fixture, subject);
        Actor both = signIn.personBehind(Claims.of(token(subject, Map.of("zwolle", "GM0193", "almere", "GM0034"))));
        assertThat(both.municipality()).isEqualTo("GM0193");
        assertThat(dilemmas.visibleTo(both, fixture.id("dilemma"))).isPresent();
        assertThat(signIn.personBehind(Claims.of(token(subject, Map.of("almere", "GM0034")))).municipality()).isEqualTo("GM0034");
        assertThat(signIn.personBehind(Claims.of(token(subject, Map.of("zwolle", "GM0193", "almere", "GM0034")))).municipality()).as("and then that one").isEqualTo("GM0034");
    }

    @Test
    void a_concept_waits_for_its_only_writer_to_come_back_to_its_gemeente() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String subject = UUID.randomUUID().toString();
        Actor writer = signIn.personBehind(claims(subject, "delft", "GM0503"));
        try (Rows rows = Rows.open()) {
            rows.change("delete from seat_person where seat_id = ?", fixture.id("seat.host"));
            rows.insert("membership", "id", UUID.randomUUID(), "programme_id", fixture.id("programme"), "person_id", writer.personId(), "email", writer.email(), "role", "PARTICIPANT", "created_at", Instant.now());
            rows.insert("house_rules_acceptance", "person_id", writer.personId(), "programme_id", fixture.id("programme"), "version", 1, "accepted_at", Instant.now());
            rows.insert("seat_person", "seat_id", fixture.id("seat.host"), "person_id", writer.personId(), "dilemma_id", fixture.id("dilemma"), "kind", "HOST", "seated_at", Instant.now().minusSeconds(60));
        }
        assertThat(dilemmas.visibleTo(writer, fixture.id("dilemma"))).isPresent();
        assertThat(dilemmas.visibleTo(signIn.personBehind(claims(subject, "venlo", "GM0983")), fixture.id("dilemma"))).as("nothing of Delft for who speaks for Venlo").isEmpty();
        assertThat(dilemmas.visibleTo(signIn.personBehind(claims(subject, "delft", "GM0503")), fixture.id("dilemma"))).isPresent();
    }

    private Actor seated(Fixture fixture, String subject) {
        Actor actor = signIn.personBehind(claims(subject, "zwolle", "GM0193"));
        try (Rows rows = Rows.open()) {
            rows.insert("membership", "id", UUID.randomUUID(), "programme_id", fixture.id("programme"), "person_id", actor.personId(), "email", actor.email(), "role", "PARTICIPANT", "created_at", Instant.now());
            rows.insert("house_rules_acceptance", "person_id", actor.personId(), "programme_id", fixture.id("programme"), "version", 1, "accepted_at", Instant.now());
            rows.insert("seat_person", "seat_id", fixture.id("seat.zwolle"), "person_id", actor.personId(), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", Instant.now());
        }
        return actor;
    }

    @Test
    void a_role_given_to_an_address_waits_for_its_first_sign_in() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String subject = UUID.randomUUID().toString();
        Claims newcomer = claims(subject, "zwolle", "GM0193");
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", newcomer.email().toUpperCase(), "role", "FACILITATOR")).is(201);
        Actor actor = signIn.personBehind(newcomer);
        try (Rows rows = Rows.open()) {
            assertThat(rows.all("select person_id from membership where email = ?", newcomer.email())).containsExactly(actor.personId().toString());
        }
    }

    @Test
    void a_role_that_a_municipality_gave_works_only_while_one_speaks_for_it() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String subject = UUID.randomUUID().toString();
        String email = claims(subject, "delft", "GM0503").email();
        Api.as("host").post("/municipality/colleagues", Map.of("programmeId", fixture.id("programme"), "email", email)).is(201);
        assertThat(owner(signIn.personBehind(claims(subject, "zwolle", "GM0193")), fixture)).as("of another municipality").isNull();
        Actor delft = signIn.personBehind(claims(subject, "delft", "GM0503"));
        assertThat(owner(delft, fixture)).isEqualTo(delft.personId().toString());
        assertThat(owner(signIn.personBehind(claims(subject, "zwolle", "GM0193")), fixture)).as("moved away").isNull();
        assertThat(owner(signIn.personBehind(claims(subject, "delft", "GM0503")), fixture)).as("came back").isEqualTo(delft.personId().toString());
    }

    private static String owner(Actor actor, Fixture fixture) {
        try (Rows rows = Rows.open()) {
            return rows.one("select person_id from membership where email = ? and programme_id = ?", actor.email(), fixture.id("programme"));
        }
    }

    @Test
    void who_administers_a_municipality_waits_for_a_first_sign_in_and_counts_while_speaking_for_it() {
        Fixture.in(Phase.DRAFT);
        String subject = UUID.randomUUID().toString();
        String email = claims(subject, "breda", "GM0758").email();
        String id = Api.as("beheer").post("/municipalities/GM0758/administrators", Map.of("email", email)).is(201).id();
        assertThat(administrators.standing(signIn.personBehind(claims(subject, "breda", "GM0758")), "GM0758").administers()).isTrue();
        Actor moved = signIn.personBehind(claims(subject, "zwolle", "GM0193"));
        assertThat(administrators.standing(moved, "GM0758").administers()).isFalse();
        assertThat(administrators.standing(moved, "GM0193").administers()).isFalse();
        Api.as("beheer").delete("/municipalities/GM0758/administrators/" + id).is(204);
    }

    @Test
    void an_address_nobody_verified_claims_nothing() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String email = UUID.randomUUID() + "@signin.example";
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", email, "role", "COORDINATOR")).is(201);
        signIn.personBehind(new Claims(UUID.randomUUID().toString(), "Iemand", "", "zwolle", "GM0193", Set.of()));
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select ifnull(cast(person_id as char), 'nobody') from membership where email = ?", email)).isEqualTo("nobody");
        }
    }

    @Test
    void an_organisation_without_a_known_code_speaks_for_no_municipality() {
        assertThat(signIn.personBehind(claims(UUID.randomUUID().toString(), "instituut-" + UUID.randomUUID(), "GM9999")).municipality()).isEmpty();
        assertThat(signIn.personBehind(new Claims(UUID.randomUUID().toString(), "Iemand", "", null, null, Set.of())).municipality()).isEmpty();
    }

    @Test
    void a_code_counts_however_keycloak_has_it_written() {
        Claims typed = Claims.of(token("zwolle", " gm0193 "));
        assertThat(signIn.personBehind(typed).municipality()).isEqualTo("GM0193");
        assertThat(signIn.personBehind(typed).municipality()).as("from the second request on").isEqualTo("GM0193");
    }

    @Test
    void what_keycloak_says_of_an_organisation_later_counts_from_then_on() {
        String subject = UUID.randomUUID().toString();
        String alias = "nieuw-" + UUID.randomUUID();
        assertThat(signIn.personBehind(claims(subject, alias, null)).municipality()).isEmpty();
        assertThat(signIn.personBehind(claims(subject, alias, "GM0150")).municipality()).isEqualTo("GM0150");
        assertThat(signIn.personBehind(claims(subject, alias, null)).municipality()).as("the attribute was taken away").isEmpty();
    }

    @Test
    void addresses_that_differ_in_an_accent_are_two_people() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Api.as("beheer").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", "béheer@demo.klankbord.example", "role", "COORDINATOR")).is(201);
        Api.as("beheer").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
        String name = UUID.randomUUID().toString();
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", name + "zoë@signin.example", "role", "PARTICIPANT")).is(201);
        signIn.personBehind(new Claims(UUID.randomUUID().toString(), "Iemand", name + "zoe@signin.example", "zwolle", "GM0193", Set.of()));
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select ifnull(cast(person_id as char), 'nobody') from membership where email = ?", name + "zoë@signin.example")).isEqualTo("nobody");
        }
    }

    @Test
    void first_requests_at_the_same_time_make_one_person() throws Exception {
        Claims claims = claims(UUID.randomUUID().toString(), "zwolle", "GM0193");
        CyclicBarrier start = new CyclicBarrier(6);
        List<UUID> ids = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<UUID>> done = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                done.add(threads.submit(() -> {
                    start.await();
                    return inRequest(claims);
                }));
            }
            for (Future<UUID> one : done) {
                ids.add(one.get());
            }
        }
        assertThat(ids).hasSize(6).containsOnly(ids.getFirst());
    }

    private UUID inRequest(Claims claims) {
        var context = io.quarkus.arc.Arc.container().requestContext();
        context.activate();
        try {
            return signIn.personBehind(claims).personId();
        } finally {
            context.terminate();
        }
    }

    /** A token with just these claims. */
    private static JsonWebToken token(String alias, String cbs) {
        return token(UUID.randomUUID().toString(), Map.of(alias, cbs));
    }

    /** @param organisations their codes, by alias */
    private static JsonWebToken token(String subject, Map<String, String> organisations) {
        var named = Json.createObjectBuilder();
        organisations.forEach((alias, cbs) -> named.add(alias, Json.createObjectBuilder().add("cbs", Json.createArrayBuilder().add(cbs))));
        Map<String, Object> claims = Map.of("sub", subject, "name", "Iemand", "email", subject + "@signin.example", "email_verified", true, "organization", named.build());
        return new JsonWebToken() {
            @Override
            public String getName() {
                return "iemand";
            }

            @Override
            public Set<String> getClaimNames() {
                return claims.keySet();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String name) {
                return (T) claims.get(name);
            }
        };
    }

    private static Claims claims(String subject, String alias, String cbs) {
        return new Claims(subject, "Iemand", subject + "@signin.example", alias, cbs, Set.of());
    }
}
