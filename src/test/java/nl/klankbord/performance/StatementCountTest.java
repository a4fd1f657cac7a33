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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.Growth;
import nl.klankbord.testsupport.LocalServices;
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
    /** A word that stands in very many texts. */
    private static final List<String> SEARCHES = List.of("/search?q=wachten", "/api/v1/search?q=wachten", "/library?q=wachten");
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
        System.out.printf("a full programme inserted in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        Map<String, Cost> after = costs(fixture);
        assertSameStatements(before, after, "a full programme");
        assertThat(after.entrySet().stream().filter(cost -> cost.getValue().millis > PATIENCE).map(cost -> cost.getKey() + " took " + cost.getValue().millis + " ms")).isEmpty();
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
        Stream<String> routes = Files.readAllLines(Path.of("src/test/resources/route-matrix.csv")).stream().filter(line -> line.startsWith("GET;")).map(line -> line.split(";")[1]).distinct();
        List<String> paths = Stream.concat(routes, SEARCHES.stream()).toList();
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String path : paths) {
            for (String reader : READERS) {
                get(fixture, reader, path);
                statistics.clear();
                long start = System.nanoTime();
                Answer answer = get(fixture, reader, path);
                if (answer.status() == 200) {
                    costs.put(path + " as " + reader, new Cost(statistics.getPrepareStatementCount(), answer.body().length(), (System.nanoTime() - start) / 1_000_000));
                }
            }
        }
        return costs;
    }

    private static Answer get(Fixture fixture, String reader, String path) {
        String address = fixture.fill(path);
        return path.startsWith("/api/") ? Api.as(reader).send("GET", address, null) : Browserless.as(reader).get(address);
    }

    /** @param size of the answer, to see that there was more to tell */
    private record Cost(long statements, int size, long millis) {}
}
