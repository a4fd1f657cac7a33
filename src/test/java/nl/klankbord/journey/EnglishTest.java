// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.FixtureMatching;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who chooses English reads no Dutch but what people wrote. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class EnglishTest {
    private static final List<String> BUNDLES = List.of("common", "programme", "dilemma", "lesson", "api");
    /** Longer texts are found inside others, shorter ones only as a whole. */
    private static final int SENTENCE = 14;
    private static final Pattern DAY = Pattern.compile("\\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|juni|juli|augustus|oktober)\\b");
    private static final Pattern HOLE = Pattern.compile("\\{[^{}]*}");
    private static final String TEXTS = """
            () => {
              const found = [], walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
              for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement.closest('[lang=nl]')) found.push(node.data)
              for (const named of document.querySelectorAll('*')) for (const at of named.attributes) if (/^(aria-label|title|alt|placeholder|data-text-.*)$/.test(at.name)) found.push(at.value)
              return found.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text)
            }""";
    private final Set<String> sentences = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();
    private final Map<String, Visitor> visitors = new TreeMap<>();

    @Test
    void who_chooses_english_reads_no_dutch_but_what_people_wrote() throws IOException {
        readBundles();
        forgetThemes();
        Map<String, List<String>> dutch = new TreeMap<>();
        Fixture harvest = Fixture.in(Phase.HARVESTING);
        look("coordinator", dutch, harvest, "/", "/programmes", "/programmes/new", "/programmes/{programme}", "/programmes/{programme}/edit", "/programmes/{programme}/people", "/programmes/{programme}/people/import", "/profile", "/programmes/{programme}/house-rules",
                "/programmes/{programme}/rounds/new", "/programmes/{programme}/board", "/programmes/{programme}/rotation", "/programmes/{programme}/methods", "/programmes/{programme}/methods/{method}", "/programmes/{programme}/harvest", "/rounds/{round}", "/rounds/{round}/timetable", "/dilemmas/{dilemma}", "/dilemmas/{dilemma}/harvest", "/patterns/{pattern}",
                "/patterns/{pattern}/lesson", "/lessons/{lesson.draft}", "/lessons/{lesson.draft}/edit", "/library", "/library?q=vertelt", "/library?q=qqqq", "/search?q=qz", "/help", "/privacy", "/accessibility");
        look("peer1", dutch, harvest, "/", "/dilemmas/{dilemma}", "/dilemmas/{dilemma}/versions", "/dilemma-suggestions?title=Dilemma", "/guest/renewal", "/guest/geheim", "/lessons/{lesson.draft}", "/lessons/{lesson.published}", "/rounds/{round}");
        look("host", dutch, harvest, "/dilemmas/{dilemma}", "/profile", "/municipality");
        look("beheer", dutch, harvest, "/administration");
        look("host", dutch, Fixture.in(Phase.DRAFT), "/rounds/{round}/dilemmas/new", "/dilemmas/{dilemma}/edit/question", "/dilemmas/{dilemma}/edit/intention", "/dilemmas/{dilemma}/edit/direction",
                "/dilemmas/{dilemma}/edit/assumptions", "/dilemmas/{dilemma}/edit/themes", "/dilemmas/{dilemma}/edit/check", "/dilemma-suggestions?title=qqqq");
        look("host", dutch, Fixture.in(Phase.SUBMITTED), "/dilemmas/{dilemma}/edit/intention", "/dilemmas/{dilemma}/edit/check", "/dilemmas/{dilemma}/versions");
        look("peer2", dutch, Fixture.in(Phase.REFLECTING), "/dilemmas/{dilemma}", "/dilemmas/{dilemma}/reflection");
        Fixture accepted = Fixture.in(Phase.ACCEPTED);
        look("peer3", dutch, accepted, "/dilemmas/{dilemma}");
        look("host", dutch, accepted, "/dilemmas/{dilemma}");
        Fixture matching = FixtureMatching.lackingOne(Fixture.in(Phase.ACCEPTED));
        FixtureMatching.another(matching, "GM0513", "Kwestie");
        look("coordinator", dutch, matching, "/rounds/{round}", "/rounds/{round}/matching", "/dilemmas/{dilemma}");
        look("coordinator", dutch, accepted, "/rounds/{round}/matching");
        Fixture clarifying = Fixture.in(Phase.CLARIFYING);
        look("coordinator", dutch, clarifying, "/dilemmas/{dilemma}", "/dilemmas/{dilemma}/session");
        look("host", dutch, clarifying, "/dilemmas/{dilemma}");
        assertThat(dutch).isEmpty();
    }

    /** What people called a theme of a lesson is their word, also where a text of ours has the same. */
    private void forgetThemes() {
        try (Rows rows = Rows.open()) {
            List<String> themes = rows.all("select themes from lesson where themes is not null");
            words.removeIf(word -> themes.stream().anyMatch(theme -> theme.contains(word)));
        }
    }

    /** Klankbord remembers a choice with the person, and everyone expects Dutch at first. */
    @BeforeEach
    @AfterEach
    void everyoneReadsDutchAgain() {
        try (Rows rows = Rows.open()) {
            rows.change("update person set language = null");
        }
    }

    @Test
    void what_is_wrong_and_what_is_not_there_is_said_in_english() {
        Visitor leeuwarden = inEnglish("peer2");
        leeuwarden.open(Fixture.in(Phase.CLARIFYING).fill("/dilemmas/{dilemma}")).pressRefused(422, leeuwarden.at("#remark"), "Post question").sees("Fill this in.");
        leeuwarden.openRefused(404, "/dilemmas/01900000-0000-7000-8000-000000000000").sees("Not found");
    }

    @AfterEach
    void leave() {
        visitors.values().forEach(Visitor::close);
    }

    /** Each signs in and chooses once. */
    private Visitor inEnglish(String user) {
        return visitors.computeIfAbsent(user, EnglishTest::chooses);
    }

    private static Visitor chooses(String user) {
        Visitor visitor = Visitor.as(user).open("/library");
        visitor.follow(visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")));
        assertThat(visitor.path()).as("one stays on the page").isEqualTo("/library");
        return visitor;
    }

    private void look(String user, Map<String, List<String>> dutch, Fixture fixture, String... paths) {
        Visitor visitor = inEnglish(user);
        for (String path : paths) {
            visitor.open(fixture.fill(path));
            assertThat(visitor.page().getAttribute("html", "lang")).isEqualTo("en");
            List<String> found = dutchOn(visitor.page());
            if (!found.isEmpty()) {
                dutch.put(user + " " + path, found);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> dutchOn(Page page) {
        List<String> found = new ArrayList<>();
        for (String text : (List<String>) page.evaluate(TEXTS)) {
            if (words.contains(text) || DAY.matcher(text).find() || sentences.stream().anyMatch(text::contains)) {
                found.add(text);
            }
        }
        return found;
    }

    private void readBundles() throws IOException {
        Set<String> english = BUNDLES.stream().flatMap(name -> texts(name, "en")).collect(Collectors.toSet());
        for (String name : BUNDLES) {
            texts(name, "nl").filter(text -> !english.contains(text) && text.matches(".*\\p{L}{2}.*")).forEach(text -> (text.length() >= SENTENCE && text.contains(" ") ? sentences : words).add(text));
        }
        assertThat(sentences).hasSizeGreaterThan(400);
        assertThat(words).hasSizeGreaterThan(80);
        // The same in both languages for whoever reads them.
        words.removeIf(word -> english.stream().anyMatch(text -> text.equalsIgnoreCase(word)));
    }

    /** Each text of a bundle in the pieces that stand on a page as they are. */
    private static Stream<String> texts(String bundle, String language) {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(EnglishTest.class.getResourceAsStream("/messages/" + bundle + "." + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        // An example of house rules is what people write: their programme keeps it.
        return properties.entrySet().stream().filter(entry -> !entry.getKey().equals("programme.rules.example")).map(entry -> (String) entry.getValue())
                .filter(text -> !text.contains("choice,")).flatMap(text -> HOLE.splitAsStream(text)).flatMap(text -> Stream.of(text.split("[|\n]")))
                .map(text -> text.replace("''", "'").replaceAll("\\s+", " ").strip()).filter(text -> !text.isEmpty());
    }
}
