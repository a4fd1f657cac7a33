// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose sign-in has ended while writing is told so, and is led to the sign-in and back; nothing is kept without saying so. */
class ExpiredSignInIT {
    private static final Map<String, String> SCRIPT = Map.of("Accept", "application/json", "X-Requested-With", "JavaScript");
    private Cluster cluster;
    private Browser browser;
    private String dilemma;
    private Map<String, String> form;

    @BeforeEach
    void aConceptIsOpenInABrowser() {
        cluster = Cluster.up();
        browser = new Browser(cluster.a());
        browser.signIn("host");
        String dilemmas = "/rounds/" + cluster.database.one("select id from round where phase = 'CALL'") + "/dilemmas";
        Answer edit = browser.post(dilemmas, Map.of("csrf-token", browser.get(dilemmas + "/new").token(), "title", "Een concept"));
        dilemma = edit.find("data-autosave=\"(/dilemmas/[^\"]+)/edit/question/autosave\"");
        form = new HashMap<>(Map.of("csrf-token", edit.token(), "version", edit.find("name=\"version\" value=\"(\\d+)\""), "title", "Een concept", "question", "Wat nu?"));
    }

    @Test
    void aFormPostedAfterTheSignInEndedIsToldSoAndIsAcceptedOnceOneHasSignedInAgain() {
        browser.forget("q_session");
        for (String path : List.of("/edit/question", "/contributions", "/withdrawal")) {
            Answer told = browser.bare("POST", dilemma + path, form, Map.of());
            assertThat(told.status()).isEqualTo(401);
            assertThat(told.body()).contains("Uw aanmelding is verlopen", "href=\"/login\"");
        }
        // Keycloak still knows the person. The form in the first tab is as it was.
        browser.get("/login");
        assertThat(browser.bare("POST", dilemma + "/edit/question", form, Map.of()).status()).isEqualTo(303);
        assertThat(browser.get(dilemma + "/edit/question").body()).contains("Wat nu?");
    }

    @Test
    void theWayToTheSignInLeadsBackToThePageOfTheFormAndNeverAwayFromHere() {
        browser.forget("q_session");
        Answer told = browser.bare("POST", dilemma + "/edit/question", form, Map.of("Referer", "http://" + Cluster.PUBLIC_HOST + dilemma + "/edit/question?done=saved"));
        assertThat(told.status()).isEqualTo(401);
        String link = told.find("href=\"(/login[^\"]*)\"");
        Answer back = browser.get(link);
        assertThat(back.address().getPath()).isEqualTo(dilemma + "/edit/question");
        assertThat(back.body()).contains("Een concept", "Inbrenger Delft Demo");
        // Where a form came back with a mistake there is no page; its own is.
        browser.forget("q_session");
        told = browser.bare("POST", dilemma + "/contributions", form, Map.of("Referer", "http://" + Cluster.PUBLIC_HOST + dilemma + "/contributions"));
        back = browser.get(told.find("href=\"(/login[^\"]*)\""));
        assertThat(back.address().getPath()).isEqualTo(dilemma);
        assertThat(back.body()).contains("U bent weer aangemeld");
        for (String away : List.of("//elders.example", "https://elders.example/", "/%5Celders.example", "/%0D%0AX: y", "elders.example")) {
            assertThat(browser.bare("GET", "/login?from=" + away.replace(" ", "%20"), null, Map.of()).header("Location")).as(away).matches("(http://localhost:8080)?/(\\?done=signed-in)?");
        }
    }

    @Test
    void savingWhileTypingIsToldThatTheSignInEndedAndIsNotSentElsewhere() {
        browser.forget("q_session");
        toldTheScript(browser.bare("POST", dilemma + "/edit/question/autosave", form, SCRIPT));
        toldTheScript(browser.bare("PUT", "/drafts/question.proef", Map.of("text", "Een vraag", "version", "0"), SCRIPT));
        // A second browser, where nobody ever signed in: no cookie at all.
        Browser stranger = new Browser(cluster.b());
        toldTheScript(stranger.bare("POST", dilemma + "/edit/question/autosave", form, SCRIPT));
    }

    @Test
    void afterSigningInAgainWhatTheScriptKeptIsSavedWithTheTokenOfTheOldPage() {
        browser.forget("q_session");
        browser.get("/login");
        Answer saved = browser.bare("POST", dilemma + "/edit/question/autosave", form, SCRIPT);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(browser.get(dilemma + "/edit/question").body()).contains("Wat nu?");
    }

    @Test
    void aSignInThatWasTamperedWithCountsAsNone() {
        browser.replace("q_session", "geknoeid");
        assertThat(browser.bare("GET", dilemma + "/edit/question", null, Map.of()).status()).isEqualTo(302);
        browser.replace("q_session", "geknoeid");
        toldTheScript(browser.bare("POST", dilemma + "/edit/question/autosave", form, SCRIPT));
    }

    @Test
    void theApiAnswersThatATokenIsMissingAndTakesNoCookie() {
        Answer answer = browser.bare("GET", "/api/v1/me", null, Map.of());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static void toldTheScript(Answer answer) {
        assertThat(answer.status()).isIn(401, 499);
        assertThat(answer.header("Location")).isNull();
    }
}
