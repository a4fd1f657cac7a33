// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "<script>alert(1)</script>", "<SCRIPT SRC=//x.example></SCRIPT>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<style>body{display:none}</style>",
            "<p style=\"position:fixed\">x</p>", "<a href=\"javascript:alert(1)\">x</a>", "<iframe src=https://x.example></iframe>", "<form action=https://x.example><input></form>",
            "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\nscript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:x)",
            "![x](https://x.example/pixel.png)", "![x](javascript:alert(1))", "<https://x.example/\" onmouseover=alert(1)>", "[x](https://x.example \"a\\\" onmouseover=alert(1)\")",
            "<b onclick=alert(1)>x</b>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//x.example>", "<a href=x style=x onfocus=x autofocus>x</a>", "<div\nonclick=alert(1)>x"})
    void nothing_that_runs_loads_or_paints_survives(String text) {
        String html = SafeHtml.fromMarkdown(text).getValue();
        // Tags are what a browser acts on; the rest of the text is text.
        List<String> tags = java.util.regex.Pattern.compile("<[^>]*>").matcher(html).results().map(found -> found.group().toLowerCase(java.util.Locale.ROOT)).toList();
        assertThat(tags).allMatch(tag -> tag.matches("</?(p|br ?/?|strong|em|ul|ol|li|blockquote|h3|h4|code|pre|a)( href=\"((https?|mailto):[^\"<>]*)?\"| rel=\"nofollow\")*>"));
        assertThat(html).doesNotContain("<script", "<img", "<style");
    }

    @Test
    void the_words_around_what_was_taken_out_stay() {
        assertThat(SafeHtml.fromMarkdown("voor <script>alert(1)</script> na").getValue()).startsWith("<p>voor ").contains("&lt;script").endsWith(" na</p>\n");
        assertThat(SafeHtml.fromMarkdown("a < b && c > d").getValue()).isEqualTo("<p>a &lt; b &amp;&amp; c &gt; d</p>\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "**vet** en *schuin* | <p><strong>vet</strong> en <em>schuin</em></p>",
            "> wat er stond | <blockquote>",
            "- een | <ul>",
            "1. een | <ol>",
            "### kop | <h3>kop</h3>",
            "`code` | <code>code</code>"})
    void plain_mark_up_works(String text, String html) {
        assertThat(SafeHtml.fromMarkdown(text).getValue()).contains(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout", "logout", "/LOGOUT", "/logout/", "/logout?x=1", "/logout#x", "//klankbord.example/logout", "https://klankbord.example/logout", "https://elders.example:8080/a/../logout",
            "/%6cogout", "/%6Cogou%74", "/dilemmas/..%2flogout", "/./logout;x=1", "\\\\logout", "/log&#10;out", "/log&Tab;out", "/login", "https://klankbord.example/login?from=/", "/signed-in?code=x"})
    void a_link_that_would_sign_a_reader_in_or_out_is_no_link(String url) {
        assertThat(SafeHtml.fromMarkdown("[lees dit](" + url + ")").getValue()).doesNotContain("<a").contains("lees dit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/texts", "/help/logout-uitleg", "/search?q=logout", "https://vng.nl/artikel/login-beleid#logout", "https://vng.nl/100%", "https://vng.nl/%zz"})
    void a_link_that_only_speaks_of_it_stays_one(String url) {
        assertThat(SafeHtml.fromMarkdown("[lees dit](" + url + ")").getValue()).contains("<a href=");
    }

    @Test
    void a_link_to_the_web_or_a_mailbox_works_and_is_not_vouched_for() {
        assertThat(SafeHtml.fromMarkdown("[vng](https://vng.nl/a?b=c)").getValue()).contains("<a href=\"https://vng.nl/a?b&#61;c\" rel=\"nofollow\">vng</a>");
        assertThat(SafeHtml.fromMarkdown("[mail](mailto:noor@example.nl)").getValue()).contains("href=\"mailto:noor&#64;example.nl\"");
    }

    @Test
    void a_heading_of_a_writer_never_outranks_those_of_the_page() {
        assertThat(SafeHtml.fromMarkdown("# groot\n\n## ook\n\n### nog\n\n###### klein").getValue()).matches("(?s)<h[34]>groot</h[34]>\\s*<h[34]>ook</h[34]>\\s*<h[34]>nog</h[34]>\\s*<h[34]>klein</h[34]>\\s*");
    }

    @Test
    void a_line_end_is_a_line_end() {
        assertThat(SafeHtml.fromMarkdown("een\ntwee").getValue()).contains("een<br />twee");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "  \n ")
    void nothing_becomes_nothing(String text) {
        assertThat(SafeHtml.fromMarkdown(text).getValue()).isEmpty();
    }

    @Test
    void marked_words_lead_to_what_is_said_about_them_and_a_mark_crosses_no_tag() {
        assertThat(marked("Een **jongere** wacht lang", mark(3, 15))).isEqualTo("<p>Een <strong><mark>jongere</mark></strong> <mark>wacht</mark>" + link() + " lang</p>\n");
    }

    @Test
    void marks_may_overlap_and_each_has_its_own_link() {
        UUID other = new UUID(0, 2);
        String html = marked("een twee drie", mark(0, 7), new SafeHtml.Mark(3, 11, other, "b"));
        assertThat(html).containsOnlyOnce("id=\"p-" + ABOUT).containsOnlyOnce("id=\"p-" + other);
        assertThat(html.replaceAll("<[^>]*>", "")).isEqualTo("een twee drie\n");
    }

    @Test
    void a_link_of_a_mark_never_stands_within_another_link() {
        assertThat(marked("zie [de site](https://x.example) nu", mark(3, 5))).contains("<mark>de</mark> site</a>" + link());
    }

    @Test
    void a_mark_changes_no_text_and_lets_none_through() {
        for (String text : List.of("a < b && c", "<script>alert(1)</script> *x*", "{{x}} \"q\" 'r' 😀 é", "- een\n- twee\n\n> drie")) {
            int letters = SafeHtml.letters(text).length();
            for (int start = 0; start < letters; start++) {
                String html = marked(text, mark(start, Math.min(letters, start + 3)));
                assertThat(html.replaceAll("</?mark>|<a class=\"kb-passage\"[^>]*></a>", "")).isEqualTo(SafeHtml.fromMarkdown(text).getValue());
            }
        }
        assertThat(SafeHtml.fromText("<b> & \"x\"", List.of(mark(0, 1))).getValue()).startsWith("&lt;<mark>b</mark>").endsWith("&gt; &amp; &#34;x&#34;");
        assertThat(SafeHtml.fromText("x", List.of(new SafeHtml.Mark(0, 1, ABOUT, "\"><script>"))).getValue()).doesNotContain("<script");
    }

    private static final UUID ABOUT = new UUID(0, 1);

    private static SafeHtml.Mark mark(int start, int end) {
        return new SafeHtml.Mark(start, end, ABOUT, "wie");
    }

    private static String link() {
        return "<a class=\"kb-passage\" id=\"p-" + ABOUT + "\" href=\"#c-" + ABOUT + "\" aria-label=\"wie\"></a>";
    }

    private static String marked(String text, SafeHtml.Mark... marks) {
        return SafeHtml.fromMarkdown(text, List.of(marks)).getValue();
    }
}
