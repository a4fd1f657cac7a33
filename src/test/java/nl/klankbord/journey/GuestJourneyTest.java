// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import nl.klankbord.mail.Postman;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class GuestJourneyTest {
    private static final String NAME = "Gast van de zorgaanbieder";
    private static final String QUESTION = "Wie neemt bij u de telefoon op?";
    private static final String REFLECTION = "Wij herkennen dit uit de wijk: wie belt, krijgt telkens iemand anders.";
    private static final String MIRROR = "Wij spreken af wie er opneemt.";
    @Inject
    Postman postman;

    @Test
    void a_guest_comes_in_by_a_personal_link_and_thinks_along_on_a_phone() {
        Course course = Course.begun();
        try (Visitor coordinator = Visitor.as("coordinator"); Visitor host = Visitor.as("host"); Visitor guest = Visitor.onAPhone()) {
            coordinator.open(course.page()).unfold(coordinator.at("#seats"), "Vraag een gast");
            coordinator.pressRefused(422, coordinator.main(), "Gast voorstellen").sees("Namens wie spreekt de gast?");
            coordinator.write("Naam van de gast", NAME).write("Mailadres van de gast", People.email("gast")).choose("aanbieder").press("Gast voorstellen").sees("Het voorstel ligt bij de inbrenger");
            host.open(course.page()).press(host.at("tr").filter(new Locator.FilterOptions().setHasText(NAME)), "Akkoord").sees("Uw antwoord is bewaard");
            postman.deliver();
            String link = Mailbox.last("gast", "uw persoonlijke link").path();

            guest.open(link).seesNot(word(course, "dilemma.title")).press("Naar binnen").sees(word(course, "programme.rules")).press("Ja, ik houd me hieraan");
            guest.sees(word(course, "dilemma.title")).seesNot(word(course, "dilemma.question"));
            guest.choose("Ja, ik denk mee").press("Antwoord versturen").sees(word(course, "dilemma.question"));
            course.clarify();
            guest.open(course.page()).write("Uw vraag", QUESTION).press("Vraag plaatsen").sees("Geplaatst", QUESTION);
            course.reflect();
            guest.open("/").follow(guest.at("a[href='" + course.page() + "/reflection']").first());
            guest.write("Wat herkent u, en wat valt u op?", REFLECTION).write("En bij ons?", MIRROR).press("Indienen").sees("Uw reflectie is ingediend", REFLECTION, MIRROR);
            guest.open("/texts").sees(QUESTION, REFLECTION);
            Locator place = host.open(course.page()).at("tr").filter(new Locator.FilterOptions().setHasText(NAME));
            place.locator("summary").click();
            host.press(place, "Ja, trek de toegang in").sees("De gast kan er niet meer bij");
            guest.open(course.page()).sees("Vraag een nieuwe link").seesNot(word(course, "dilemma.question"));
        }
    }

    private static String word(Course course, String name) {
        return course.fixture().word(name);
    }
}
