// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** What holds for every page: accessible, no wider than a small screen, and each form tells who will read it. */
final class Inspection {
    private static final int WIDE = 1280;
    private static final int HIGH = 900;
    private static final int NARROW = 320;
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final String SILENT_FORMS = """
            () => [...document.querySelectorAll('main form')].filter(form => form.querySelector('textarea') && !form.querySelector('.kb-audience')).map(form => form.action)""";
    private static final AtomicInteger PAGES = new AtomicInteger();
    private static final Set<String> KINDS = new TreeSet<>();

    private Inspection() {}

    static void of(Page page) {
        var violations = new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList()))
                .as("axe on %s", page.url()).isEmpty();
        assertThat(page.evaluate(SILENT_FORMS)).as("forms on %s that do not say who will read them", page.url()).isEqualTo(List.of());
        page.setViewportSize(NARROW, HIGH);
        int width = (int) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(width).as("width of %s on a screen of %s", page.url(), NARROW).isLessThanOrEqualTo(NARROW);
        page.setViewportSize(WIDE, HIGH);
        PAGES.incrementAndGet();
        KINDS.add(URI.create(page.url()).getPath().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"));
    }

    /** How much has been looked at so far. */
    static String summary() {
        return PAGES + " pages looked at with axe and at 320 pixels, of " + KINDS.size() + " kinds: " + KINDS;
    }
}
