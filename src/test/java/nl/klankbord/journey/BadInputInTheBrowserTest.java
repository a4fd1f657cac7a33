// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A form that cannot be saved comes back: with what is wrong, at the field and in a list above it, with everything typed, and nothing changed. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class BadInputInTheBrowserTest {
    private static final String REQUIRED = "Vul dit in.";
    private static final String TOO_LONG = "Dit is te lang.";
    /** Stands for a choice that is made, where others are texts that are typed. */
    private static final String CHOSEN = "(chosen)";
    private static final String TYPED = """
            form => [...form.querySelectorAll('textarea, select, input:not([type=hidden])')].map(field => [field.type, field.name, field.value, field.checked ?? ''].join(' | ')).join('\\n')""";
    /** The links of the list lead to a field that is marked wrong and says why. */
    private static final String BROKEN_LINKS = """
            () => [...document.querySelectorAll('[role=alert] a')].map(link => link.getAttribute('href')).filter(href => {
              const field = document.getElementById(href.slice(1))
              return !field || !document.getElementById(href.slice(1) + '-error')
            }).join(' ')""";
    private final Map<Phase, Fixture> fixtures = new EnumMap<>(Phase.class);
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    @Test
    void a_coordinators_forms_come_back_as_they_were_typed() {
        String make = "form[action='/programmes']";
        refuses("coordinator", Phase.DRAFT, "/programmes/new", make, "Maak het programma", REQUIRED, "#f-name", "", "#f-purpose", "Leren van <b>elkaar</b> & meer");
        refuses("coordinator", Phase.DRAFT, "/programmes/new", make, "Maak het programma", TOO_LONG, "#f-name", "n".repeat(121), "#f-purpose", "Leren");
        refuses("coordinator", Phase.DRAFT, "/programmes/{programme}/edit", "form[action$='/edit']", "Bewaren", REQUIRED, "#f-purpose", " ", "#f-houseRules", "Andere regels");
        refuses("coordinator", Phase.DRAFT, "/programmes/{programme}/people", "#add", "Voeg toe", "Dit is geen mailadres", "#f-email", "geen adres", "#f-role-FACILITATOR", CHOSEN);
        String round = "form[action$='/rounds/new']";
        refuses("coordinator", Phase.DRAFT, "/programmes/{programme}/rounds/new", round, "Maak de ronde", REQUIRED, "#f-title", "", "#f-methodKey", CHOSEN);
        refuses("coordinator", Phase.DRAFT, "/programmes/{programme}/rounds/new", round, "Maak de ronde", "Deze datum is al voorbij", "#f-title", "Ronde twee", "#f-opensOn", "2020-01-06");
        refuses("coordinator", Phase.DRAFT, "/rounds/{round}/timetable", "form[action$='/timetable']", "Bewaren", REQUIRED, "#f-SESSION", "");
        refuses("coordinator", Phase.ACCEPTED, "/dilemmas/{dilemma}", "form[action$='/peers']", "Voorstellen aan de inbrenger", REQUIRED);
        refuses("coordinator", Phase.ACCEPTED, "/dilemmas/{dilemma}", "form[action$='/facilitators']", "Gespreksleider voorstellen", "Dit adres hoort niet bij een gespreksleider", "#f-facilitators", "wie@gemeente.example");
        String session = "form[action$='/session']";
        refuses("coordinator", Phase.CLARIFYING, "/dilemmas/{dilemma}/session", session, "Vastleggen en uitnodigen", "Deze datum is al voorbij", "#f-startsAt", "2020-01-06T10:00", "#f-location", "Zaal 2");
        refuses("coordinator", Phase.CLARIFYING, "/dilemmas/{dilemma}/session", session, "Vastleggen en uitnodigen", "Dit adres moet beginnen met https://.", "#f-joinUrl", "http://onveilig.example");
        refuses("coordinator", Phase.CLARIFYING, "/dilemmas/{dilemma}", "form[action$='/extension']", "Einddatum verzetten", "De einddatum kan alleen later worden", "#f-until", "2020-01-06");
    }

    @Test
    void a_coordinators_harvest_comes_back_as_it_was_typed() {
        refuses("coordinator", Phase.HARVESTING, "/dilemmas/{dilemma}/harvest", "#remark", "Markeer deze passage", "Selecteer de tekst op de pagina", "textarea", "Zomaar iets", "[name=themes]", "een thema");
        refuses("coordinator", Phase.HARVESTING, "/dilemmas/{dilemma}/harvest", "#s-{reflection.zwolle} form:has([value=text])", "Markeer deze passage", "Deze woorden staan zo niet in de tekst", "textarea", "Deze woorden staan er niet", "[name=themes]", "een thema");
        refuses("coordinator", Phase.HARVESTING, "/programmes/{programme}/harvest", "form[action$='/patterns']", "Maak een patroon", REQUIRED, "#f-statement", "Dit zeggen ze samen");
        refuses("coordinator", Phase.HARVESTING, "/patterns/{pattern}/lesson", "form[action$='/lesson']", "Bewaar en vraag om toestemming", REQUIRED, "#f-title", "", "#f-statement", "Dit is de les", "#f-open", CHOSEN);
        refuses("coordinator", Phase.HARVESTING, "/lessons/{lesson.draft}/edit", "form[action$='/edit']", "Bewaren", TOO_LONG, "#f-statement", "l".repeat(4001), "#f-telling", "Een verhaal");
    }

    @Test
    void a_hosts_forms_come_back_as_they_were_typed() {
        refuses("host", Phase.DRAFT, "/rounds/{round}/dilemmas/new", "form[action$='/dilemmas']", "Begin", REQUIRED, "#f-title", "  ");
        refuses("host", Phase.DRAFT, "/dilemmas/{dilemma}/edit/question", "form[action$='/edit/question']", "Verder", REQUIRED, "#f-title", "", "#f-question", "Een nieuwe vraag?");
        refuses("host", Phase.DRAFT, "/dilemmas/{dilemma}/edit/intention", "form[action$='/edit/intention']", "Bewaren", TOO_LONG, "#f-tension", "s".repeat(4001), "#goal-UNSURE", CHOSEN);
        refuses("host", Phase.DRAFT, "/dilemmas/{dilemma}/edit/direction", "form[action$='/edit/direction']", "Vorige stap", TOO_LONG, "[name=paths] >> nth=1", "p".repeat(2001), "#f-stip", "Een stip");
        refuses("host", Phase.DRAFT, "/dilemmas/{dilemma}/edit/assumptions", "form[action$='/edit/assumptions']", "Bewaren", TOO_LONG, "[name=interest] >> nth=1", "b".repeat(1001), "[name=party] >> nth=1", "De raad");
        refuses("host", Phase.SUBMITTED, "/dilemmas/{dilemma}/edit/question", "form[action$='/edit/question']", "Bewaren", REQUIRED, "#f-question", "");
        refuses("host", Phase.CLARIFYING, "/dilemmas/{dilemma}", "form:has([value='{question.leeuwarden}'])", "Antwoord plaatsen", REQUIRED, "textarea", "");
        refuses("host", Phase.CLARIFYING, "/dilemmas/{dilemma}", "form:has([value='{question.leeuwarden}'])", "Antwoord plaatsen", TOO_LONG, "textarea", "a".repeat(8001));
        refuses("host", Phase.HARVESTING, "/dilemmas/{dilemma}", "form[action$='/seats/{seat.leeuwarden}/response']", "Bewaren", REQUIRED, "textarea", "Dit is waarom");
        refuses("host", Phase.HARVESTING, "/dilemmas/{dilemma}", "form[action$='/seats/{seat.leeuwarden}/response']", "Bewaren", TOO_LONG, "textarea", "w".repeat(4001), "[value=LATER]", CHOSEN);
        refuses("host", Phase.HARVESTING, "/dilemmas/{dilemma}", "form[action$='/closing']", "Afsluiten", REQUIRED, "#f-works", "Luisteren", "#f-stillOpen", "Alles");
    }

    @Test
    void a_peers_forms_come_back_as_they_were_typed() {
        String answer = "form[action$='/answer']";
        refuses("peer3", Phase.ACCEPTED, "/dilemmas/{dilemma}", answer, "Antwoord versturen", REQUIRED, "#f-reason", "Nog niet zeker");
        refuses("peer3", Phase.ACCEPTED, "/dilemmas/{dilemma}", answer, "Antwoord versturen", TOO_LONG, "#f-conflict", "b".repeat(1001), "#f-accepted", CHOSEN);
        refuses("peer1", Phase.ACCEPTED, "/dilemmas/{dilemma}", "form[action$='/people']", "Collega erbij zetten", "Dit is geen collega", "[id^='f-people.']", "peer2@demo.klankbord.example");
        refuses("peer2", Phase.CLARIFYING, "/dilemmas/{dilemma}", "#remark", "Vraag plaatsen", REQUIRED, "textarea", " ");
        refuses("peer2", Phase.CLARIFYING, "/dilemmas/{dilemma}", "#remark", "Vraag plaatsen", TOO_LONG, "textarea", "v".repeat(8001));
        Fixture recognised = fixtures.computeIfAbsent(Phase.CLARIFYING, Fixture::in);
        Api.as("peer2").post(recognised.fill("/dilemmas/{dilemma}/recognitions"), Map.of()).is(201);
        refuses("peer2", Phase.CLARIFYING, "/dilemmas/{dilemma}", "form[action$='/recognition']", "Bewaren", TOO_LONG, "textarea", "h".repeat(4001));
        refuses("peer2", Phase.REFLECTING, "/dilemmas/{dilemma}/reflection", "form[action$='/reflection']", "Indienen", TOO_LONG, "#f-text", "r".repeat(8001), "#f-mirror", "Wat is het bij ons?");
        refuses("peer2", Phase.SESSION, "/dilemmas/{dilemma}", "#remark", "Opmerking plaatsen", REQUIRED, "textarea", "");
        refuses("peer1", Phase.HARVESTING, "/lessons/{lesson.draft}", "form[action$='/consent']", "Antwoord versturen", REQUIRED, "#f-why", "Ik twijfel nog");
    }

    @Test
    void a_question_keeps_the_passage_it_is_about() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Visitor leeuwarden = as("peer2").open(fixture.fill("/dilemmas/{dilemma}"));
        String words = fixture.word("dilemma.intention");
        leeuwarden.select(words, leeuwarden.at("[data-quotable=intention]")).say().pressRefused(422, leeuwarden.at("#remark"), "Vraag plaatsen").sees(REQUIRED);
        leeuwarden.write("Uw vraag", "Hoe bedoelt u dit?").press("Vraag plaatsen");
        assertThat(leeuwarden.at(".kb-dilemma__margin .kb-note__passage").allInnerTexts()).contains(words);
    }

    @AfterEach
    void leave() {
        visitors.values().forEach(Visitor::close);
    }

    private Visitor as(String user) {
        return visitors.computeIfAbsent(user, Visitor::as);
    }

    /** @param typed selector, text, selector, text … within the form */
    private void refuses(String user, Phase phase, String path, String form, String button, String error, String... typed) {
        Fixture fixture = fixtures.computeIfAbsent(phase, Fixture::in);
        try (Rows rows = Rows.open()) {
            Visitor visitor = as(user).open(fixture.fill(path));
            String untouched = stored(fixture, rows);
            Locator sent = visitor.at(fixture.fill(form)).first();
            sent.evaluate("form => { for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true }");
            for (int i = 0; i < typed.length; i += 2) {
                Locator field = sent.locator(typed[i]).first();
                if (typed[i + 1].equals(CHOSEN)) {
                    field.check();
                } else {
                    // A browser would cut what is too long; others send it.
                    field.evaluate("field => field.removeAttribute('maxlength')");
                    field.fill(typed[i + 1]);
                }
            }
            Object before = sent.evaluate(TYPED);
            visitor.pressRefused(422, sent, button);
            String where = "%s of %s in %s".formatted(form, path, phase);
            assertThat(visitor.at("[role=alert]").innerText()).as(where).contains("Er klopt iets nog niet", error);
            assertThat(visitor.page().evaluate(BROKEN_LINKS)).as("links to nowhere in the list of mistakes, %s", where).isEqualTo("");
            assertThat(sent.locator(".utrecht-form-field-error-message").allInnerTexts()).as("at the field, %s", where).anyMatch(text -> text.contains(error));
            assertThat(sent.evaluate(TYPED)).as("what stands in %s", where).isEqualTo(before);
            assertThat(stored(fixture, rows)).as("what is stored, %s", where).isEqualTo(untouched);
        }
    }

    /** But for what the browser keeps by itself of what one types. */
    private static String stored(Fixture fixture, Rows rows) {
        return fixture.fingerprint(rows).replaceFirst("text_draft:\\S+", "");
    }
}
