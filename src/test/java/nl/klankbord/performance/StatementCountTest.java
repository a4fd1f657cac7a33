// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.shared.Ids;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.Growth;
import nl.klankbord.testsupport.GuestLink;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page costs as many SQL statements with ten times the data. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class StatementCountTest {
    /** The three that see most: each in a role of their own. */
    private static final List<String> READERS = List.of("coordinator", "host", "peer1");
    /** Milliseconds that a page may take on a busy machine; what scans all there is takes far longer. */
    private static final long PATIENCE = 1500;
    /** The same for a search, which looks at every word that one may read. */
    private static final long SEARCHING = 2500;
    /** Words that stand in very many texts, and one that stands nowhere: to see that, every word that one may read is looked at. */
    private static final List<String> SEARCHES = List.of("/search?q=wachten", "/search?q=elke+maand", "/search?q=nergensgezegd", "/api/v1/search?scope=mine&q=wachten", "/api/v1/search?q=wachten", "/library?q=wachten");
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9.-]+)}");
    @Inject
    EntityManagerFactory factory;
    private Statistics statistics;

    @BeforeEach
    void count() {
        statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void stopCounting() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void no_page_and_no_list_asks_the_database_more_often_when_there_is_ten_times_as_much() throws IOException {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Map<String, Cost> before = costs(fixture);
        Growth.tenfold(fixture);
        Map<String, Cost> after = costs(fixture);
        assertThat(ofTheFixture(after)).isGreaterThan(2 * ofTheFixture(before));
        assertSameStatements(before, after, "ten times as much");
    }

    @Test
    void no_page_and_no_list_asks_more_often_or_keeps_one_waiting_with_ten_rounds_of_forty_dilemmas_of_twelve_peers_and_144_000_contributions() throws IOException {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Map<String, Cost> before = costs(fixture);
        long start = System.nanoTime();
        Growth.full(fixture);
        Growth.crowd(fixture);
        System.out.printf("a full programme inserted in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        Map<String, Cost> after = costs(fixture);
        assertThat(before).containsKeys("/dilemmas/{dilemma} as peer1", "/api/v1/dilemmas/{dilemma}/contributions as peer1", "/dilemmas/{dilemma}/restatement as host");
        assertSameStatements(before, after, "a full programme");
        assertPatient(after);
    }

    @Test
    void while_peers_reflect_no_page_of_a_dilemma_asks_more_often_in_a_circle_of_twelve_who_said_thirty_things_each() throws IOException {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        aside(fixture, "peer2", "reflection", "text");
        Map<String, Function<String, Answer>> readers = new LinkedHashMap<>(reading(fixture, "coordinator", "host", "peer1", "peer2", "facilitator", "beheer"));
        Browserless guest = GuestLink.seated(fixture);
        readers.put("guest", path -> path.startsWith("/api/") ? Api.anonymous().send("GET", fixture.fill(path), null) : guest.get(fixture.fill(path)));
        Map<String, Cost> before = costs(ofADilemma(fixture), readers);
        assertThat(before).containsKeys("/dilemmas/{dilemma} as guest", "/dilemmas/{dilemma} as facilitator", "/dilemmas/{dilemma}/reflection as peer2", "/dilemmas/{dilemma}/reflection as guest",
                "/dilemmas/{dilemma}/reflection/merge as peer2", "/dilemmas/{dilemma}/session as coordinator", "/municipality as host", "/texts as guest", "/administration as beheer");
        Growth.crowd(fixture);
        Map<String, Cost> after = costs(ofADilemma(fixture), readers);
        assertThat(after.get("/dilemmas/{dilemma} as guest").size).isGreaterThan(2 * before.get("/dilemmas/{dilemma} as guest").size);
        assertSameStatements(before, after, "a large circle");
        assertPatient(after);
    }

    @Test
    void the_steps_of_a_concept_and_the_page_that_joins_two_texts_ask_no_more_often_among_ten_times_as_many_dilemmas() throws IOException {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        aside(fixture, "host", "intake.question", "question");
        List<String> steps = List.of("question", "intention", "direction", "assumptions", "themes", "check", "question/merge");
        List<String> paths = Stream.concat(steps.stream().map(step -> "/dilemmas/{dilemma}/edit/" + step), ofADilemma(fixture).stream()).distinct().toList();
        Map<String, Cost> before = costs(paths, reading(fixture, "host"));
        assertThat(before.keySet()).containsAll(steps.stream().map(step -> "/dilemmas/{dilemma}/edit/" + step + " as host").toList());
        try (Rows rows = Rows.open()) {
            for (int i = 0; i < 40; i++) {
                rows.insert("attachment", "id", Ids.next(), "dilemma_id", fixture.id("dilemma"), "name", "Nog een bijlage.txt", "kind", "TEXT", "size", 5, "added_by", fixture.id("person.host"), "added_at", Instant.now());
            }
        }
        Growth.participants(fixture);
        assertSameStatements(before, costs(paths, reading(fixture, "host")), "more beside it");
    }

    /** Of this person's, some words wait to be joined with what is saved. */
    private static void aside(Fixture fixture, String who, String form, String field) {
        try (Rows rows = Rows.open()) {
            rows.insert("text_draft", "person_id", fixture.id("person." + who), "draft_key", "unmerged." + form + "." + fixture.id("dilemma"), "text", "{\"" + field + "\":\"Dit wacht\"}",
                    "updated_at", Instant.now(), "version", 0);
        }
    }

    private static void assertPatient(Map<String, Cost> costs) {
        assertThat(costs.entrySet().stream().filter(cost -> cost.getValue().millis > (cost.getKey().contains("/search?") ? SEARCHING : PATIENCE)).map(cost -> cost.getKey() + " took " + cost.getValue().millis + " ms")).isEmpty();
    }

    private static void assertSameStatements(Map<String, Cost> before, Map<String, Cost> after, String with) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Map<String, String> wrong = new TreeMap<>();
        before.forEach((address, cost) -> {
            Cost then = after.get(address);
            System.out.printf("statements: %-60s %3d, with %s %3d; %d and %d characters, %d and %d ms%n", address, cost.statements, with, then.statements, cost.size, then.size, cost.millis, then.millis);
            if (then.statements != cost.statements) {
                wrong.put(address, cost.statements + " became " + then.statements);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Size of what is about the fixture alone: lists of everything hold what other tests left. */
    private static int ofTheFixture(Map<String, Cost> costs) {
        return costs.entrySet().stream().filter(cost -> cost.getKey().contains("{")).mapToInt(cost -> cost.getValue().size).sum();
    }

    /** Of every address that these readers may read, as the matrix of routes has them. */
    private Map<String, Cost> costs(Fixture fixture) throws IOException {
        return costs(Stream.concat(routes(), SEARCHES.stream()).toList(), reading(fixture, READERS.toArray(String[]::new)));
    }

    /** The addresses of one dilemma and what stands in it, and those of one's own. */
    private static List<String> ofADilemma(Fixture fixture) throws IOException {
        return routes().filter(path -> path.matches(".*\\{(dilemma|round|question|reflection|seat|session|answer)[^}]*}.*|/|/texts.*|/steps|/municipality.*|/administration.*|/profile"))
                .filter(path -> NAME.matcher(path).results().allMatch(name -> fixture.has(name.group(1)))).toList();
    }

    private static Stream<String> routes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/route-matrix.csv")).stream().filter(line -> line.startsWith("GET;")).map(line -> line.split(";")[1]).distinct();
    }

    private static Map<String, Function<String, Answer>> reading(Fixture fixture, String... users) {
        Map<String, Function<String, Answer>> readers = new LinkedHashMap<>();
        for (String user : users) {
            readers.put(user, path -> path.startsWith("/api/") ? Api.as(user).send("GET", fixture.fill(path), null) : Browserless.as(user).get(fixture.fill(path)));
        }
        return readers;
    }

    private Map<String, Cost> costs(List<String> paths, Map<String, Function<String, Answer>> readers) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String path : paths) {
            readers.forEach((reader, get) -> {
                get.apply(path);
                statistics.clear();
                long start = System.nanoTime();
                Answer answer = get.apply(path);
                if (answer.status() == 200) {
                    costs.put(path + " as " + reader, new Cost(statistics.getPrepareStatementCount(), answer.body().length(), (System.nanoTime() - start) / 1_000_000));
                }
            });
        }
        return costs;
    }

    /** @param size of the answer, to see that there was more to tell */
    private record Cost(long statements, int size, long millis) {}
}
