// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Text that people wrote, turned from Markdown into HTML and stripped of all but plain mark-up. The only unescaped output there is. */
public final class SafeHtml {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>").build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "code", "pre", "a")
            .allowElements((name, attributes) -> "h3", "h1", "h2").allowElements((name, attributes) -> "h4", "h5", "h6")
            .allowUrlProtocols("https", "http", "mailto").allowAttributes("href").matching((element, attribute, url) -> signsInOrOut(url) ? null : url).onElements("a").requireRelNofollowOnLinks().toFactory();

    private static final Pattern SEEN_NOT = Pattern.compile("<[^>]*>|&[#\\w]+;");
    /** A tag, a character that is written as its name, or any other character. */
    private static final Pattern PIECES = Pattern.compile("(?s)<[^>]*>|&[#\\w]+;|.");

    private static final Set<String> SIGN_IN = Set.of("logout", "login", "signed-in");
    /** What browsers leave out of an address. */
    private static final Pattern UNREAD = Pattern.compile("[\\p{Cntrl}\\s]");
    private static final Pattern ENCODED = Pattern.compile("%(\\p{XDigit}{2})");

    private SafeHtml() {}

    public static RawString fromMarkdown(String text) {
        if (text == null || text.isBlank()) {
            return new RawString("");
        }
        return new RawString(html(text));
    }

    /** The same with some of its words marked, each with a link to what is said about them. */
    public static RawString fromMarkdown(String text, List<Mark> marks) {
        return marks.isEmpty() ? fromMarkdown(text) : new RawString(marked(html(text), marks));
    }

    /** Text without mark-up of its own, with some of its words marked. */
    public static RawString fromText(String text, List<Mark> marks) {
        return new RawString(marked(escaped(text), marks));
    }

    /** Only the letters and digits that a reader sees: what a mark counts in. */
    public static String letters(String markdown) {
        return markdown == null || markdown.isBlank() ? "" : lettersOf(SEEN_NOT.matcher(html(markdown)).replaceAll(" "));
    }

    /** Only the letters and digits of a text. */
    public static String lettersOf(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String html(String markdown) {
        return POLICY.sanitize(RENDERER.render(PARSER.parse(markdown)));
    }

    /** Whoever follows a link to there is signed out by it. Nobody can tell here which host is our own, so it holds for all; written in any of the ways in which a browser reads the same. */
    private static boolean signsInOrOut(String url) {
        String path = ENCODED.matcher(url.split("[?#]", 2)[0]).replaceAll(sign -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(sign.group(1), 16))));
        return Arrays.stream(UNREAD.matcher(path).replaceAll("").toLowerCase(Locale.ROOT).split("[/\\\\;?#]")).anyMatch(SIGN_IN::contains);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&#34;").replace("'", "&#39;");
    }

    /**
     * Walks over safe HTML from tag to tag; a mark crosses none. Behind the words stands the link to what is said about
     * them, outside of a link that was there already. What is put in between holds nothing that anyone wrote but the label.
     */
    private static String marked(String html, List<Mark> marks) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        boolean open = false;
        boolean inLink = false;
        List<Mark> ended = new ArrayList<>();
        for (MatchResult piece : PIECES.matcher(html).results().toList()) {
            String text = piece.group();
            boolean letter = text.length() <= 2 && Character.isLetterOrDigit(text.codePointAt(0));
            int here = at;
            boolean within = marks.stream().anyMatch(mark -> mark.start < here + (letter ? 1 : 0) && here < mark.end);
            if (open && (text.startsWith("<") || !within)) {
                out.append("</mark>");
                open = false;
            }
            if (letter && within && !open) {
                out.append("<mark>");
                open = true;
            }
            out.append(text);
            inLink = text.startsWith("<a ") || inLink && !text.equals("</a>");
            at += letter ? text.length() : 0;
            if (letter) {
                int behind = at;
                ended.addAll(marks.stream().filter(mark -> here < mark.end && mark.end <= behind).toList());
            }
            if (!ended.isEmpty() && !inLink) {
                out.append(open ? "</mark>" : "");
                open = false;
                ended.forEach(mark -> out.append("<a class=\"kb-passage\" id=\"p-").append(mark.about).append("\" href=\"#c-").append(mark.about).append("\" aria-label=\"").append(escaped(mark.label)).append("\"></a>"));
                ended.clear();
            }
        }
        return out.append(open ? "</mark>" : "").toString();
    }

    /**
     * Words that something is said about.
     *
     * @param start counted in letters and digits; @param about id of what is said; @param label of the link to it
     */
    public record Mark(int start, int end, UUID about, String label) {}
}
