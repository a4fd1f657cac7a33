// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klankbord.mail.Postman;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Eight reviews at once: a round is made, its dilemmas get their peers, and who is late hears of it. What hosts and peers do goes by the API. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class CoordinatorJourneyTest {
    private static final Map<String, String> MUNICIPALITIES = Map.of("Delft", "host", "Zwolle", "peer1", "Leeuwarden", "peer2", "Venlo", "peer3", "Emmen", "buiten", "Almere", "vreemd");
    private static final List<String> HOSTS = List.of("host", "peer1", "peer2", "peer3", "buiten", "vreemd", "host", "peer1");
    private static final String QUESTION = "Hoe houden wij zicht op wachttijden zonder de teams te laten tellen?";
    @Inject
    AdjustableClock clock;
    @Inject
    Postman postman;
    private final List<String> dilemmas = new ArrayList<>();

    @Test
    void a_coordinator_makes_a_round_for_eight_dilemmas_matches_invites_reminds_and_extends() {
        it("2027-02-01T10:00");
        String programme = "/programmes/" + programme();
        try (Visitor coordinator = Visitor.as("coordinator")) {
            coordinator.open(programme).follow("Begin een ronde").write("Naam van de ronde", "Voorjaar").press("Maak de ronde").sees("alle data zijn ingevuld").press("Open de oproep");
            String round = coordinator.path();
            HOSTS.forEach(host -> submit(round, host));
            coordinator.open("/").sees("Lees dit dilemma en neem het aan");
            for (String dilemma : dilemmas) {
                Api.as("coordinator").post("/dilemmas/" + dilemma + "/acceptance").is(201);
            }
            coordinator.open(round).pressRefused(422, coordinator.main(), "Start het kiezen van meedenkers").sees("De oproep loopt nog tot").press("Toch sluiten").follow("Kies meedenkers");
            assertThat(coordinator.at("section h2 a").count()).isEqualTo(8);
            assertThat(coordinator.at("input[name=peer]:checked").count()).isEqualTo(24);
            coordinator.press("Voorstellen aan de inbrengers").sees("De voorstellen liggen bij de inbrengers.");
            dilemmas.forEach(this::agree);
            coordinator.open(programme + "/board");
            assertThat(coordinator.at("article.kb-card").count()).isEqualTo(8);
            coordinator.seesNot(QUESTION);
            remind(coordinator, dilemmas.get(1));
            String declined = decline(dilemmas.getFirst());
            dilemmas.forEach(this::accept);
            assertThat(coordinator.open(round).follow("Kies meedenkers").sees("Er is nog één meedenker nodig").at("main").innerText()).doesNotContain(declined + "\n");
            coordinator.press("Voorstellen aan de inbrengers");
            agree(dilemmas.getFirst());
            accept(dilemmas.getFirst());
            coordinator.open(round).pressRefused(422, coordinator.main(), "Start de ronde").press("Toch starten").sees("De ronde loopt");
            extend(coordinator);
        }
    }

    private void remind(Visitor coordinator, String dilemma) {
        Locator first = coordinator.at("#d-" + dilemma + " tbody tr:has(button)").first();
        String who = MUNICIPALITIES.get(first.locator("th").innerText());
        coordinator.follow(first.locator("button")).sees("De herinnering is verstuurd.", "Vandaag herinnerd, voor alles wat openstaat.");
        postman.deliver();
        Mailbox.Mail mail = Mailbox.last(who, "");
        assertThat(mail.subject() + mail.text()).doesNotContain("Dilemma nummer", QUESTION);
        // She is waited for in more than one: one mail for all of them leads to her own work.
        assertThat(mail.path()).isEqualTo("/");
    }

    private void extend(Visitor coordinator) {
        String others = endsAt(dilemmas.get(3));
        assertThat(coordinator.open("/dilemmas/" + dilemmas.get(2)).at(".kb-intro a[href='#dates']").innerText()).isEqualTo("verzetten of pauzeren");
        coordinator.write("Nieuwe einddatum van deze fase", "2027-05-03").press("Bekijk eerst de nieuwe data").sees("Zo zouden de data worden", "Er is nog niets bewaard")
                .press("Einddatum verzetten").sees("De einddatum is verzet", "maandag 3 mei 2027");
        assertThat(endsAt(dilemmas.get(2))).startsWith("2027-05-03T15:00");
        assertThat(endsAt(dilemmas.get(3))).isEqualTo(others);
    }

    private String programme() {
        Api coordinator = Api.as("coordinator");
        String id = coordinator.post("/programmes", Map.of("name", "Acht tegelijk", "purpose", "Samen leren sturen.", "houseRules", "Wat u leest, blijft in de kring.")).is(201).id();
        MUNICIPALITIES.values().forEach(user -> {
            coordinator.post("/programmes/" + id + "/memberships", Map.of("email", People.email(user), "role", "PARTICIPANT")).is(201);
            Api.as(user).post("/programmes/" + id + "/house-rules-acceptances", Map.of("version", 1)).is(201);
        });
        return id;
    }

    private void submit(String round, String host) {
        String title = "Dilemma nummer " + (dilemmas.size() + 1);
        String id = Api.as(host).post(round + "/dilemmas", Map.of("title", title, "question", QUESTION, "intention", "Inwoners worden op tijd geholpen.", "tension", "Tellen kost tijd bij mensen thuis.")).is(201).id();
        Api.as(host).post("/dilemmas/" + id + "/submission").is(201);
        dilemmas.add(id);
    }

    private void agree(String dilemma) {
        seats(dilemma, "PROPOSED").forEach(seat -> Api.as(HOSTS.get(dilemmas.indexOf(dilemma))).post("/seats/" + seat.get("id").asText() + "/host-agreements", Map.of("agreed", true)).is(201));
    }

    private void accept(String dilemma) {
        seats(dilemma, "INVITED").forEach(seat -> answer(seat, Map.of("accepted", true)));
    }

    /** One municipality has no time. @return its name */
    private String decline(String dilemma) {
        JsonNode seat = seats(dilemma, "INVITED").getFirst();
        answer(seat, Map.of("accepted", false, "reason", "Geen tijd dit voorjaar."));
        return seat.at("/municipality/name").asText();
    }

    private static void answer(JsonNode seat, Map<String, Object> answer) {
        Api.as(MUNICIPALITIES.get(seat.at("/municipality/name").asText())).post("/seats/" + seat.get("id").asText() + "/answers", answer).is(201);
    }

    private static List<JsonNode> seats(String dilemma, String status) {
        List<JsonNode> found = new ArrayList<>();
        Api.as("coordinator").get("/dilemmas/" + dilemma).is(200).json().get("seats").forEach(seat -> {
            if (seat.get("status").asText().equals(status)) {
                found.add(seat);
            }
        });
        return found;
    }

    private static String endsAt(String dilemma) {
        return Api.as("coordinator").get("/dilemmas/" + dilemma).is(200).at("endsAt");
    }

    private void it(String moment) {
        clock.setTo(LocalDateTime.parse(moment).atZone(WorkingDays.ZONE).toInstant());
    }

    @AfterEach
    void leave() {
        clock.free();
    }
}
