// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One word of its own in every text, and everything anyone can fetch: who finds which word. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class CanaryTest {
    private static final int AT_ONCE = 4;
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final List<String> USERS = Stream.concat(Stream.of(Readers.NOBODY), People.ALL.stream()).toList();

    @ParameterizedTest
    @EnumSource(Phase.class)
    void in_each_phase_everyone_finds_exactly_the_texts_the_design_lets_them_read(Phase phase) throws Exception {
        Fixture fixture = Fixture.in(phase);
        putAside(fixture);
        List<String> addresses = addresses(fixture);
        AtomicInteger fetched = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<String>>> done = USERS.stream().map(user -> threads.submit(() -> wrong(fixture, user, user, addresses, fetched))).toList();
            for (Future<List<String>> one : done) {
                wrong.addAll(one.get());
            }
        }
        assertThat(wrong).isEmpty();
        System.out.printf("canaries in %s: %d words, %d answers to %d readers%n", phase, fixture.words().size(), fetched.get(), USERS.size());
    }

    /** Of who has begun a reflection some words wait to be merged with what is saved, and of the host too. */
    private static void putAside(Fixture fixture) {
        try (Rows rows = Rows.open()) {
            for (String who : List.of("peer2", "host")) {
                String word = "qzaside" + who + Ids.next().toString().replace("-", "");
                fixture.words().put("aside." + who, word);
                rows.insert("text_draft", "person_id", People.id(who), "draft_key", "unmerged." + (who.equals("host") ? "intake.question" : "reflection") + "." + fixture.id("dilemma"),
                        "text", "{\"" + (who.equals("host") ? "question" : "text") + "\":\"" + word + "\"}", "updated_at", Instant.now(), "version", 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CLARIFYING", "REFLECTING", "SESSION", "HARVESTING"})
    void who_is_a_peer_in_one_circle_host_in_another_and_facilitator_in_a_third_reads_in_each_what_that_seat_reads(Phase phase) {
        Map<String, Fixture> circles = Map.of("peer2", Fixture.in(phase), "host", Fixture.cast(phase, Map.of("host", "peer2", "peer2", "host")),
                "facilitator", Fixture.cast(phase, Map.of("facilitator", "peer2", "peer2", "facilitator")));
        try (Rows rows = Rows.open()) {
            // A second role in each programme opens nothing either.
            circles.values().forEach(circle -> rows.change("insert ignore into membership (id, programme_id, person_id, email, role, created_at) values (?, ?, ?, ?, 'FACILITATOR', now())", Ids.next(),
                    circle.id("programme"), People.id("peer2"), People.email("peer2")));
        }
        List<String> addresses = circles.values().stream().flatMap(circle -> addresses(circle).stream()).distinct().toList();
        List<String> wrong = circles.entrySet().stream().flatMap(circle -> wrong(circle.getValue(), "peer2", circle.getKey(), addresses, new AtomicInteger()).stream()).toList();
        assertThat(wrong).isEmpty();
    }

    /** By her link she reads as a peer does who has not submitted, and of the programme what concerns her seat. The API takes no cookie. */
    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"ACCEPTED", "CLARIFYING", "REFLECTING", "SESSION", "HARVESTING", "FOLLOW_UP", "CLOSED"})
    void a_guest_finds_by_her_link_what_her_seat_reads_and_nothing_of_the_programme(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        putAside(fixture);
        Browserless guest = GuestLink.seated(fixture);
        AtomicInteger fetched = new AtomicInteger();
        // What is open to all who come in, and what she is called herself, is no secret to her; of the rest it counts what she must find.
        assertThat(wrong(fixture, guest::get, Readers.GUEST, addresses(fixture), fetched)).filteredOn(line -> line.contains(" reads ") ? !line.split(" ")[2].matches("lesson\\.published\\..*|round\\.title|(name|email)\\.guest")
                : line.split(" ")[2].matches("dilemma\\.(title|question)|question\\.zwolle|reflection\\.(zwolle|hoorn)|remark\\..*|closing\\..*")).isEmpty();
        guest.get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        System.out.printf("canaries in %s: %d answers to a guest%n", phase, fetched.get());
    }

    @Test
    void a_newcomer_with_the_yes_of_one_writer_and_the_no_of_another_finds_nothing_of_what_three_wrote() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        List<String> addresses = addresses(fixture);
        try (Rows rows = Rows.open()) {
            // Three of Zwolle wrote it, one after the other; the first wrote on it last.
            for (String who : List.of("peer1-collega", "breda")) {
                rows.change("insert into contribution_writer (contribution_id, person_id, dilemma_id, wrote_since, text, mirror_since, mirror) select contribution_id, ?, dilemma_id, wrote_since, text, mirror_since, mirror "
                        + "from contribution_writer where contribution_id = ? and person_id = ?", fixture.id("person." + who), fixture.id("reflection.zwolle"), fixture.id("person.peer1"));
            }
            rows.insert("seat_person", "seat_id", fixture.id("seat.zwolle"), "person_id", fixture.id("person.buiten"), "dilemma_id", fixture.id("dilemma"), "kind", "PEER", "seated_at", Instant.now().plusMillis(2));
            for (String who : List.of("peer1", "peer1-collega", "breda")) {
                rows.insert("newcomer_consent", "seat_id", fixture.id("seat.zwolle"), "person_id", fixture.id("person.buiten"), "author_id", fixture.id("person." + who), "dilemma_id", fixture.id("dilemma"),
                        "given", !who.equals("peer1-collega"), "decided_at", Instant.now().plusSeconds(1));
            }
            assertThat(ofZwolle(fixture, addresses)).isEmpty();
            rows.change("update newcomer_consent set given = true where seat_id = ?", fixture.id("seat.zwolle"));
            assertThat(ofZwolle(fixture, addresses)).contains("reflection.zwolle", "mirror.zwolle");
        }
    }

    private static List<String> ofZwolle(Fixture fixture, List<String> addresses) {
        StringBuilder told = new StringBuilder();
        addresses.forEach(address -> told.append(fetch("buiten", address).body()));
        return fixture.words().keySet().stream().filter(text -> text.matches("(reflection|mirror)\\.zwolle.*") && told.indexOf(fixture.word(text)) >= 0).toList();
    }

    /** @param part whose seat the user has there */
    private static List<String> wrong(Fixture fixture, String user, String part, List<String> addresses, AtomicInteger fetched) {
        return wrong(fixture, address -> fetch(user, address), part, addresses, fetched);
    }

    private static List<String> wrong(Fixture fixture, Function<String, Answer> reading, String part, List<String> addresses, AtomicInteger fetched) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String address : addresses) {
            Answer answer = reading.apply(address);
            fetched.incrementAndGet();
            String told = answer.headers().map() + answer.body();
            fixture.words().forEach((text, word) -> {
                if (told.contains(word)) {
                    found.computeIfAbsent(text, one -> new LinkedHashSet<>()).add(address);
                }
            });
        }
        Readers reader = new Readers(fixture.phase, part);
        List<String> wrong = new ArrayList<>();
        Set<String> allowed = new TreeSet<>(fixture.words().keySet().stream().filter(reader::read).toList());
        found.forEach((text, where) -> {
            if (!allowed.contains(text)) {
                wrong.add("%s reads %s in %s at %s".formatted(part, text, fixture.phase, where));
            }
        });
        allowed.removeAll(found.keySet());
        allowed.forEach(text -> wrong.add("%s finds %s nowhere in %s".formatted(part, text, fixture.phase)));
        return wrong;
    }

    /** Every address of the matrix, every text by its own address, and lists by each of their filters. */
    private static List<String> addresses(Fixture fixture) {
        Set<String> paths = new LinkedHashSet<>(List.of("/openapi.json", "/q/health", "/api/v1/drafts/question.{dilemma}", "/api/v1/drafts/remark.{dilemma}", "/api/v1/drafts/lesson.{lesson.draft}.telling",
                "/api/v1/lessons?status=DRAFT&limit=100", "/api/v1/lessons?status=WITHDRAWN&limit=100", "/api/v1/lessons?programmeId={programme}", "/api/v1/observations?limit=100", "/dilemmas/{concept}",
                "/api/v1/dilemmas/{concept}", "/dilemmas/{concept}/edit", "/dilemmas/{concept}/edit/question", "/dilemmas/{concept}/versions", "/api/v1/dilemmas/{concept}/versions", "/dilemmas/{dilemma}/edit/intention", "/dilemmas/{dilemma}/edit/direction",
                "/dilemmas/{dilemma}/edit/assumptions", "/dilemmas/{dilemma}/edit/themes", "/dilemmas/{dilemma}/edit/check", "/dilemma-suggestions?title=Concept+Dilemma", "/api/v1/dilemma-suggestions?title=Concept+Les+vertelt", "/api/v1/observations?dilemmaId={dilemma}", "/library?q=vertelt", "/api/v1/search?q=vertelt&limit=100", "/search?q=qz", "/api/v1/search?scope=mine&q=qz&limit=100"));
        RouteRow.all().stream().filter(row -> row.method().equals("GET")).forEach(row -> paths.add(row.path()));
        fixture.names().stream().filter(name -> name.startsWith("step.")).forEach(name -> paths.addAll(List.of("/steps/{" + name + "}", "/api/v1/steps/{" + name + "}")));
        paths.addAll(List.of("/steps?finished=true", "/api/v1/steps?dilemmaId={dilemma}", "/dilemmas/{dilemma}/steps/new?fromMirror={reflection.zwolle}", "/dilemmas/{dilemma}/steps/new?fromMirror={reflection.leeuwarden}"));
        for (String kind : List.of("contributions", "lessons", "observations")) {
            String prefix = kind.equals("lessons") ? "lesson." : kind.equals("observations") ? "observation." : "";
            fixture.names().stream().filter(name -> prefix.isEmpty() ? name.matches("(question|reflection|remark)\\..*|answer") : name.startsWith(prefix)).forEach(name -> {
                paths.add("/api/v1/" + kind + "/{" + name + "}");
                paths.add(kind.equals("contributions") ? "/api/v1/contributions/{" + name + "}/mirror" : "/" + kind + "/{" + name + "}");
            });
        }
        fixture.names().stream().filter(name -> name.startsWith("file.")).forEach(name -> paths.addAll(List.of("/attachments/{" + name + "}", "/api/v1/attachments/{" + name + "}")));
        return paths.stream().filter(path -> NAME.matcher(path).results().allMatch(name -> fixture.has(name.group(1)))).map(fixture::fill).toList();
    }

    private static Answer fetch(String user, String address) {
        boolean nobody = user.equals(Readers.NOBODY);
        return address.startsWith("/api/") ? (nobody ? Api.anonymous() : Api.as(user)).send("GET", address, null) : (nobody ? Browserless.anonymous() : Browserless.as(user)).get(address);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void who_types_a_title_is_led_to_published_lessons_and_to_dilemmas_one_may_read_and_nothing_else(Phase phase) {
        Fixture fixture = Fixture.in(phase);
        for (String user : People.ALL) {
            boolean reads = new Readers(phase, user).read("dilemma.question") && phase != Phase.DRAFT && phase != Phase.WITHDRAWN;
            assertThat(suggested(fixture, user, "dilemma.title").contains(fixture.id("dilemma").toString())).as("%s in %s", user, phase).isEqualTo(reads);
            for (String hidden : List.of("dilemma.question", "dilemma.theme", "concept.title")) {
                assertThat(suggested(fixture, user, hidden)).as("%s by %s in %s", user, hidden, phase).isEqualTo("{\"lessons\":[],\"dilemmas\":[]}");
            }
            fixture.words().keySet().stream().filter(text -> text.startsWith("lesson.") && text.endsWith(".title")).forEach(text -> assertThat(suggested(fixture, user, text).contains(fixture.id(text.replace(".title", "")).toString()))
                    .as("%s finds %s in %s", user, text, phase).isEqualTo(text.matches("lesson\\.(published|open)\\..*")));
        }
    }

    private static String suggested(Fixture fixture, String user, String text) {
        return Api.as(user).get("/dilemma-suggestions?title=" + fixture.word(text)).is(200).body();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CLARIFYING", "REFLECTING", "SESSION", "HARVESTING", "CLOSED"})
    void the_search_in_ones_circles_finds_what_one_may_read_and_counts_nothing_else(Phase phase) throws Exception {
        Fixture fixture = Fixture.in(phase);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> done = Stream.of("vreemd", "buiten", "peer3", "host", "coordinator", "facilitator", "peer1", "peer2", "beheer")
                    .<Future<?>>map(user -> threads.submit(() -> fixture.words().forEach((text, word) -> searches(fixture, user, text, word)))).toList();
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    private static void searches(Fixture fixture, String user, String text, String word) {
        // Its own place in the texts that are searched; an assumption is a list of its own.
        boolean searched = text.matches("dilemma\\.(title|question|intention|tension|stip|foto|path|experiment|stopList|assumption|tried)|(question|answer|reflection|remark|restatement|closing|response).*") && !text.endsWith(".assumption")
                && !text.equals("question.withdrawn") || text.equals("dilemma.assumption");
        Answer found = Api.as(user).get("/search?scope=mine&q=" + word).is(200);
        boolean reads = searched && new Readers(fixture.phase, user).read(text) && !(user.equals("peer3") && text.equals("dilemma.title"));
        assertThat(found.json().get("total").asInt()).as("%s as %s in %s", text, user, fixture.phase).isEqualTo(reads ? 1 : 0);
        assertThat(found.items().size()).isEqualTo(reads ? 1 : 0);
    }

    @Test
    void the_search_finds_nothing_but_published_lessons_and_tells_of_nothing_else_by_a_count() {
        Fixture fixture = Fixture.in(Phase.CLOSED);
        for (String user : List.of("vreemd", "coordinator", "peer1", "beheer")) {
            fixture.words().forEach((text, word) -> {
                Answer found = Api.as(user).get("/search?q=" + word).is(200);
                boolean published = text.matches("lesson\\.(published|open)\\..*");
                assertThat(found.json().get("total").asInt()).as("%s as %s", text, user).isEqualTo(published ? 1 : 0);
                assertThat(found.json().get("facets").get("theme").size() > 0).isEqualTo(published);
            });
        }
        fixture.words().forEach((text, word) -> assertThat(Browserless.anonymous().get("/library?q=" + word).is(200).body().contains("/lessons/" + fixture.id("lesson.open")))
                .as(text).isEqualTo(text.startsWith("lesson.open.")));
    }
}
