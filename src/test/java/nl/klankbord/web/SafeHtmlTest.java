// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
