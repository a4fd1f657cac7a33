// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern WORDS = Pattern.compile("\\p{L}\\p{Ll}+[,.]?\\s+\\p{Ll}{2,}");
    private static final Pattern SPOKEN = Pattern.compile("\\b(?:alt|title|placeholder|aria-label|label|data-text-[a-z-]+)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    /** What one types is kept while one types, or stands here: by template and field, why losing it loses nothing that was thought out. */
    private static final Map<String, String> NOT_KEPT = Map.ofEntries(
            Map.entry("lesson/form.html themes", "a few words from a list"),
            Map.entry("lesson/harvest.html themes", "a few words from a list"),
            Map.entry("lesson/harvest.html exact", "a copy of what stands on the page"),
            Map.entry("review/show.html exact", "a copy of what stands on the page"),
            Map.entry("tags/importform.html csv", "a copy of a list that one has"),
            Map.entry("tags/both.html part.input", "both texts it joins are saved until it is sent"),
            Map.entry("review/start.html title", "one line, with which the concept begins that saves itself"),
            Map.entry("review/suggestions.html title", "one line that was typed before"),
            Map.entry("round/form.html title", "a name"),
            Map.entry("round/edit.html title", "a name"),
            Map.entry("programme/form.html name", "a name"),
            Map.entry("review/show.html name", "a name"),
            Map.entry("matching/round.html other", "a name"),
            Map.entry("review/session.html location", "an address"));
    private static final Pattern TYPED = Pattern.compile("\\{#field\\b(?:[^{}']|'[^']*')*}|<textarea\\b[^>]*>|<input\\b[^>]*type=\"text\"[^>]*>");
    private static final Pattern NAMED = Pattern.compile("\\bname=(?:'([^']*)'|\"([^\"]*)\"|([\\w.]+))");
    /** Shorter than this is a word or two. */
    private static final int LONG = 80;

    @Test
    void a_longer_text_that_one_types_is_kept_as_a_draft_or_its_exception_has_a_reason() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path template : templates()) {
            if (!template.endsWith(Path.of("tags", "field.html"))) {
                String text = withoutComments(Files.readString(TEMPLATES.resolve(template)));
                TYPED.matcher(text).results().filter(field -> isLong(field.group()) && !isKept(text, field)).forEach(field -> {
                    Matcher named = NAMED.matcher(field.group());
                    assertThat(named.find()).isTrue();
                    lost.add(template.toString().replace('\\', '/') + " " + Stream.of(named.group(1), named.group(2), named.group(3)).filter(Objects::nonNull).findFirst().orElseThrow());
                });
            }
        }
        assertThat(new TreeSet<>(lost)).isEqualTo(new TreeSet<>(NOT_KEPT.keySet()));
    }

    private static boolean isLong(String field) {
        Matcher control = Pattern.compile("\\bcontrol='(\\w+)'").matcher(field);
        Matcher most = Pattern.compile("\\bmaxlength=\"?(\\d+)").matcher(field);
        boolean area = field.startsWith("<textarea");
        boolean text = !field.startsWith("{") || !control.find() || area || control.group(1).matches("text|textarea");
        return text && (area || field.contains("control='textarea'") || !most.find() || Integer.parseInt(most.group(1)) > LONG);
    }

    /** By a key of its own, or with the whole form it stands in. */
    private static boolean isKept(String text, MatchResult field) {
        int form = text.lastIndexOf("<form", field.start());
        boolean within = form > text.lastIndexOf("</form>", field.start());
        return field.group().matches("(?s).*\\b(draft|keep|data-draft|data-keep)=.*") || within && text.substring(form, field.start()).matches("(?s).*\\bdata-(autosave|draft-form|keep-form)=.*");
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).map(TEMPLATES::relativize).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_says_nothing_in_its_own_words(Path template) throws IOException {
        assertThat(words(Files.readString(TEMPLATES.resolve(template)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Hier staat tekst</p>", "<img alt=\"een plaat\">", "{#field label='Uw naam' /}", "<p>{x} en nog {y} meer</p>\n<p>los woord</p>", "<a title=\"lees meer\">"})
    void words_in_a_template_are_noticed(String template) {
        assertThat(words(template)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothing_is_printed_unescaped(Path template) throws IOException {
        String code = withoutComments(Files.readString(TEMPLATES.resolve(template))).replaceAll("\\bt:[\\w.-]+", "");
        assertThat(code).doesNotContainPattern("\\.(raw|safe)\\b|\\|\\s*(raw|safe)\\b");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_script_or_style_stands_in_a_page(Path template) throws IOException {
        String text = withoutComments(Files.readString(TEMPLATES.resolve(template)));
        assertThat(text).doesNotContainPattern("(?i)<script(?![^>]*\\bsrc=\"/)|<style|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*\"|javascript:");
        assertThat(text).as("nothing comes from elsewhere").doesNotContainPattern("(?i)\\b(src|href|action)\\s*=\\s*\"(https?:)?//");
    }

    /** The list of errors on top says which field it means. */
    @Test
    void a_field_that_can_be_wrong_has_a_name_for_the_list_of_errors() throws IOException {
        Pattern field = Pattern.compile("\\{#field name='([A-Za-z.]+)'[^}]*error=");
        nl.klankbord.shared.Texts texts = new nl.klankbord.shared.Texts();
        List<String> nameless = new java.util.ArrayList<>();
        for (Path template : templates()) {
            field.matcher(Files.readString(TEMPLATES.resolve(template))).results()
                    // A field of a row is named by its row.
                    .filter(found -> !found.group().contains("inRow=true")).map(found -> "field." + found.group(1))
                    .filter(key -> nl.klankbord.shared.Texts.LANGUAGES.stream().anyMatch(language -> !texts.has(language, key))).forEach(nameless::add);
        }
        assertThat(nameless).isEmpty();
    }

    /** A name that is wrong would take the button away without a word. */
    @Test
    void a_page_asks_only_for_deeds_that_there_are_and_no_two_have_one_name() throws IOException {
        List<String> deeds = constants("Deed.java", "(?m)^ {4}([A-Z_]+)\\(");
        List<String> actions = constants("Policy.java", "\\b([A-Z][A-Z_]+)\\b");
        assertThat(deeds).contains("REFLECT").doesNotHaveDuplicates();
        for (Path template : templates()) {
            List<String> asked = Pattern.compile("\\bmay\\('(\\w+)'\\)").matcher(Files.readString(TEMPLATES.resolve(template))).results().map(found -> found.group(1)).toList();
            assertThat(Stream.concat(deeds.stream(), actions.stream()).toList()).as("%s", template).containsAll(asked);
        }
    }

    private static List<String> constants(String files, String pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            for (Path file : all.filter(one -> one.toString().endsWith(files)).toList()) {
                Pattern.compile(pattern).matcher(Files.readString(file)).results().forEach(constant -> found.add(constant.group(1)));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_form_that_changes_something_carries_its_token(Path template) throws IOException {
        Pattern form = Pattern.compile("(?s)<form\\b[^>]*method=\"post\"[^>]*>(.*?)</form>");
        assertThat(form.matcher(withoutComments(Files.readString(TEMPLATES.resolve(template)))).results().map(found -> found.group(1))).allMatch(body -> body.contains("{#csrf"));
    }

    @Test
    void every_template_is_written_out_in_one_of_our_folders() throws IOException {
        assertThat(templates()).isNotEmpty().allMatch(template -> template.toString().endsWith(".html"));
    }

    /** What would show or be read out as words of the template itself: between tags, in spoken attributes, and in quotes within expressions. */
    private static List<String> words(String template) {
        String text = withoutComments(template);
        Stream<String> quoted = Pattern.compile("\\{[^{}]*}").matcher(text).results().flatMap(expression -> QUOTED.matcher(expression.group()).results().map(found -> found.group(1)));
        String plain = text.replaceAll("\\{[^{}]*}", "{}");
        Stream<String> spoken = SPOKEN.matcher(plain).results().map(found -> found.group(1));
        Stream<String> shown = Stream.of(plain.replaceAll("<[^>]*>", "<>").split("<>|\\{}"));
        return Stream.of(quoted, spoken, shown).flatMap(parts -> parts).filter(part -> WORDS.matcher(part).find()).map(String::strip).toList();
    }

    private static String withoutComments(String template) {
        return template.replaceAll("(?s)\\{!.*?!}", "").replaceAll("(?s)<!--.*?-->", "");
    }
}
