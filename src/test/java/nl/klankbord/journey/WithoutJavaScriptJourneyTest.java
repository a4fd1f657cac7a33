// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class WithoutJavaScriptJourneyTest {
    private static final String QUESTION = "Wie merkt het eerste dat het beter gaat?";
    private static final String REFLECTION = "Bij ons begon het met luisteren, en pas daarna met tellen.";
    private static final String MIRROR = "Wij luisteren zelf nog te weinig.";

    @Test
    void a_peer_does_everything_without_javascript() {
        Course course = Course.begun();
        try (Visitor venlo = Visitor.withoutScripts("peer3")) {
            venlo.open(course.page()).sees(word(course, "dilemma.title")).seesNot(word(course, "dilemma.question"));
            venlo.choose("Ja, wij denken mee").press("Antwoord versturen").sees(word(course, "dilemma.question"));
            course.clarify();
            venlo.open(course.page()).write("Uw vraag", QUESTION).press("Vraag plaatsen").sees("Geplaatst", QUESTION);
            venlo.press("Dit herkennen wij").sees("De kring ziet dat u dit herkent");
            course.reflect();
            venlo.open("/").follow(venlo.at("a[href='" + course.page() + "/reflection']").first());
            venlo.write("Wat herkent u, en wat valt u op?", REFLECTION).write("En bij ons?", MIRROR).press("Bewaren").sees("Bewaard", "nog niet ingediend");
            venlo.press("Indienen").sees("Uw reflectie is ingediend", REFLECTION, MIRROR);
        }
    }

    @Test
    void a_host_writes_down_a_dilemma_in_short_steps_without_javascript() {
        Fixture earlier = Fixture.in(Phase.HARVESTING);
        Fixture fixture = Fixture.in(Phase.DRAFT);
        try (Visitor host = Visitor.withoutScripts("host")) {
            host.open(fixture.fill("/rounds/{round}/dilemmas/new")).write("Titel", earlier.word("lesson.published.title") + " " + earlier.word("dilemma.title")).press("Bekijk wat er al is")
                    .sees("Les " + earlier.word("lesson.published.title"), "Dilemma " + earlier.word("dilemma.title"));
            host.press("Begin").sees("Stap 1 van 6").write("De vraag", "Hoe geven we ruimte?").press("Verder").press("Vorige stap");
            assertThat(host.field("De vraag").inputValue()).isEqualTo("Hoe geven we ruimte?");
            String dilemma = host.path().replace("/edit/question", "");
            host.press("Nalezen en indienen").sees("Dit is nog nodig om in te dienen", "Het spanningsveld").pressRefused(422, host.main(), "Indienen").sees("Dit is nog nodig om in te dienen", "De bedoeling");
            host.open("/").open(dilemma + "/edit").sees("Stap 2 van 6");
            host.write("De bedoeling", "Een loket").choose("Iets wat wij maken of doen").write("Het spanningsveld", "Ruimte of zekerheid").press("Verder").sees("Stap 2 van 6")
                    .write("Wat merken inwoners ervan?", "Zij weten waar ze terecht kunnen").press("Verder").sees("Stap 3 van 6");
            host.write("Pad 1", "Eerst praten").write("Pad 2", "Eerst proberen").write("Pad 3", "Niets doen").press("Nog een pad").write("Pad 4", "Allebei").press("Bewaren").sees("Bewaard");
            host.open(dilemma + "/edit").sees("Stap 4 van 6").open(dilemma + "/edit/check").sees("Hoe geven we ruimte?", "Een loket", "Zij weten waar ze terecht kunnen", "Ruimte of zekerheid", "Allebei").press("Indienen")
                    .sees("Uw dilemma is ingediend");
        }
    }

    private static String word(Course course, String name) {
        return course.fixture().word(name);
    }
}
