// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** No instance keeps anything that another one needs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {
    private Cluster cluster;
    private Instance a;
    private Instance b;

    @BeforeEach
    void up() {
        cluster = Cluster.up();
        a = cluster.a();
        b = cluster.b();
    }

    @Test
    void aSignInBegunOnOneInstanceEndsOnTheOtherAndCountsOnBoth() {
        Browser browser = new Browser(a);
        Answer form = browser.get("/login");
        Answer work = browser.through(b).submitSignIn(form, "host");
        assertThat(work.status()).isEqualTo(200);
        assertThat(work.body()).contains("Inbrenger Delft Demo");
        assertThat(browser.through(a).get("/").body()).contains("Inbrenger Delft Demo");
        assertThat(browser.through(b).get("/programmes").body()).contains("Sturen met kwaliteit");
    }

    @Test
    void aFormFromOneInstanceIsPostedToTheOtherAndOnlyWithItsToken() {
        Browser browser = new Browser(a);
        browser.signIn("host");
        String dilemmas = "/rounds/" + roundInCall() + "/dilemmas";
        String token = browser.get(dilemmas + "/new").token();
        Answer without = browser.through(b).bare("POST", dilemmas, Map.of("title", "Zonder bewijs"), Map.of());
        assertThat(without.status()).isEqualTo(400);
        // Other pages, in another tab, leave the form as good as it was.
        browser.through(a).get("/");
        browser.through(b).get("/programmes");
        Answer with = browser.post(dilemmas, Map.of("csrf-token", token, "title", "Begonnen op de ene, bewaard op de andere"));
        assertThat(with.status()).isEqualTo(200);
        String edit = with.find("data-autosave=\"(/dilemmas/[^\"]+)/edit/question/autosave\"") + "/edit";
        assertThat(browser.through(a).get(edit).body()).contains("Begonnen op de ene, bewaard op de andere");
        assertThat(cluster.database.count("select count(*) from dilemma where title = 'Zonder bewijs'")).isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE) // Nobody has to wait until the killed one is back.
    void whoWorkedOnAnInstanceThatIsKilledGoesOnWithTheOther() {
        Browser browser = new Browser(a);
        browser.signIn("host");
        String dilemmas = "/rounds/" + roundInCall() + "/dilemmas";
        String token = browser.get(dilemmas + "/new").token();
        a.kill();
        assertThat(browser.through(b).get("/").body()).contains("Inbrenger Delft Demo");
        Answer posted = browser.post(dilemmas, Map.of("csrf-token", token, "title", "Na de stroomstoring"));
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.body()).contains("Na de stroomstoring").contains("Inbrenger Delft Demo");
    }

    @Test
    void aSignInIsProlongedByWhicheverInstanceIsAsked() throws InterruptedException {
        Keycloak.tokensOfPagesLast(1);
        try {
            Browser browser = new Browser(a);
            browser.signIn("peer1");
            String first = browser.cookie("q_session");
            Thread.sleep(1200);
            assertThat(browser.through(b).get("/").body()).contains("Meedenker Zwolle Demo");
            assertThat(browser.cookie("q_session")).isNotEqualTo(first);
            Thread.sleep(1200);
            assertThat(browser.through(a).get("/programmes").body()).contains("Meedenker Zwolle Demo");
        } finally {
            Keycloak.tokensOfPagesLast(600);
        }
    }

    @Test
    void whoSignsOutOnOneInstanceIsSignedOutOnBothAndAtKeycloak() {
        Browser browser = new Browser(a);
        browser.signIn("peer2");
        assertThat(browser.through(b).get("/logout").body()).contains("/login").doesNotContain("Meedenker Leeuwarden Demo");
        assertThat(browser.cookie("q_session")).isNull();
        assertThat(browser.through(a).get("/").body()).doesNotContain("Meedenker Leeuwarden Demo");
        assertThat(browser.get("/programmes").body()).contains("kc-form-login");
    }

    @Test
    void aRoleGivenOrTakenAwayOnOneInstanceCountsOnTheNextRequestToTheOther() {
        Caller coordinator = Caller.as("coordinator");
        Caller peer = Caller.as("vreemd");
        JsonNode made = coordinator.post(a, "/programmes", """
                {"name": "Proef met twee", "purpose": "Samen leren", "houseRules": "Wat hier gezegd wordt blijft hier"}""").json();
        String programme = "/programmes/" + made.get("id").asText();
        for (int turn = 0; turn < 3; turn++) {
            assertThat(peer.get(b, programme).status()).isEqualTo(404);
            Answer added = coordinator.post(a, programme + "/memberships", """
                    {"email": "vreemd@demo.klankbord.example", "role": "PARTICIPANT"}""");
            assertThat(added.status()).isEqualTo(201);
            assertThat(peer.get(b, programme).status()).isEqualTo(200);
            assertThat(coordinator.delete(a, programme + "/memberships/" + added.json().get("id").asText()).status()).isEqualTo(204);
        }
        assertThat(peer.get(b, programme).status()).isEqualTo(404);
    }

    @Test
    void searchFindsAtOnceOnOneInstanceWhatWasPublishedOnTheOtherAndNoLongerWhatWasWithdrawn() {
        Caller coordinator = Caller.as("coordinator");
        Caller reader = Caller.as("peer3");
        assertThat(found(reader, b)).isZero();
        String lesson = coordinator.post(a, "/lessons", """
                {"title": "Vraag de zeepkistwethouder", "statement": "Wie de zeepkistwethouder vraagt, krijgt antwoord.", "themes": ["proef"], "patternId": "%s"}"""
                .formatted(patternOfThree())).json().path("id").asText();
        // Everyone behind it agrees.
        cluster.database.run("update lesson_consent set given = true, decided_at = utc_timestamp(6) where lesson_id = ?", lesson);
        assertThat(found(reader, b)).isZero();
        assertThat(coordinator.post(a, "/lessons/" + lesson + "/publication", null).status()).isEqualTo(201);
        assertThat(found(reader, b)).isOne();
        assertThat(found(reader, a)).isOne();
        assertThat(coordinator.post(a, "/lessons/" + lesson + "/withdrawal", null).status()).isEqualTo(201);
        assertThat(found(reader, a)).isZero();
        assertThat(found(reader, b)).isZero();
    }

    private static int found(Caller reader, Instance instance) {
        return reader.get(instance, "/search?q=zeepkistwethouders").json().get("total").asInt();
    }

    private String patternOfThree() {
        return cluster.database.one("""
                select po.pattern_id from pattern_observation po join observation o on o.id = po.observation_id join contribution c on c.id = o.source_id
                join seat s on s.id = c.seat_id group by po.pattern_id having count(distinct s.municipality_code) >= 3 limit 1""");
    }

    private String roundInCall() {
        return cluster.database.one("select id from round where phase = 'CALL'");
    }
}
