// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** What holds for every page: accessible, no wider than a small screen, and each form tells who will read it. */
final class Inspection {
    private static final int HIGH = 900;
    private static final int NARROW = 320;
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final String SILENT_FORMS = """
            () => [...document.querySelectorAll('main form')].filter(form => form.querySelector('textarea') && !form.querySelector('.kb-audience')).map(form => form.action)""";
    /** Every kind of element with its classes and where it stands, whether it holds words, and the order of the headings and of the parts of the page: all that axe looks at. */
    private static final String SHAPE = """
            () => {
              const kinds = new Set(), look = (element, place) => {
                const attributes = [...element.attributes].filter(a => !/^(id|for|href|action|value|datetime|x|y|cx|cy|d|data-.*)$/.test(a.name) && !/[0-9a-f]{8}-/.test(a.value))
                const here = `${place}>${element.tagName}${attributes.map(a => `[${a.name}=${a.value}]`).join('')}${element.textContent.trim() ? '' : '!'}`
                kinds.add(here)
                for (const child of element.children) look(child, here)
              }
              look(document.body, '')
              return [...kinds, [...document.querySelectorAll('h1, h2, h3, h4')].map(h => h.tagName).filter((h, at, all) => h !== all[at - 1]).join(),
                [...document.querySelectorAll('header, nav, main, aside, footer, section[aria-label], section[aria-labelledby], form[aria-label]')].map(place => `${place.tagName} ${place.ariaLabel}`).join()]
            }""";
    /** Only what is wrong: to list all that is right costs more than to find it. */
    private static final String VIOLATIONS = """
            tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
              .then(found => found.violations.map(rule => `${rule.id}: ${rule.nodes.map(node => `${node.html} ${node.failureSummary}`)}`))""";
    private static final Set<String> SHAPES = new HashSet<>();
    private static final AtomicInteger PAGES = new AtomicInteger();
    private static final AtomicInteger BY_AXE = new AtomicInteger();
    private static final Set<String> KINDS = new TreeSet<>();

    private Inspection() {}

    @SuppressWarnings("unchecked")
    static void of(Page page) {
        // Of what was looked at before in the same place, axe would say the same.
        if (SHAPES.addAll((List<String>) page.evaluate(SHAPE))) {
            axe(page);
            BY_AXE.incrementAndGet();
        }
        assertThat(page.evaluate(SILENT_FORMS)).as("forms on %s that do not say who will read them", page.url()).isEqualTo(List.of());
        int chosen = page.viewportSize().width;
        page.setViewportSize(NARROW, HIGH);
        int width = (int) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(width).as("width of %s on a screen of %s", page.url(), NARROW).isLessThanOrEqualTo(NARROW);
        page.setViewportSize(chosen, HIGH);
        PAGES.incrementAndGet();
        KINDS.add(URI.create(page.url()).getPath().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"));
    }

    private static void axe(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat(page.evaluate(VIOLATIONS, RULES)).as("axe on %s", page.url()).isEqualTo(List.of());
    }

    /** How much has been looked at so far. */
    static String summary() {
        return PAGES + " pages looked at with 320 pixels, " + BY_AXE + " of them with axe, for their " + SHAPES.size() + " shapes, of " + KINDS.size() + " kinds: " + KINDS;
    }
}
