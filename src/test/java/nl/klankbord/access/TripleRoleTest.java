// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One person with a seat of another kind in each of three circles, and more roles in their programmes: her deeds are those of the seat. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class TripleRoleTest {
    private static final String SHE = "peer2";
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final Pattern OF_A_CIRCLE = Pattern.compile("/api/v1/.*\\{(dilemma|seat|question|answer|reflection|remark|session|newcomer)[^}]*}.*");

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CLARIFYING", "REFLECTING", "SESSION", "HARVESTING"})
    void who_is_a_peer_in_one_circle_host_in_another_and_facilitator_in_a_third_does_in_each_what_that_seat_does(Phase phase) {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, String> seat : Map.of("unsubmitted", "peer2", "host", "host", "facilitator", "facilitator").entrySet()) {
            Fixture shared = circle(phase, seat.getValue());
            for (RouteRow row : deeds(phase, shared)) {
                int expected = row.statuses().get(seat.getKey());
                // What is done changes the circle; what is refused leaves it as it was.
                Fixture fixture = expected < 400 ? circle(phase, seat.getValue()) : shared;
                int status = row.askAs(fixture, SHE).status();
                asked++;
                if (fixture != shared) {
                    leave(fixture);
                }
                if (status != expected) {
                    wrong.add("%s in %s as %s: %d instead of %d".formatted(row.route(), phase, seat.getValue(), status, expected));
                }
            }
            leave(shared);
        }
        assertThat(wrong).isEmpty();
        System.out.printf("three roles in %s: %d deeds%n", phase, asked);
    }

    private static void leave(Fixture circle) {
        try (Rows rows = Rows.open()) {
            circle.leave(rows);
        }
    }

    private static List<RouteRow> deeds(Phase phase, Fixture fixture) {
        List<RouteRow> deeds = RouteRow.all().stream().filter(row -> row.writes() && row.phases().contains(phase) && OF_A_CIRCLE.matcher(row.path()).matches())
                .filter(row -> NAME.matcher(row.path() + row.body()).results().allMatch(name -> fixture.has(name.group(1)))).toList();
        assertThat(deeds).extracting(RouteRow::route).contains("POST /api/v1/dilemmas/{}/phase-changes", "POST /api/v1/dilemmas/{}/contributions", "POST /api/v1/dilemmas/{}/closing",
                "POST /api/v1/seats/{}/host-responses", "PUT /api/v1/dilemmas/{}/session", "POST /api/v1/dilemmas/{}/extension");
        return deeds;
    }

    /** @param part the seat that she has there; who sits there else has hers */
    private static Fixture circle(Phase phase, String part) {
        Fixture circle = part.equals(SHE) ? Fixture.in(phase) : Fixture.cast(phase, Map.of(part, SHE, SHE, part));
        try (Rows rows = Rows.open()) {
            // A host's or a peer's seat takes the rights of these away; a facilitator who coordinates too would have them.
            for (String role : part.equals("facilitator") ? List.of("FACILITATOR") : List.of("FACILITATOR", "COORDINATOR")) {
                rows.change("insert ignore into membership (id, programme_id, person_id, email, role, created_at) values (?, ?, ?, ?, ?, now())", Ids.next(), circle.id("programme"), People.id(SHE), People.email(SHE), role);
            }
        }
        return circle;
    }
}
