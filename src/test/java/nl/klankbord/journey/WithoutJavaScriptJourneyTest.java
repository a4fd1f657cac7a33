// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
            venlo.unfold(venlo.main(), "Dit is herkenbaar voor ons").press("Dit herkennen wij").sees("De kring ziet dat u dit herkent");
            course.reflect();
            venlo.open("/").follow(venlo.at("a[href='" + course.page() + "/reflection']").first());
            venlo.write("Wat herkent u, en wat valt u op?", REFLECTION).write("En bij ons?", MIRROR).press("Bewaren").sees("Bewaard", "nog niet ingediend");
            venlo.follow(venlo.at("#reflection a")).press("Indienen").sees("Uw reflectie is ingediend", REFLECTION, MIRROR);
        }
    }

    private static String word(Course course, String name) {
        return course.fixture().word(name);
    }
}
