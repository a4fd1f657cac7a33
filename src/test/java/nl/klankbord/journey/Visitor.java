// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.klankbord.testsupport.Chromium;
import nl.klankbord.testsupport.LocalServices;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Somebody with a browser of her own, signed in through Keycloak's own pages. Every page she comes to is inspected; what
 * her browser complains of, and every request to somewhere else, fails the test.
 */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE = 60_000;
    private static final int HIGH = 900;
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final String AUTOSAVE_SAVED = "[data-draft-status][data-state=saved]";
    private static Browser chromium;
    private final BrowserContext context;
    private final Page page;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();
    private final List<Response> refused = new ArrayList<>();

    private Visitor(BrowserContext context, boolean scripts) {
        this.context = context;
        this.scripts = scripts;
        String home = base();
        String signIn = origin(LocalServices.ports().config().get("quarkus.oidc.auth-server-url"));
        context.onRequest(request -> note(!request.url().startsWith(home) && !request.url().startsWith(signIn) && !request.url().startsWith("data:"), "a request to " + request.url()));
        // What axe puts into a page comes from no address.
        context.onConsoleMessage(message -> note(message.type().equals("error") && !message.text().startsWith("Failed to load resource") && !message.location().startsWith(signIn) && !message.location().startsWith(":"),
                message.text() + " " + message.location()));
        context.onWebError(error -> note(error.page() == null || error.page().url().startsWith(home), error.error()));
        context.onResponse(response -> {
            // Axe reads style sheets by itself, and looks for what they import beside the page.
            boolean byAxe = response.request().resourceType().equals("xhr") && response.url().endsWith(".css");
            if (response.status() >= 400 && response.url().startsWith(home) && !byAxe) {
                refused.add(response);
            }
        });
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
    }

    private void note(boolean wrong, String what) {
        if (wrong) {
            complaints.add(what);
        }
    }

    static Visitor anonymous() {
        return new Visitor(browser().newContext(options()), true);
    }

    /** With a small screen, and nobody signed in. */
    static Visitor onAPhone() {
        return new Visitor(browser().newContext(options().setViewportSize(NARROW, HIGH)), true);
    }

    static Visitor as(String user) {
        return anonymous().signIn(user);
    }

    static Visitor withoutScripts(String user) {
        return new Visitor(browser().newContext(options().setJavaScriptEnabled(false)), false).signIn(user);
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(WIDE, HIGH).setLocale("nl-NL").setTimezoneId("Europe/Amsterdam").setReducedMotion(ReducedMotion.REDUCE);
    }

    private static synchronized Browser browser() {
        if (chromium == null) {
            // Leaves with this JVM.
            chromium = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))).chromium()
                    .launch(new BrowserType.LaunchOptions().setExecutablePath(Chromium.path()));
        }
        return chromium;
    }

    private Visitor signIn(String user) {
        page.navigate(base() + "/login");
        page.fill("#username", user);
        page.fill("#password", user);
        page.waitForNavigation(() -> page.click("[type=submit]"));
        assertThat(page.url()).as("where signing in leads").startsWith(base());
        return this;
    }

    Page page() {
        return page;
    }

    /** Another tab of the same browser. */
    Page newTab() {
        return context.newPage();
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to an address of ours. */
    Visitor open(String path) {
        return openRefused(200, path);
    }

    /** Goes to an address and is told no. */
    Visitor openRefused(int status, String path) {
        Response answer = page.navigate(base() + path);
        // Only the part after the hash differs: the same page is shown.
        if (answer != null) {
            arrived(status, answer);
        }
        return this;
    }

    Visitor follow(String link) {
        return follow(main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true)));
    }

    Visitor follow(Locator link) {
        arrive(200, link::click);
        return this;
    }

    Visitor press(String button) {
        return press(main(), button);
    }

    Visitor press(Locator within, String button) {
        arrive(200, () -> button(within, button).click());
        return this;
    }

    /** Sends a form that comes back with what is wrong. */
    Visitor pressRefused(int status, Locator within, String button) {
        arrive(status, () -> button(within, button).click());
        return this;
    }

    /** A key that sends a form or follows a link. */
    Visitor strike(int status, String key) {
        arrive(status, () -> page.keyboard().press(key));
        return this;
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Visitor write(String label, String text) {
        return write(main(), label, text);
    }

    Visitor write(Locator within, String label, String text) {
        field(within, label).fill(text);
        return this;
    }

    Visitor choose(Locator within, String label) {
        field(within, label).check();
        return this;
    }

    Visitor choose(String label) {
        return choose(main(), label);
    }

    /** A field by its label, with or without the words that it is optional; of a choice the hint is part of the label. */
    static Locator field(Locator within, String label) {
        String words = label.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
        return within.getByLabel(Pattern.compile("^\\s*" + words + "(\\s*\\(.*\\)|[A-Z].*)?\\s*$"));
    }

    Locator field(String label) {
        return field(main(), label);
    }

    /** Opens what is folded. */
    Visitor unfold(Locator within, String summary) {
        within.locator("summary", new Locator.LocatorOptions().setHasText(summary)).first().click();
        return this;
    }

    /** Selects words with the mouse's result, not its way. */
    Visitor select(String words, Locator place) {
        place.first().evaluate("""
                (element, words) => {
                  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf(words)
                    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length)
                  }
                  throw new Error('not here: ' + words)
                }""", words);
        return this;
    }

    /** Says something about what is selected, by the button that comes up beside it. */
    Visitor say() {
        page.locator(".kb-say").click();
        return this;
    }

    Visitor waitUntilSaved() {
        page.locator(AUTOSAVE_SAVED).first().waitFor();
        return this;
    }

    Visitor sees(String... words) {
        assertThat(main().innerText()).as("what %s shows", page.url()).contains(words);
        return this;
    }

    Visitor seesNot(String... words) {
        // All of the page, not only what it shows.
        assertThat(page.content()).as("what %s holds", page.url()).doesNotContain(words);
        return this;
    }

    Locator main() {
        return page.locator("main");
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    private void arrive(int status, Runnable deed) {
        arrived(status, page.waitForNavigation(deed));
    }

    private void arrived(int status, Response answer) {
        assertThat(answer.status()).as("%s %s", answer.request().method(), answer.url()).isEqualTo(status);
        page.waitForLoadState();
        refused.removeIf(response -> response.status() == status && response.request().isNavigationRequest() || isSave(response.request()) && status != 200);
        assertThat(refused.stream().map(response -> response.status() + " " + response.url())).isEmpty();
        assertThat(complaints).as("what the browser complains of").isEmpty();
        if (scripts) {
            Inspection.of(page);
            // Axe adds styles and reads style sheets in ways that our pages do not allow.
            complaints.clear();
            refused.clear();
        }
    }

    /** A text that is wrong does not save itself either. */
    private static boolean isSave(Request request) {
        return request.url().contains("/drafts/") || request.url().endsWith("/autosave");
    }

    static String base() {
        return ConfigProvider.getConfig().getValue("test.url", String.class).replaceFirst("/$", "");
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public void close() {
        context.close();
    }
}
