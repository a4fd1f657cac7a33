// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a peer does, with Tab, Space and Enter and nothing else. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class KeyboardJourneyTest {
    private static final int MOST_STOPS = 90;
    private static final String QUESTION = "Wat ziet een inwoner hiervan?";
    private static final String REFLECTION = "Wij herkennen het zoeken naar een maat die past.";
    /** Where one is shows, and is on the screen. */
    private static final String SHOWS = """
            () => {
              const at = document.activeElement, box = at.getBoundingClientRect(), look = getComputedStyle(at)
              return at === document.body || box.bottom > 0 && box.top < innerHeight && look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
            }""";
    private Visitor venlo;

    @Test
    void a_peer_does_everything_by_keyboard() {
        Course course = Course.begun();
        venlo = Visitor.as("peer3").open(course.page());
        skipToTheText();
        stopAt(venlo.field("Ja, wij denken mee"));
        hit("Space");
        stopAt(button("Antwoord versturen"));
        venlo.strike(200, "Enter").sees(course.fixture().word("dilemma.question"));

        course.clarify();
        venlo.open(course.page());
        skipToTheText();
        stopAt(button("Vraag plaatsen"));
        venlo.strike(422, "Enter").sees("Er klopt iets nog niet");
        assertThat(venlo.page().evaluate("() => document.activeElement.getAttribute('role')")).as("where one is after a mistake").isEqualTo("alert");
        stopAt(venlo.at("[role=alert] a"));
        hit("Enter");
        assertThat((boolean) venlo.field("Uw vraag").evaluate("field => field === document.activeElement")).as("the link in the list of mistakes leads to the field").isTrue();
        venlo.page().keyboard().type(QUESTION);
        stopAt(venlo.at("#remark [data-passage] summary"));
        hit("Enter");
        stopAt(venlo.field("De woorden waar het over gaat"));
        venlo.page().keyboard().type(course.fixture().word("dilemma.tension"));
        stopAt(button("Voorbeeld"));
        hit("Space");
        venlo.at("#remark .kb-preview").waitFor();
        assertThat(venlo.at("#remark .kb-preview").innerText()).contains(QUESTION);
        stopAt(button("Vraag plaatsen"));
        venlo.strike(200, "Space").sees(QUESTION);
        assertThat(venlo.at("[data-quotable=tension] mark").innerText()).isEqualTo(course.fixture().word("dilemma.tension"));
        skipToTheText();
        stopAt(button("Dit herkennen wij"));
        venlo.strike(200, "Enter").sees("De kring ziet dat u dit herkent");

        course.reflect();
        venlo.open(course.page());
        skipToTheText();
        stopAt(venlo.main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Schrijf uw reflectie")));
        venlo.strike(200, "Enter");
        skipToTheText();
        stopAt(venlo.field("Wat herkent u, en wat valt u op?"));
        venlo.page().keyboard().type(REFLECTION);
        stopAt(button("Indienen"));
        venlo.strike(200, "Enter").sees("Uw reflectie is ingediend", REFLECTION);
    }

    @AfterEach
    void leave() {
        venlo.close();
    }

    /** The first stop of every page leads past its head. */
    private void skipToTheText() {
        // An address that leads to a part of the page begins there.
        if (venlo.page().url().contains("#")) {
            venlo.open(venlo.path());
        }
        hit("Tab");
        assertThat(venlo.page().evaluate("() => document.activeElement.getAttribute('href')")).as("the first stop").isEqualTo("#main");
        hit("Enter");
        assertThat(venlo.page().evaluate("() => document.activeElement.id")).as("where the skip link leads").isEqualTo("main");
    }

    private void stopAt(Locator target) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            hit("Tab");
            if ((boolean) target.first().evaluate("target => target === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + target);
    }

    private void hit(String key) {
        venlo.page().keyboard().press(key);
        if (key.equals("Tab")) {
            assertThat((boolean) venlo.page().evaluate(SHOWS)).as("focus shows on %s", venlo.page().evaluate("() => document.activeElement.outerHTML.slice(0, 200)")).isTrue();
        }
    }

    private Locator button(String name) {
        return Visitor.button(venlo.main(), name);
    }
}
