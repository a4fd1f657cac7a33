// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.quarkus.qute.RawString;
import org.commonmark.node.Node;
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
            .allowUrlProtocols("https", "http", "mailto").allowAttributes("href").onElements("a").requireRelNofollowOnLinks().toFactory();

    private SafeHtml() {}

    public static RawString fromMarkdown(String text) {
        if (text == null || text.isBlank()) {
            return new RawString("");
        }
        Node document = PARSER.parse(text);
        return new RawString(POLICY.sanitize(RENDERER.render(document)));
    }

}
