// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.GuestLink;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who takes part in a review stays in touch with who wants that too; nobody else sees an address, or that it is shared. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class SharedAddressTest {
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final String HERE = "/dilemmas/{dilemma}/shared-addresses";
    @Inject
    EntityManagerFactory factory;
    private Rows rows;

    @BeforeEach
    void open() {
        rows = Rows.open();
        rows.change("delete from shared_address");
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void who_shares_sees_who_shares_too_and_who_does_not_sees_nobody() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        assertThat(emails(share(fixture, "peer1"))).containsExactlyInAnyOrder(email(fixture, "hoorn"), email(fixture, "later"));
        assertThat(emails(share(fixture, "host"))).contains(People.email("peer1"));
        assertThat(emails(Api.as("peer1").get(fixture.fill(HERE)))).contains(People.email("host"));
        Answer silent = Api.as("peer2").get(fixture.fill(HERE)).is(200);
        assertThat(silent.items()).isEmpty();
        assertThat(silent.at("sharedAt")).isNull();
        assertThat(Api.as("peer2").get("/me/shared-addresses").is(200).items()).isEmpty();
        Answer mine = Api.as("peer1").get("/me/shared-addresses").is(200);
        JsonNode host = List.copyOf(list(mine)).stream().filter(one -> one.path("email").asText().equals(People.email("host"))).findFirst().orElseThrow();
        assertThat(host.at("/municipality/name").asText()).isEqualTo("Delft");
        assertThat(host.at("/circles/0/title").asText()).contains(fixture.word("dilemma.title"));
        assertThat(emails(mine)).as("her own is no contact").doesNotContain(People.email("peer1"));
    }

    @Test
    void the_page_offers_it_when_the_review_is_over_and_says_who_sees_it() {
        Fixture early = Fixture.in(Phase.HARVESTING);
        assertThat(Browserless.as("peer1").get(early.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain("id=\"contact\"");
        Fixture fixture = Fixture.in(Phase.CLOSED);
        String page = fixture.fill("/dilemmas/{dilemma}");
        for (String user : List.of("coordinator", "facilitator")) {
            assertThat(Browserless.as(user).get(page).is(200).body()).as(user).doesNotContain("id=\"contact\"");
        }
        assertThat(Browserless.as("peer1").get("/").is(200).body()).contains("href=\"/contacts\"");
        assertThat(Browserless.as("peer1").get("/contacts").is(200).body()).contains("Hier staat nog niemand").doesNotContain("/contacts/removal");
        assertThat(Browserless.as("peer1").get(page).is(200).body()).contains("Deel mijn mailadres met deze kring", "Gasten, de gespreksleider, de coördinator en de beheerder zien niet of u deelt").doesNotContain(email(fixture, "hoorn"));
        assertThat(Browserless.as("peer1").post(page + "/shared-address").is(303).header("Location")).endsWith("?done=address-shared#contact");
        String mail = "href=\"mailto:" + email(fixture, "hoorn") + "\"";
        assertThat(Browserless.as("peer1").get(page + "?done=address-shared").is(200).body()).contains("U deelt uw mailadres nu met deze kring.", mail, "Hoorn", "Deel mijn mailadres niet meer").doesNotContain("Deel het ook met wie later kwam");
        assertThat(Browserless.as("peer1").get("/contacts").is(200).body()).contains(mail, fixture.word("name.hoorn"), fixture.word("dilemma.title"), "/contacts/removal");
        Browserless.as("peer1").post(page + "/shared-address/removal").is(303);
        assertThat(Browserless.as("peer1").get(page).is(200).body()).contains("Deel mijn mailadres met deze kring").doesNotContain(mail);
    }

    @Test
    void taken_back_by_either_it_is_gone_for_both() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        share(fixture, "peer1");
        share(fixture, "peer2");
        assertThat(sees(fixture, "peer2", "peer1")).isTrue();
        Api.as("peer1").delete(fixture.fill(HERE)).is(204);
        assertThat(sees(fixture, "peer2", "peer1")).isFalse();
        assertThat(Api.as("peer1").get("/me/shared-addresses").items()).isEmpty();
        Api.as("peer1").delete(fixture.fill(HERE)).is(204);
        share(fixture, "peer1");
        assertThat(sees(fixture, "peer2", "peer1")).isTrue();
        Api.as("peer2").delete("/me/shared-addresses").is(204);
        assertThat(sees(fixture, "peer1", "peer2")).isFalse();
    }

    @Test
    void new_house_rules_close_the_list_and_keep_nobody_from_taking_back() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        share(fixture, "peer1");
        share(fixture, "peer2");
        rows.change("delete from house_rules_acceptance where programme_id = ? and person_id = ?", fixture.id("programme"), People.id("peer1"));
        assertThat(Browserless.as("peer1").get("/contacts").is(200).body()).doesNotContain(People.email("peer2"), fixture.word("dilemma.title")).contains("/contacts/removal");
        Api.as("peer1").post(fixture.fill(HERE)).is(403);
        assertThat(sees(fixture, "peer2", "peer1")).isTrue();
        Api.as("peer1").delete(fixture.fill(HERE)).is(204);
        assertThat(sees(fixture, "peer2", "peer1")).isFalse();
    }

    @Test
    void who_comes_to_sit_there_later_is_in_touch_only_with_who_shares_once_more() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        share(fixture, "peer1");
        rows.insert("seat_person", "seat_id", fixture.id("seat.hoorn"), "person_id", People.id("buiten"), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", Instant.now());
        share(fixture, "buiten");
        assertThat(sees(fixture, "buiten", "peer1")).isFalse();
        assertThat(sees(fixture, "peer1", "buiten")).isFalse();
        assertThat(Browserless.as("peer1").get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains("Deel het ook met wie later kwam");
        Browserless.as("peer1").post(fixture.fill("/dilemmas/{dilemma}/shared-address")).is(303);
        assertThat(sees(fixture, "buiten", "peer1")).isTrue();
        assertThat(sees(fixture, "peer1", "buiten")).isTrue();
    }

    @Test
    void it_ends_with_the_seat_and_with_the_part_in_the_programme() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        share(fixture, "peer1");
        share(fixture, "peer2");
        share(fixture, "host");
        Api.as("peer2").delete(fixture.fill("/seats/{seat.leeuwarden}")).is(204);
        assertThat(sees(fixture, "peer1", "peer2")).isFalse();
        assertThat(Api.as("peer2").get("/me/shared-addresses").is(200).items()).isEmpty();
        assertThat(rows.one("select count(*) from shared_address where person_id = ?", People.id("peer2"))).as("she says so anew when she comes back").isEqualTo("0");
        rows.change("delete from membership where programme_id = ? and person_id = ?", fixture.id("programme"), People.id("host"));
        assertThat(sees(fixture, "peer1", "host")).isFalse();
        assertThat(Api.as("host").get("/me/shared-addresses").is(200).items()).isEmpty();
    }

    @Test
    void who_sits_there_as_a_guest_or_to_lead_the_conversation_has_no_part_in_it() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        share(fixture, "peer1");
        for (String who : List.of("facilitator", "guest", "coordinator")) {
            rows.insert("shared_address", "person_id", fixture.id("person." + who), "dilemma_id", fixture.id("dilemma"), "shared_at", Instant.now());
        }
        assertThat(emails(Api.as("peer1").get(fixture.fill(HERE)))).containsExactlyInAnyOrder(email(fixture, "hoorn"), email(fixture, "later"));
        assertThat(Api.as("facilitator").get("/me/shared-addresses").is(200).items()).isEmpty();
        assertThat(Api.as("coordinator").get("/me/shared-addresses").is(200).items()).isEmpty();
        Browserless guest = GuestLink.seated(fixture);
        guest.get("/contacts").is(404);
        guest.post("/contacts/removal").is(404);
        guest.post(fixture.fill("/dilemmas/{dilemma}/shared-address")).is(403);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).doesNotContain("id=\"contact\"");
        assertThat(guest.get("/").is(200).body()).doesNotContain("href=\"/contacts\"");
    }

    /** The canary: a word of its own in the address of who shares, and every address anyone can fetch. */
    @Test
    void an_address_that_is_shared_stands_at_four_places_for_who_shares_too_and_nowhere_else() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        String word = fixture.word("email.hoorn");
        String log = "select count(*) from audit_event where programme_id = ?";
        String logged = rows.one(log, fixture.id("programme"));
        share(fixture, "peer1");
        for (String user : List.of("peer1", "host", "peer2", "peer1-collega", "facilitator", "peer3", "buiten", "vreemd", "")) {
            Set<String> found = new TreeSet<>();
            for (String path : RouteRow.all().stream().filter(row -> row.method().equals("GET")).map(RouteRow::path).distinct().filter(path -> NAME.matcher(path).results().allMatch(name -> fixture.has(name.group(1)))).toList()) {
                String address = fixture.fill(path);
                boolean nobody = user.isEmpty();
                Answer answer = path.startsWith("/api/") ? (nobody ? Api.anonymous() : Api.as(user)).send("GET", address, null) : (nobody ? Browserless.anonymous() : Browserless.as(user)).get(address);
                if ((answer.headers().map() + answer.body()).contains(word)) {
                    found.add(path);
                }
            }
            assertThat(found).as(user).isEqualTo(user.equals("peer1") ? Set.of("/contacts", "/api/v1/me/shared-addresses", "/dilemmas/{dilemma}", "/api/v1/dilemmas/{dilemma}/shared-addresses") : Set.of());
        }
        assertThat(rows.one("select count(*) from mail where body like ? or subject like ?", "%" + word + "%", "%" + word + "%")).isEqualTo("0");
        assertThat(rows.one(log, fixture.id("programme"))).as("no log tells who shares").isEqualTo(logged);
    }

    @Test
    void what_one_takes_along_says_where_one_shares_and_holds_no_address_of_another() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        share(fixture, "peer1");
        Answer export = Api.as("peer1").get("/me/export").is(200);
        assertThat(export.json().at("/sharedAddresses/0/dilemmaId").asText()).isEqualTo(fixture.id("dilemma").toString());
        assertThat(export.body()).doesNotContain(email(fixture, "hoorn"), email(fixture, "later"));
    }

    @Test
    void a_long_list_comes_in_pages_by_name_and_costs_as_many_statements_as_a_short_one() {
        Fixture fixture = Fixture.in(Phase.FOLLOW_UP);
        share(fixture, "peer1");
        long few = statements(fixture, "/contacts") * 1000 + statements(fixture, "/dilemmas/{dilemma}");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            names.add(sharer(fixture, "Aa " + "cdbaahgfe".charAt(i)));
        }
        assertThat(statements(fixture, "/contacts") * 1000 + statements(fixture, "/dilemmas/{dilemma}")).isEqualTo(few);
        List<String> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = Api.as("peer1").get("/me/shared-addresses?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next)).is(200);
            list(page).forEach(one -> walked.add(one.path("name").asText()));
            next = page.at("next");
        }
        assertThat(walked).hasSize(11).startsWith(names.stream().sorted().toArray(String[]::new));
        assertThat(Api.as("peer1").get("/me/shared-addresses?limit=2&cursor=" + People.id("vreemd")).is(200).items().get(0).path("name").asText()).as("somebody else leads to the first").isEqualTo("Aa a");
    }

    /** Somebody more on the seat of Hoorn who shares. */
    private String sharer(Fixture fixture, String name) {
        UUID person = Ids.next();
        rows.insert("person", "id", person, "subject", "sharer-" + person, "name", name, "email", person + "@sharer.example", "created_at", Instant.now(), "version", 0);
        rows.insert("membership", "id", Ids.next(), "programme_id", fixture.id("programme"), "person_id", person, "email", person + "@sharer.example", "role", "PARTICIPANT", "created_at", Instant.now());
        Instant early = Instant.now().minusSeconds(3600);
        rows.insert("seat_person", "seat_id", fixture.id("seat.hoorn"), "person_id", person, "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", early);
        rows.insert("shared_address", "person_id", person, "dilemma_id", fixture.id("dilemma"), "shared_at", Instant.now());
        return name;
    }

    private long statements(Fixture fixture, String path) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        Browserless.as("peer1").get(fixture.fill(path)).is(200);
        statistics.clear();
        Browserless.as("peer1").get(fixture.fill(path)).is(200);
        long count = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return count;
    }

    private static Answer share(Fixture fixture, String user) {
        return Api.as(user).post(fixture.fill(HERE)).is(201);
    }

    /** In the circle and among all contacts alike. */
    private static boolean sees(Fixture fixture, String user, String other) {
        boolean there = emails(Api.as(user).get(fixture.fill(HERE)).is(200)).contains(People.email(other));
        assertThat(emails(Api.as(user).get("/me/shared-addresses").is(200)).contains(People.email(other))).isEqualTo(there);
        return there;
    }

    private static String email(Fixture fixture, String who) {
        return "adres." + fixture.word("email." + who) + "@fixture.example";
    }

    private static List<String> emails(Answer answer) {
        return list(answer).stream().map(one -> one.path("email").asText()).toList();
    }

    private static List<JsonNode> list(Answer answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.items().forEach(items::add);
        return items;
    }
}
