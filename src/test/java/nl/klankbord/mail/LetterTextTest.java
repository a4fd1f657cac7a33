// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTextTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    /** What officials were told of the placeholders, in templates-docs/README.md. */
    private static final Map<String, Set<String>> TOLD = Map.ofEntries(entry("invitation", Set.of("naam", "programma", "antwoordVoor", "minuten", "link", "contact")),
            entry("facilitation", Set.of("naam", "programma", "antwoordVoor", "minuten", "link", "contact")),
            entry("cancellation", Set.of("naam", "programma", "datum", "begin", "einde", "contact")),
            entry("withdrawal", Set.of("naam", "programma", "link", "contact")),
            entry("extension", Set.of("naam", "programma", "oud", "nieuw", "link", "contact")),
            entry("pause", Set.of("naam", "programma", "oud", "link", "contact")),
            entry("resumption", Set.of("naam", "programma", "oud", "nieuw", "link", "contact")),
            entry("session", Set.of("naam", "programma", "datum", "begin", "einde", "minuten", "link", "contact")),
            entry("guest", Set.of("naam", "programma", "link", "dagen", "contact")),
            entry("own_texts", Set.of("naam", "programma", "link", "dagen", "contact")),
            entry("coordinator", Set.of("naam", "programma", "link", "contact")),
            entry("newcomer", Set.of("naam", "programma", "link", "contact")),
            entry("consent", Set.of("naam", "programma", "antwoordVoor", "minuten", "link", "contact")),
            entry("reminder", Set.of("naam", "programma", "taak", "wanneer", "minuten", "link", "contact")),
            entry("retention", Set.of("naam", "programma", "datum", "link", "contact")),
            entry("welcome", Set.of("naam", "account", "programma", "link", "contact")),
            entry("proposal", Set.of("naam", "programma", "minuten", "link", "contact")),
            entry("return", Set.of("naam", "minuten", "link", "contact")),
            entry("relief", Set.of("naam", "minuten", "link", "contact")),
            entry("hidden", Set.of("naam", "programma", "link", "contact")),
            entry("hidden_report", Set.of("naam", "programma", "ronde", "link")),
            entry("shown", Set.of("naam", "programma", "link", "contact")));
    /** Words that many a Dutch sentence has and no English one. */
    static final Pattern DUTCH = Pattern.compile("(?iu)\\b(de|het|een|van|voor|niet|naar|met|bij|uw|ook|dat|wordt|uur|uiterlijk|maandag|dinsdag|woensdag|donderdag|vrijdag|januari|februari|maart|mei|juni|juli|augustus|oktober)\\b");
    private static final Set<String> MAY_BE_IN_A_SUBJECT = Set.of("antwoordVoor", "datum", "begin");

    @ParameterizedTest
    @EnumSource
    void every_letter_has_a_text_in_both_languages_with_the_same_placeholders(Letter.Kind kind) throws IOException {
        assertThat(placeholders(text(kind, "nl"))).isEqualTo(TOLD.get(name(kind))).isEqualTo(placeholders(text(kind, "en")));
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_leaves_no_placeholder_open(Letter.Kind kind) {
        LetterText letter = LetterText.of(letter(kind, Map.of()));
        assertThat(letter.subject() + letter.body()).doesNotContain("{", "}");
        TOLD.get(name(kind)).forEach(placeholder -> assertThat(letter.subject() + letter.body()).contains("<" + placeholder + ">"));
    }

    @ParameterizedTest
    @EnumSource
    void who_writes_a_letter_fills_in_all_its_placeholders(Letter.Kind kind) {
        assertThat(writers(kind)).isNotEmpty().allSatisfy(code -> TOLD.get(name(kind)).forEach(placeholder -> assertThat(code).contains("\"" + placeholder + "\",")));
    }

    @ParameterizedTest
    @EnumSource
    void a_subject_says_what_is_asked_and_when_and_no_more(Letter.Kind kind) throws IOException {
        for (String language : List.of("nl", "en")) {
            assertThat(text(kind, language)).startsWith("Subject: Klankbord: ");
            assertThat(MAY_BE_IN_A_SUBJECT).containsAll(placeholders(text(kind, language).lines().findFirst().orElseThrow()));
            assertThat(text(kind, language).lines().skip(1).findFirst()).as("an empty line after the subject").contains("");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_with_a_line_end_starts_no_header_and_no_line(Letter.Kind kind) {
        for (String placeholder : TOLD.get(name(kind))) {
            LetterText letter = LetterText.of(letter(kind, Map.of(placeholder, "x\r\nBcc: iedereen@example.nl\r\n\r\nGeachte\u000bheer\ftest")));
            assertThat(letter.subject()).doesNotContain("\r", "\n");
            assertThat(letter.body().lines()).noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("Geachte") || line.startsWith("heer"));
            assertThat(letter.body().lines().count()).isEqualTo(LetterText.of(letter(kind, Map.of())).body().lines().count());
        }
    }

    @Test
    void a_value_may_hold_signs_that_mean_something_elsewhere() {
        LetterText letter = LetterText.of(letter(Letter.Kind.INVITATION, Map.of("naam", "Noor $1 \\ & <b>", "contact", "Kees, kees@example.nl")));
        assertThat(letter.body()).startsWith("Beste Noor $1 \\ & <b>,\n").contains("Stel ze aan Kees, kees@example.nl.").endsWith("Klankbord\n");
    }

    @ParameterizedTest
    @EnumSource
    void an_english_reader_reads_no_dutch(Letter.Kind kind) throws IOException {
        assertThat(DUTCH.matcher(text(kind, "en")).results().map(MatchResult::group)).isEmpty();
        assertThat(DUTCH.matcher(text(kind, "nl")).find()).as("these words would be found").isTrue();
        LetterText english = LetterText.of(letter("en", kind, Map.of()));
        assertThat(english.body()).startsWith("Dear <naam>,").isNotEqualTo(LetterText.of(letter(kind, Map.of())).body());
        assertThat(english.subject()).isNotEqualTo(LetterText.of(letter(kind, Map.of())).subject());
    }

    @ParameterizedTest
    @EnumSource
    void who_writes_a_letter_asks_for_the_language_of_its_reader(Letter.Kind kind) {
        assertThat(writers(kind)).isNotEmpty().allSatisfy(code -> assertThat(code).contains("Texts.locale(").contains("language").doesNotContain("Locale.of("));
    }

    private static Letter letter(Letter.Kind kind, Map<String, String> instead) {
        return letter("nl", kind, instead);
    }

    private static Letter letter(String language, Letter.Kind kind, Map<String, String> instead) {
        Map<String, Object> values = new HashMap<>();
        TOLD.get(name(kind)).forEach(placeholder -> values.put(placeholder, "<" + placeholder + ">"));
        values.putAll(instead);
        return new Letter(null, "noor@example.nl", Texts.locale(language), kind, values);
    }

    private static String name(Letter.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Letter.Kind kind, String language) throws IOException {
        try (var in = LetterTextTest.class.getResourceAsStream("/mail/" + name(kind) + "." + language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> writers(Letter.Kind kind) {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(path -> path.toString().endsWith(".java")).map(LetterTextTest::read).filter(code -> code.contains("Letter.Kind." + kind)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
