// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static nl.klankbord.journey.CouncilCase.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klankbord.mail.Postman;
import nl.klankbord.shared.AdjustableClock;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main job, once through in browsers: from a council's question to a lesson that a stranger finds. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class CouncilCaseJourneyTest {
    private static final List<String> PEERS = List.of("peer1", "peer2", "peer3");
    private static final List<String> MEMBERS = List.of("facilitator", "host", "host-bestuur", "peer1", "peer1-collega", "peer2", "peer3", "buiten");
    @Inject
    AdjustableClock clock;
    @Inject
    Postman postman;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private Meanwhile meanwhile;
    private String programme;
    private String round;
    private String dilemma;

    @Test
    void a_councils_question_becomes_a_lesson_that_another_municipality_finds() {
        it("2027-01-11T09:30");
        aCoordinatorMakesAProgrammeAndARound();
        everybodyAcceptsTheHouseRulesBeforeReadingAnything();
        it("2027-01-18T10:15");
        theHostWritesWhileItSavesItself();
        theHostSubmits();
        it("2027-01-29T13:00");
        theCoordinatorAcceptsAndProposes();
        theHostAgrees();
        theInvitedAnswerAMail();
        it("2027-02-15T16:00");
        theRoundRuns();
        it("2027-02-17T11:20");
        peersAskAndTheHostAnswers();
        theSessionIsSetAndTheSilenceBegins();
        it("2027-03-10T14:40");
        reflectionsStaySealed();
        theReveal();
        it("2027-03-24T12:30");
        theSessionIsHeld();
        theHostAnswersEachPeerAndCloses();
        it("2027-03-31T09:10");
        passagesOfThreeMunicipalitiesMakeALesson();
        everyoneBehindItAgrees();
        aStrangerFindsIt();
        System.out.println(Inspection.summary());
    }

    @AfterEach
    void leave() {
        clock.free();
        visitors.values().forEach(Visitor::close);
    }

    private void it(String moment) {
        clock.setTo(LocalDateTime.parse(moment).atZone(WorkingDays.ZONE).toInstant());
    }

    private Visitor as(String user) {
        return visitors.computeIfAbsent(user, Visitor::as);
    }

    private void aCoordinatorMakesAProgrammeAndARound() {
        Visitor coordinator = as("coordinator").open("/programmes/new").write("Naam", PROGRAMME).write("Waar gaat het over?", PURPOSE);
        assertThat(coordinator.field("Spelregels").inputValue()).contains("blijft in de kring");
        coordinator.press("Maak het programma").sees("Het programma is gemaakt");
        programme = coordinator.path();
        coordinator.follow("Mensen");
        for (String user : MEMBERS) {
            coordinator.write("Mailadres", People.email(user)).choose(user.equals("facilitator") ? "Gespreksleider" : "Deelnemer");
            coordinator.at("#f-level").selectOption(user.equals("host-bestuur") ? "BOARD" : "POLICY");
            coordinator.press("Voeg toe").sees(People.email(user));
        }
        coordinator.open(programme).follow("Begin een ronde").write("Naam van de ronde", ROUND).press("Maak de ronde").sees("alle data zijn ingevuld");
        round = coordinator.path();
        coordinator.follow("Verander de data").sees("Nu: maandag 1 februari 2027").open(round).press("Open de oproep").sees("De oproep is open");
        meanwhile = new Meanwhile(programme.substring(programme.lastIndexOf('/') + 1), clock);
    }

    private void everybodyAcceptsTheHouseRulesBeforeReadingAnything() {
        as("peer1").open("/").sees("Lees de spelregels en neem ze aan", PROGRAMME).open(programme).sees("Eerst de spelregels").seesNot(ROUND).openRefused(403, round).seesNot(ROUND);
        for (String user : MEMBERS) {
            as(user).open(programme + "/house-rules").sees("Wat u hier leest, blijft in de kring").press("Ja, ik houd me hieraan").sees(ROUND);
        }
    }

    private void theHostWritesWhileItSavesItself() {
        Visitor host = as("host").open(round).follow("Breng een dilemma in").write("Titel", TITLE).press("Begin");
        dilemma = host.sees("Stap 1 van 6").path().replace("/edit/question", "");
        host.write("De vraag", QUESTION).waitUntilSaved().open(dilemma + "/edit/question");
        assertThat(host.field("De vraag").inputValue()).as("what saved itself").isEqualTo(QUESTION);
        as("coordinator").open(round).sees("Delft: concept begonnen").seesNot(TITLE, PASSAGE).open(dilemma).seesNot(TITLE, PASSAGE);
        as("host-bestuur").open(round).seesNot(TITLE);
        as("peer1").openRefused(404, dilemma).seesNot(TITLE);
    }

    private void theHostSubmits() {
        Visitor host = as("host").press("Verder").sees("Bedoeling en spanning").write("De bedoeling", INTENTION).choose("Iets wat wij maken of doen").write("Wat merken inwoners ervan?", OUTCOME)
                .write("Het spanningsveld", TENSION).press("Verder").write("Stip op de horizon", STIP).write("Foto van nu", FOTO).write("Datum van de foto", "2027-01-04");
        rows("Pad", PATHS);
        host.write("Een experiment", EXPERIMENT).write("Wat kan stoppen", STOP).press("Verder").write("Wat is al geprobeerd", TRIED);
        rows("Aanname", ASSUMPTIONS);
        Locator council = host.at("fieldset[data-row]").first();
        host.write(council, "Wie", "Gemeenteraad").write(council, "Rol", "stelt grenzen en controleert").write(council, "Belang", "Weten of het geld goed besteed is").press("Verder");
        host.choose("Structureel").write("Thema’s", "monitoring, buurtteams").press("Verder").sees("Nalezen en indienen", TITLE, PASSAGE, OUTCOME, "Gemeenteraad").seesNot("Dit is nog nodig om in te dienen");
        host.press("Indienen").sees("Uw dilemma is ingediend", PASSAGE);
        as("peer1").openRefused(404, dilemma);
        meanwhile.anotherDilemma(round.substring(round.lastIndexOf('/') + 1));
    }

    private void rows(String label, String lines) {
        String[] texts = lines.split("\n");
        for (int i = 0; i < texts.length; i++) {
            as("host").write(label + " " + (i + 1), texts[i]);
        }
    }

    private void theCoordinatorAcceptsAndProposes() {
        Visitor coordinator = as("coordinator").open("/").sees("Lees dit dilemma en neem het aan").open(dilemma).sees(TITLE, "Gemeenteraad").press("Dilemma aannemen").sees("U hebt het dilemma aangenomen");
        coordinator.open(round).pressRefused(422, coordinator.main(), "Start het kiezen van meedenkers").sees("De oproep loopt nog tot").press("Toch sluiten").open(dilemma);
        for (String municipality : List.of("Zwolle", "Leeuwarden", "Venlo")) {
            coordinator.choose(municipality).press("Voorstellen aan de inbrenger").sees("Het voorstel ligt bij de inbrenger");
        }
        coordinator.write("Mailadres van de gespreksleider", People.email("facilitator")).press("Gespreksleider voorstellen");
        as("peer1").openRefused(404, dilemma);
    }

    private void theHostAgrees() {
        Visitor host = as("host").open(dilemma);
        for (int left = PEERS.size() + 1; left > 0; left--) {
            Locator row = host.at("tbody tr:has(button[name=agreed])");
            assertThat(row.count()).isEqualTo(left);
            host.press(row.first(), "Akkoord");
        }
        as("buiten").openRefused(404, dilemma);
    }

    private void theInvitedAnswerAMail() {
        postman.deliver();
        for (String user : List.of("peer1", "peer2", "peer3", "facilitator")) {
            boolean leads = user.equals("facilitator");
            Mailbox.Mail mail = Mailbox.last(user, leads ? "leidt u een gesprek?" : "denkt u mee?");
            assertThat(mail.subject() + mail.text()).doesNotContain(TITLE, "Delft");
            as(user).open(mail.path()).sees(TITLE, "Delft").seesNot(PASSAGE, INTENTION, "Gemeenteraad").choose(leads ? "Ja, ik leid het gesprek" : "Ja, wij denken mee").press("Antwoord versturen").sees(PASSAGE, "Dank u wel");
        }
        as("peer1").write("Mailadres van uw collega", People.email("peer1-collega")).press("Collega erbij zetten").sees("Uw collega kan nu meelezen");
        as("peer1-collega").open(dilemma).sees(PASSAGE);
    }

    private void theRoundRuns() {
        meanwhile.anotherProgramme();
        as("coordinator").open(round).pressRefused(422, as("coordinator").main(), "Start de ronde").press("Toch starten").sees("De ronde loopt");
        Visitor zwolle = as("peer1").open("/").sees("Stel uw vragen", "Wilt u meedenken?");
        Pictures.take(zwolle, "mijn-werk.png", 900);
        Pictures.takeSmall(zwolle, "mobiel.png", 760);
    }

    private void peersAskAndTheHostAnswers() {
        Visitor zwolle = as("peer1").open(dilemma).seesNot("Schrijf uw reflectie", "Uw opmerking").openRefused(409, dilemma + "/reflection").sees("stelt u alleen vragen").open(dilemma);
        zwolle.select(PASSAGE, zwolle.at("[data-quotable=question]")).say().write("Uw vraag", ZWOLLE_ASKS).waitUntilSaved().press("Vraag plaatsen");
        assertThat(zwolle.at(".kb-dilemma__margin .kb-note__passage").first().innerText()).isEqualTo(PASSAGE);
        as("peer2").open(dilemma).sees(ZWOLLE_ASKS).write("Uw vraag", LEEUWARDEN_ASKS).press("Vraag plaatsen");
        Visitor venlo = as("peer3").open(dilemma);
        venlo.press("Dit herkennen wij").write("Een voorbeeld uit uw eigen gemeente", VENLO_RECOGNISES).press(venlo.at("#recognition"), "Bewaren").sees("Venlo: " + VENLO_RECOGNISES);
        answer(ZWOLLE_ASKS, DELFT_ANSWERS);
        Pictures.take(as("peer3").open(dilemma), "dilemma.png", 900);
        Pictures.take(as("coordinator").open(round), "ronde.png", 900);
        answer(LEEUWARDEN_ASKS, DELFT_ANSWERS_TOO);
        zwolle.open(dilemma).sees(DELFT_ANSWERS, DELFT_ANSWERS_TOO);
        as("facilitator").open(dilemma).sees(DELFT_ANSWERS);
        as("buiten").openRefused(404, dilemma);
        as("beheer").openRefused(404, dilemma);
    }

    private void answer(String question, String answer) {
        Visitor host = as("host").open(dilemma);
        Locator note = host.at("main article.kb-note").filter(new Locator.FilterOptions().setHasText(question)).first();
        host.unfold(note, "Beantwoord deze vraag").write(note, "Uw antwoord", answer).press(note, "Antwoord plaatsen").sees(answer);
    }

    private void theSessionIsSetAndTheSilenceBegins() {
        Visitor coordinator = as("coordinator").open(dilemma);
        coordinator.pressRefused(409, coordinator.main(), "Door naar: Reflecteren").sees("De datum van de bijeenkomst staat nog niet vast");
        coordinator.open(dilemma + "/session").write("Begin (Nederlandse tijd)", "2027-03-24T10:00").write("Einde (Nederlandse tijd)", "2027-03-24T12:00").write("Plaats", "Online")
                .write("Link om mee te doen", "https://vergaderen.example/kring").press("Vastleggen en uitnodigen").sees("woensdag 24 maart 2027");
        postman.deliver();
        for (String user : List.of("host", "peer1", "peer1-collega", "peer2", "peer3", "facilitator", "coordinator")) {
            Mailbox.Mail mail = Mailbox.last(user, "bijeenkomst op woensdag 24 maart 2027");
            assertThat(mail.calendar()).contains("BEGIN:VCALENDAR", "DTSTART;TZID=Europe/Amsterdam:20270324T100000").doesNotContain(TITLE, "Delft", "ATTENDEE", "Online");
            as(user).open(mail.path()).sees("woensdag 24 maart 2027", "Online");
        }
        coordinator.press("Door naar: Reflecteren").sees("Het dilemma is een fase verder");
    }

    private void reflectionsStaySealed() {
        Visitor zwolle = as("peer1").open("/").sees("Schrijf uw reflectie").open(dilemma).follow("Schrijf uw reflectie");
        zwolle.write("Wat herkent u, en wat valt u op?", ZWOLLE).choose("De raad vertrouwt de teams pas als er cijfers zijn.").write("Een voorbeeld uit uw praktijk", ZWOLLE_EXAMPLE)
                .write("Wat zou u in hun plaats doen?", ZWOLLE_ADVICE).write("En bij ons?", ZWOLLE_MIRROR).waitUntilSaved();
        as("peer1-collega").open(dilemma + "/reflection");
        assertThat(as("peer1-collega").field("En bij ons?").inputValue()).as("what a colleague on the same seat reads").isEqualTo(ZWOLLE_MIRROR);
        nobodyElseReads("peer2", "peer3");
        zwolle.pressRefused(422, zwolle.main(), "Indienen").sees("schrijft nog").press("Toch indienen").sees("Uw reflectie is ingediend", ZWOLLE_MARK, ZWOLLE_MIRROR);
        nobodyElseReads("peer2", "peer3");
        as("host").open(dilemma).sees("1 van 3 reflecties klaar");
        reflect("peer2", LEEUWARDEN, LEEUWARDEN_ADVICE).sees(ZWOLLE_MARK, ZWOLLE_ADVICE).seesNot(ZWOLLE_MIRROR);
        nobodyElseReads("peer3");
        reflect("peer3", VENLO, "").sees(ZWOLLE_MARK, LEEUWARDEN_MARK);
        nobodyElseReads();
        as("host").open(dilemma).sees("3 van 3 reflecties klaar").seesNot(LEEUWARDEN_MARK, VENLO_MARK);
    }

    private Visitor reflect(String user, String text, String advice) {
        return as(user).open(dilemma + "/reflection").write("Wat herkent u, en wat valt u op?", text).write("Wat zou u in hun plaats doen?", advice).press("Indienen");
    }

    /** Neither who is outside the seats, nor these peers, who have not submitted. */
    private void nobodyElseReads(String... peers) {
        for (String user : List.of("host", "coordinator", "facilitator")) {
            as(user).open(dilemma).seesNot(ZWOLLE_MARK, ZWOLLE_ADVICE, ZWOLLE_MIRROR);
        }
        as("coordinator").open(round).seesNot(ZWOLLE_MARK, ZWOLLE_MIRROR);
        for (String user : peers) {
            as(user).open(dilemma).seesNot(ZWOLLE_MARK, ZWOLLE_ADVICE, ZWOLLE_MIRROR);
        }
    }

    private void theReveal() {
        as("coordinator").open(dilemma).press("Door naar: Bijeenkomst").sees(ZWOLLE_MARK);
        for (String user : List.of("host", "facilitator", "peer3")) {
            as(user).open(dilemma).sees(ZWOLLE_MARK, LEEUWARDEN_MARK, VENLO_MARK).seesNot(ZWOLLE_MIRROR);
        }
        as("peer1-collega").open(dilemma).sees(ZWOLLE_MIRROR);
    }

    private void theSessionIsHeld() {
        as("facilitator").open(dilemma).press("De bijeenkomst is gehouden").sees("De bijeenkomst is afgerond");
        as("coordinator").open(dilemma).press("Door naar: Oogsten");
    }

    private void theHostAnswersEachPeerAndCloses() {
        Visitor host = as("host").open(dilemma);
        for (String municipality : List.of("Zwolle", "Leeuwarden", "Venlo")) {
            Locator peer = host.at("#closing article").filter(new Locator.FilterOptions().setHasText(municipality));
            host.unfold(peer, "Antwoord deze meedenker").choose(peer, municipality.equals("Leeuwarden") ? "Later" : "Pakken we op").write(peer, "Waarom?", "Dit brengen we in bij het gesprek met de raad.").press(peer, "Bewaren");
        }
        host.write("Wat werkt?", WORKS).write("Wat is de volgende stap?", NEXT_STEP).write("Wat is nog open?", STILL_OPEN).press("Afsluiten").sees("U hebt het dilemma afgesloten", WORKS);
    }

    private void passagesOfThreeMunicipalitiesMakeALesson() {
        Visitor coordinator = as("coordinator").open(dilemma + "/harvest");
        Locator form = coordinator.at("#remark");
        for (String words : List.of(ZWOLLE_MARK, LEEUWARDEN_MARK)) {
            coordinator.select(words, coordinator.at("[data-quotable]").filter(new Locator.FilterOptions().setHasText(words))).say().write(form, "Thema’s", "monitoring").press(form, "Markeer deze passage").sees("De passage is gemarkeerd");
        }
        Locator venlo = coordinator.at("article.kb-note").filter(new Locator.FilterOptions().setHasText(VENLO_MARK)).first();
        coordinator.unfold(venlo, "Markeer een passage uit deze tekst").write(venlo, "De passage", VENLO_MARK).press(venlo, "Markeer deze passage");
        coordinator.follow("Naar de oogst van het programma");
        coordinator.write("Wat zeggen ze samen?", PATTERN).choose(ZWOLLE_MARK).choose(LEEUWARDEN_MARK);
        coordinator.pressRefused(422, coordinator.main(), "Maak een patroon").sees("Kies passages van ten minste 3 gemeenten").choose(VENLO_MARK).press("Maak een patroon").sees("Het patroon is gemaakt");
        coordinator.follow("Schrijf een les").write("Titel", LESSON).write("De les", STATEMENT).write("Voorwaarden", CONDITIONS).write("Tegenvoorbeeld", COUNTER_EXAMPLE).write("Kader", FRAME).write("Lokale invulling", FILLING)
                .write("Tellen", COUNTING).write("Vertellen", TELLING).write("Thema’s", "monitoring, raad en college").press("Bewaar en vraag om toestemming").sees(LESSON, "Nog geen antwoord");
    }

    private void everyoneBehindItAgrees() {
        String lesson = as("coordinator").path();
        as("coordinator").pressRefused(409, as("coordinator").main(), "Zet in de bibliotheek").sees("Deze les kan nog niet in de bibliotheek");
        postman.deliver();
        as("vreemd").openRefused(404, lesson);
        for (String user : List.of("peer1", "peer2", "peer3", "host")) {
            as(user).open(Mailbox.last(user, "toestemming gevraagd").path()).sees(STATEMENT).choose("Ja, dat mag").press("Antwoord versturen").sees("U hebt ja gezegd");
        }
        as("coordinator").open(lesson).press("Zet in de bibliotheek").sees("De les staat in de bibliotheek");
        as("coordinator").open(dilemma).press("Door naar: Terugkijken").open(round).sees("Terugkijken");
    }

    private void aStrangerFindsIt() {
        meanwhile.earlierLessons();
        Visitor almere = as("vreemd").open("/").open("/library").write("Waar zoekt u een les over?", "verhalen").press("Zoeken").sees(LESSON);
        Pictures.take(almere, "bibliotheek.png", 900);
        almere.follow(LESSON).sees(STATEMENT, CONDITIONS).seesNot(ZWOLLE_MARK, LEEUWARDEN_MARK, VENLO_MARK, "Delft", "Zwolle");
        Pictures.take(almere, "les.png", 900);
        almere.openRefused(404, dilemma).openRefused(404, round);
        for (String path : List.of("/help", "/privacy", "/accessibility", "/programmes")) {
            almere.open(path);
        }
        try (Visitor nobody = Visitor.anonymous()) {
            nobody.open("/").open("/library");
        }
    }
}
