// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.GuestLink;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Multipart;
import nl.klankbord.testsupport.Routes;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** What every role gets at every address in every phase: the cells of {@code route-matrix.csv}, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class AccessMatrixTest {
    private static final int AT_ONCE = 4;
    /** While working on a few routes: {@code -Dmatrix=/attachments} asks only those with this in their path; several between commas. */
    private static final String ONLY = System.getProperty("matrix", "");
    private static final int PART = 60;
    private static Answers answers;
    private final List<RouteRow> rows = RouteRow.all();

    @Test
    void no_address_goes_without_a_row() {
        Set<String> rowed = rows.stream().map(RouteRow::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rowed).isEqualTo(Routes.all());
    }

    @Test
    void every_address_answers_every_role_in_every_phase_as_the_matrix_says() throws Exception {
        assertThat(asked().wrong).isEmpty();
        System.out.printf("route matrix: %d routes, %d rows, %d cells, all as written%n", Routes.all().size(), rows.size(), asked().cells.get());
    }

    @Test
    void hidden_and_absent_give_the_same_answer() throws Exception {
        assertThat(asked().telling).isEmpty();
        assertThat(asked().compared.get()).isGreaterThan(ONLY.isEmpty() ? 500 : -1);
    }

    /** What came out: asked once, looked at by more than one test. */
    private Answers asked() throws Exception {
        synchronized (AccessMatrixTest.class) {
            if (answers == null) {
                Answers found = new Answers();
                try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
                    List<Future<?>> parts = parts().stream().<Future<?>>map(part -> threads.submit(() -> ask(part, found))).toList();
                    for (Future<?> part : parts) {
                        part.get();
                    }
                }
                answers = found;
            }
            return answers;
        }
    }

    /** The rows of each phase, in parts small enough that the last thread is not left with much. */
    private List<Part> parts() {
        Map<Phase, List<RouteRow>> byPhase = new EnumMap<>(Phase.class);
        rows.stream().filter(row -> Arrays.stream(ONLY.split(",")).anyMatch(row.path()::contains)).forEach(row -> row.phases().forEach(phase -> byPhase.computeIfAbsent(phase, one -> new ArrayList<>()).add(row)));
        List<Part> parts = new ArrayList<>();
        byPhase.forEach((phase, all) -> {
            for (int from = 0; from < all.size(); from += PART) {
                parts.add(new Part(phase, all.subList(from, Math.min(from + PART, all.size()))));
            }
        });
        return parts;
    }

    /** One fixture for a part; after a write that changed it the next gets a new one, any other write must leave it as it was. */
    private static void ask(Part part, Answers found) {
        Phase phase = part.phase;
        try (Rows database = Rows.open()) {
            Fixture fixture = Fixture.in(phase);
            Browserless guest = GuestLink.seated(fixture);
            String untouched = fixture.fingerprint(database);
            boolean looked = false;
            for (RouteRow row : part.rows) {
                // Looking at a dilemma is noted, and is no write.
                if (row.writes() && looked) {
                    untouched = fixture.fingerprint(database);
                }
                looked = !row.writes();
                for (Map.Entry<String, Integer> cell : row.statuses().entrySet()) {
                    Answer answer = row.ask(fixture, cell.getKey(), guest);
                    found.cells.incrementAndGet();
                    if (answer.status() != cell.getValue()) {
                        found.wrong.add("%s %s in %s as %s: %d, got %d".formatted(row.method(), row.path(), phase, cell.getKey(), cell.getValue(), answer.status()));
                    }
                    if (cell.getValue() == 404 && phase == row.phases().iterator().next()) {
                        found.compare(answer, row.ask(Fixture.absent(), cell.getKey(), guest), "%s %s in %s as %s".formatted(row.method(), row.path(), phase, cell.getKey()));
                    }
                    if (row.writes() && answer.status() < 400) {
                        if (!fixture.fingerprint(database).equals(untouched)) {
                            fixture.leave(database);
                            fixture = Fixture.in(phase);
                            untouched = null;
                        }
                        // She may have signed out.
                        GuestLink.seat(guest, fixture);
                        untouched = untouched == null ? fixture.fingerprint(database) : untouched;
                    }
                }
                if (row.writes() && !fixture.fingerprint(database).equals(untouched)) {
                    found.wrong.add("%s %s in %s changed something it refused".formatted(row.method(), row.path(), phase));
                    untouched = fixture.fingerprint(database);
                }
            }
        }
    }

    /** All that is told, but for the address that was asked for, which a page may repeat, and the moment of telling. */
    private static String same(Answer answer) {
        return answer.status() + " " + answer.headers().map().entrySet().stream().filter(header -> !Set.of("date", "set-cookie", ":status").contains(header.getKey()))
                .sorted(Map.Entry.comparingByKey()).toList() + " " + answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("name=\"csrf-token\" value=\"[^\"]*\"", "token");
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        try (Rows database = Rows.open()) {
            String before = fixture.fingerprint(database);
            // An address has rows for each of its bodies and phases; without a token it is the same form.
            Map<String, RouteRow> forms = rows.stream().filter(row -> row.page() && row.method().equals("POST")).collect(Collectors.toMap(RouteRow::path, row -> row, (one, again) -> one));
            for (String user : List.of("host", "coordinator")) {
                forms.forEach((path, row) -> assertThat(withoutToken(user, row, fixture).status()).as(path).isEqualTo(400));
            }
            assertThat(fixture.fingerprint(database)).isEqualTo(before);
        }
    }

    private static Answer withoutToken(String user, RouteRow row, Fixture fixture) {
        String address = fixture.fill(row.path());
        return row.bringsFile() ? Browserless.as(user).uploadWithoutToken(address, Multipart.of(row.body())) : Browserless.as(user).postWithoutToken(address, "given", "true", "lang", "en");
    }

    @Test
    void a_form_that_lies_open_can_still_be_sent_after_other_pages_were_opened() {
        Browserless browser = Browserless.signIn("host");
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        browser.get("/programmes").is(200);
        browser.get("/library").is(200);
        browser.post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(303);
    }

    @Test
    void a_post_that_is_no_form_of_ours_changes_nothing() {
        Fixture fixture = Fixture.in(Phase.SUBMITTED);
        String cookies = Browserless.as("host").cookieHeader();
        for (String type : List.of("text/plain", "application/json", "multipart/form-data; boundary=x")) {
            Answer answer = Api.anonymous().send("POST", fixture.fill("/dilemmas/{dilemma}/withdrawal"), "csrf-token=x", "Content-Type", type, "Cookie", cookies);
            assertThat(answer.status()).as(type).isIn(400, 415);
        }
        assertThat(Api.anonymous().send("POST", fixture.fill("/dilemmas/{dilemma}/withdrawal"), null, "Cookie", cookies).status()).isIn(400, 415);
        for (String type : List.of("text/plain", "application/json", "application/x-www-form-urlencoded")) {
            assertThat(Api.anonymous().send("POST", fixture.fill("/dilemmas/{dilemma}/attachments"), "csrf-token=x", "Content-Type", type, "Cookie", cookies).status()).as("a file as %s", type).isEqualTo(415);
        }
        assertThat(Browserless.as("host").uploadWithoutToken(fixture.fill("/dilemmas/{dilemma}/withdrawal"), Multipart.of("file=plan.txt:De tekst")).status()).isIn(400, 415);
        assertThat(Api.as("host").get("/dilemmas/" + fixture.id("dilemma")).at("phase")).isEqualTo("SUBMITTED");
    }

    @Test
    void the_api_does_not_take_a_cookie_nor_a_page_a_bearer_token() {
        String cookies = Browserless.as("host").cookieHeader();
        assertThat(Api.anonymous().get("/me", "Cookie", cookies).status()).isEqualTo(401);
        assertThat(Api.as("host").send("GET", "/programmes", null, "Accept", "text/html").status()).isEqualTo(302);
    }

    private record Part(Phase phase, List<RouteRow> rows) {}

    /** @param wrong answers that are not as the matrix says; @param telling where hidden and absent differ */
    private record Answers(Queue<String> wrong, Queue<String> telling, AtomicInteger cells, AtomicInteger compared) {
        Answers() {
            this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new AtomicInteger(), new AtomicInteger());
        }

        void compare(Answer hidden, Answer absent, String where) {
            compared.incrementAndGet();
            if (!same(hidden).equals(same(absent))) {
                telling.add("%s:%n%s%n%s".formatted(where, same(hidden), same(absent)));
            }
        }
    }
}
