// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.LocalServices;
import org.junit.jupiter.api.Test;

/** A draft goes with the write that takes its text, and with nothing else: a form that is refused keeps it. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class SentDraftTest {
    private static final String TOO_LONG = "x".repeat(1001);

    @Test
    void what_a_programme_is_for_and_its_house_rules_are_drafts_until_they_are_saved() {
        Fixture fixture = Fixture.in(Phase.DRAFT);
        String programme = fixture.fill("/programmes/{programme}");
        for (String field : new String[] {"purpose", "houseRules"}) {
            type("coordinator", fixture.fill("programme." + field + ".{programme}"));
            type("coordinator", "programme." + field + ".new");
        }
        Map<String, String> description = Map.of("name", "Leren sturen", "purpose", "Samen leren.", "houseRules", "Wat u leest, blijft in de kring.");
        Answer before = Api.as("coordinator").get(programme);
        Api.as("coordinator").put(programme, Map.of("name", "Leren sturen", "purpose", "Samen leren.", "houseRules", ""), "If-Match", before.etag()).is(422);
        waits("coordinator", fixture.fill("programme.purpose.{programme}"));
        Api.as("coordinator").put(programme, description, "If-Match", before.etag()).is(200);
        Api.as("coordinator").post("/programmes", Map.of("name", "Nog een")).is(422);
        for (String field : new String[] {"purpose", "houseRules"}) {
            isGone("coordinator", fixture.fill("programme." + field + ".{programme}"));
            waits("coordinator", "programme." + field + ".new");
        }
        Api.as("coordinator").post("/programmes", description).is(201);
        isGone("coordinator", "programme.purpose.new");
        isGone("coordinator", "programme.houseRules.new");
    }

    @Test
    void a_conflict_and_a_reason_wait_until_the_invitation_is_answered() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String conflict = fixture.fill("invitation.conflict.{dilemma}");
        String reason = fixture.fill("invitation.reason.{dilemma}");
        type("peer3", conflict);
        type("peer3", reason);
        String answers = fixture.fill("/seats/{seat.venlo}/answers");
        Api.as("peer3").post(answers, Map.of("accepted", false, "reason", TOO_LONG)).is(422);
        waits("peer3", conflict);
        waits("peer3", reason);
        Api.as("peer3").post(answers, Map.of("accepted", false, "reason", "Geen tijd")).is(201);
        isGone("peer3", conflict);
        isGone("peer3", reason);
    }

    @Test
    void why_a_text_is_reported_waits_until_it_is_reported() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        String draft = fixture.fill("report.{question.zwolle}");
        type("peer2", draft);
        String reports = fixture.fill("/contributions/{question.zwolle}/reports");
        Api.as("peer2").post(reports, Map.of("why", TOO_LONG)).is(422);
        waits("peer2", draft);
        Api.as("peer2").post(reports, Map.of("why", "De straat wordt genoemd")).is(201);
        isGone("peer2", draft);
    }

    @Test
    void what_observations_say_together_and_why_one_says_no_to_a_lesson_wait_until_they_are_saved() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        String pattern = fixture.fill("pattern.{programme}");
        type("coordinator", pattern);
        List<String> observations = List.of(fixture.id("observation.zwolle").toString(), fixture.id("observation.hoorn").toString(), fixture.id("observation.leeuwarden").toString());
        Api.as("coordinator").post("/patterns", Map.of("statement", "Dit zien drie gemeenten", "observationIds", observations.subList(0, 1))).is(422);
        waits("coordinator", pattern);
        Api.as("coordinator").post("/patterns", Map.of("statement", "Dit zien drie gemeenten", "observationIds", observations)).is(201);
        isGone("coordinator", pattern);
        String consent = fixture.fill("consent.{lesson.draft}");
        type("peer1", consent);
        String consents = fixture.fill("/lessons/{lesson.draft}/consents");
        Api.as("peer1").post(consents, Map.of("given", false, "why", TOO_LONG)).is(422);
        waits("peer1", consent);
        Api.as("peer1").post(consents, Map.of("given", false, "why", "Te herkenbaar")).is(201);
        isGone("peer1", consent);
    }

    /** Drafts outlive a test: what is new has one name in all of them. */
    private static void type(String user, String key) {
        Answer there = Api.as(user).get("/drafts/" + key);
        Api.as(user).put("/drafts/" + key, Map.of("text", "Ik denk nog na"), there.status() == 404 ? new String[] {"If-None-Match", "*"} : new String[] {"If-Match", there.etag()}).is(200);
    }

    private static void waits(String user, String key) {
        Api.as(user).get("/drafts/" + key).is(200);
    }

    private static void isGone(String user, String key) {
        Api.as(user).get("/drafts/" + key).is(404);
    }
}
