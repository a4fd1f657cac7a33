// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Texts TEXTS = new Texts();

    static List<String> parts() {
        return Texts.PARTS;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void both_languages_say_the_same_things(String part) throws IOException {
        Map<String, String> dutch = bundle(part, "nl");
        Map<String, String> english = bundle(part, "en");
        assertThat(english.keySet()).isEqualTo(dutch.keySet());
        assertThat(dutch.keySet()).allSatisfy(key -> assertThat(figures(english.get(key))).as(key).isEqualTo(figures(dutch.get(key))));
    }

    @Test
    void a_key_stands_in_one_bundle_once() throws IOException {
        Map<String, Long> times = new TreeMap<>();
        for (String part : Texts.PARTS) {
            for (String line : Files.readAllLines(MESSAGES.resolve(part + ".nl.properties"))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    times.merge(line.substring(0, line.indexOf('=')).strip(), 1L, Long::sum);
                }
            }
        }
        assertThat(times).allSatisfy((key, count) -> assertThat(count).as(key).isEqualTo(1));
    }

    @Test
    void every_bundle_is_read() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(Texts.PARTS.stream()
                    .flatMap(part -> Texts.LANGUAGES.stream().map(language -> part + "." + language + ".properties")).toList());
        }
    }

    @Test
    void every_text_says_something_and_takes_its_figures() {
        for (Locale language : Texts.LANGUAGES) {
            assertThat(TEXTS.all(language)).allSatisfy((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                Object[] arguments = Stream.of(0, 1, 2, 3).map(i -> text.contains("{" + i + ",") ? (Object) (i + 1) : "woord" + i).toArray();
                String filled = TEXTS.get(language, key, arguments);
                assertThat(filled).as(key).doesNotContainPattern("[{}]");
                assertThat(filled.chars().filter(c -> c == '\'').count()).as("%s keeps its apostrophes", key).isEqualTo(text.chars().filter(c -> c == '\'').count());
                figures(text).stream().filter(figure -> !text.contains("{" + figure + ",")).forEach(figure -> assertThat(filled).as(key).contains("woord" + figure));
            });
        }
    }

    @Test
    void a_key_that_does_not_exist_is_a_bug() {
        assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> TEXTS.get(Texts.LANGUAGES.getFirst(), "no.such.key"));
        assertThat(TEXTS.has(Texts.LANGUAGES.getFirst(), "no.such.key")).isFalse();
    }

    /** The numbers of the figures that are filled in. */
    static Set<String> figures(String text) {
        return Pattern.compile("\\{(\\d+)").matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> bundle(String part, String language) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(MESSAGES.resolve(part + "." + language + ".properties"))));
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> a, TreeMap::new));
    }
}
