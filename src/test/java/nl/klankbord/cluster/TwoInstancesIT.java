// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klankbord.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** No instance keeps anything that another one needs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {
    private static final int DUE = 8;
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
    @Order(Integer.MAX_VALUE)
    void aDraftThatWasSavedOnAnInstanceThatIsKilledIsThereOnTheOther() {
        Caller peer = Caller.as("peer1");
        String draft = "/drafts/question." + Ids.next();
        assertThat(peer.putNew(a, draft, "{\"text\": \"Nog niet af\"}").status()).isEqualTo(200);
        a.kill();
        Answer kept = peer.get(b, draft);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.json().get("text").asText()).isEqualTo("Nog niet af");
        assertThat(peer.put(b, draft, kept.header("ETag"), "{\"text\": \"Nu wel\"}").status()).as("and is written on from there").isEqualTo(200);
    }

    @Test
    void whatIsDueMovesOnceThoughBothInstancesLookForItAllTheTime() throws InterruptedException {
        List<String> dilemmas = Stream.generate(() -> Ids.next().toString()).limit(DUE).toList();
        List<String> rounds = Stream.generate(() -> Ids.next().toString()).limit(DUE).toList();
        dilemmas.forEach(id -> cluster.database.run("""
                insert into dilemma (id, programme_id, round_id, host_municipality, canvas, title, phase, ends_at, circle, quorum, waited_for_quorum, works, closed_at, created_at, version)
                select ?, programme_id, round_id, host_municipality, canvas, title, 'FOLLOW_UP', utc_timestamp(6) - interval 1 minute, circle, quorum, false, 'Iets', created_at, created_at, 0
                from dilemma where phase = 'REFLECTING' limit 1""", id));
        rounds.forEach(id -> {
            cluster.database.run("insert into round (id, programme_id, title, method_key, opens_on, phase, created_at, version) select ?, programme_id, title, method_key, opens_on, 'DRAFT', created_at, 0 from round where phase = 'CALL' limit 1", id);
            cluster.database.run("insert into round_deadline (round_id, stage, ends_at) select ?, stage, if(stage = 'CALL', utc_timestamp(6) - interval 1 minute, ends_at) from round_deadline where round_id = ?", id, roundInCall());
        });
        rounds.forEach(id -> cluster.database.run("update round set phase = 'CALL' where id = ?", id));
        String ofDilemmas = " from dilemma_move where dilemma_id in ('" + String.join("', '", dilemmas) + "')";
        String ofRounds = " from round_move where round_id in ('" + String.join("', '", rounds) + "')";
        Eventually.within(Duration.ofSeconds(30), "all that is due moved", () -> cluster.database.count("select count(*)" + ofDilemmas) >= DUE && cluster.database.count("select count(*)" + ofRounds) >= DUE);
        // Each looks again, and again.
        Thread.sleep(3000);
        assertThat(cluster.database.pairs("select dilemma_id, concat(count(*), ' to ', max(to_phase), if(max(moved_by) is null, ' by the system', ' by somebody'))" + ofDilemmas + " group by dilemma_id"))
                .hasSize(DUE).allSatisfy((id, moves) -> assertThat(moves).isEqualTo("1 to CLOSED by the system"));
        assertThat(cluster.database.pairs("select round_id, concat(count(*), ' to ', max(to_phase), if(max(moved_by) is null, ' by the system', ' by somebody'))" + ofRounds + " group by round_id"))
                .hasSize(DUE).allSatisfy((id, moves) -> assertThat(moves).isEqualTo("1 to MATCHING by the system"));
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
