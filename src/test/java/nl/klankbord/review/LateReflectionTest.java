// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.GuestLink;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** One of two colleagues submits the reflection of their seat while the other is still writing. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class LateReflectionTest {
    private static final String ANNE = "peer1-collega";
    private static final String BILAL = "peer1";
    private final Fixture fixture = unsubmitted();
    private final String page = fixture.fill("/dilemmas/{dilemma}/reflection");
    private final String reflection = fixture.fill("/contributions/{reflection.zwolle}");

    @Test
    void what_somebody_typed_when_a_colleague_had_submitted_is_shown_to_be_copied_and_waits_among_her_own_texts() {
        String version = version();
        Api.as(BILAL).post(reflection + "/submission").is(201);
        for (String deed : new String[] {"submit", "merged", "sure", "preview"}) {
            String told = Browserless.as(ANNE).post(page, "version", version, "text", "Anne qzlaat <b>vet</b>.", "mirror", "Bij ons qzspiegel.", deed, "1").is(409).body();
            assertThat(told).as(deed).contains(name(BILAL) + " heeft de reflectie van uw plaats intussen ingediend", "Anne qzlaat &lt;b&gt;vet", "Bij ons qzspiegel.", "Wat herkent u, en wat valt u op?", "En bij ons?")
                    .doesNotContain("<textarea", "name=\"submit\"", page + "/merge");
        }
        assertThat(Api.as(BILAL).get(reflection).is(200).body()).doesNotContain("qzlaat");
        assertThat(Browserless.as(ANNE).get(page).is(200).body()).contains("qzlaat", "qzspiegel").doesNotContain("<textarea");
        assertThat(Browserless.as(ANNE).get(page + "/merge").is(200).body()).contains("qzlaat").doesNotContain("<textarea");
        assertThat(Browserless.as(ANNE).get("/texts").is(200).body()).contains("Niet bewaard", "qzlaat", "qzspiegel");
        for (String path : new String[] {"/texts", page, fixture.fill("/dilemmas/{dilemma}")}) {
            assertThat(Browserless.as(BILAL).get(path).body()).doesNotContain("qzlaat", "qzspiegel");
        }
    }

    @Test
    void what_somebody_typed_too_late_stays_hers_after_she_left_the_seat_and_her_role_and_the_dilemma_is_over() {
        String version = version();
        Api.as(BILAL).post(reflection + "/submission").is(201);
        Browserless.as(ANNE).post(page, "version", version, "text", "Anne qzblijft.").is(409);
        Api.as(ANNE).delete(fixture.fill("/seats/{seat.zwolle}/people/{person.peer1-collega}")).is(204);
        keeps("she left her seat");
        for (String phase : new String[] {"WITHDRAWN", "CLOSED"}) {
            try (Rows rows = Rows.open()) {
                rows.change("update dilemma set phase = '" + phase + "' where id = ?", fixture.id("dilemma"));
            }
            keeps(phase);
        }
        try (Rows rows = Rows.open()) {
            rows.change("delete from membership where programme_id = ? and person_id = ?", fixture.id("programme"), fixture.id("person.peer1-collega"));
        }
        keeps("her role ended");
        Browserless.as(ANNE).post("/drafts/unmerged.reflection." + fixture.id("dilemma") + "/removal").is(303);
        assertThat(Browserless.as(ANNE).get("/texts").body() + Api.as(ANNE).get("/me/export").body()).doesNotContain("qzblijft");
    }

    private static void keeps(String when) {
        assertThat(Browserless.as(ANNE).get("/texts").is(200).body()).as(when).contains("Niet bewaard", "Anne qzblijft.");
        assertThat(Api.as(ANNE).get("/me/export").is(200).body()).as(when).contains("Anne qzblijft.");
    }

    @Test
    void what_saves_itself_too_late_says_so_and_is_found_again() {
        String version = version();
        Api.as(BILAL).post(reflection + "/submission").is(201);
        Answer answer = Browserless.as(ANNE).post(page + "/autosave", "version", version, "text", "Anne qzvanzelf.").is(409);
        assertThat(answer.at("detail")).contains("al ingediend", "Mijn teksten");
        assertThat(Browserless.as(ANNE).get(page).is(200).body()).contains("qzvanzelf");
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set phase = 'FOLLOW_UP' where id = ?", fixture.id("dilemma"));
        }
        assertThat(Browserless.as(ANNE).get(page).is(200).body()).as("also when nobody reflects any more").contains("qzvanzelf");
    }

    @Test
    void what_is_longer_than_can_be_put_aside_is_given_back_and_not_said_to_wait() {
        Api.as(BILAL).post(reflection + "/submission").is(201);
        String tooLong = "x".repeat(130_000);
        assertThat(Browserless.as(ANNE).post(page, "text", tooLong, "advice", tooLong).is(409).body()).contains("te lang om apart te bewaren", tooLong);
        assertThat(Browserless.as(ANNE).get("/texts").body()).doesNotContain(tooLong);
    }

    @Test
    void who_submitted_it_herself_elsewhere_is_not_told_that_a_colleague_did() {
        String version = version();
        Api.as(ANNE).post(reflection + "/submission").is(201);
        assertThat(Browserless.as(ANNE).post(page, "version", version, "text", "Anne qzander tabblad.").is(409).body()).contains("De reflectie van uw plaats is ingediend", "qzander").doesNotContain("intussen ingediend");
    }

    @Test
    void who_comes_back_to_a_reflection_that_is_submitted_is_led_to_it() {
        Api.as(BILAL).post(reflection + "/submission").is(201);
        for (String path : new String[] {page, page + "/merge"}) {
            assertThat(Browserless.as(ANNE).get(path).is(303).header("Location")).contains(fixture.fill("/dilemmas/{dilemma}?done=reflection-in#c-{reflection.zwolle}"));
        }
        Browserless guest = GuestLink.seated(fixture);
        guest.post(page, "text", "Bij ons begint het bij de wijkverpleging.", "submit", "1").is(303);
        assertThat(guest.get(page).is(303).header("Location")).contains("?done=reflection-in#c-");
    }

    @Test
    void submitting_asks_first_when_a_colleague_is_still_writing_and_keeps_what_was_typed() {
        Browserless.as(ANNE).get(page).is(200);
        String told = Browserless.as(BILAL).post(page, "version", version(), "text", "Bilal qzklaar met schrijven.", "submit", "1").is(422).body();
        assertThat(told).contains("Uw collega " + name(ANNE) + " schrijft nog.", "Toch indienen", "name=\"anyway\" value=\"true\"", "Bilal qzklaar met schrijven.").doesNotContain("name=\"submit\"");
        assertThat(Api.as(ANNE).get(reflection).body()).as("saved, and not submitted").contains("qzklaar", "\"submitted\":false");
        Browserless.as(BILAL).post(page, "version", version(), "text", "Bilal qzklaar met schrijven.", "anyway", "true").is(303);
        assertThat(Api.as(ANNE).get(reflection).body()).contains("\"submitted\":true");
    }

    @Test
    void also_when_what_a_colleague_typed_waits_to_be_made_one_with_it_but_not_for_who_writes_on_another_seat() {
        String version = version();
        Browserless.as("peer2").get(page).is(200);
        Browserless.as(ANNE).post(page + "/autosave", "version", String.valueOf(Integer.parseInt(version) + 1), "text", "Anne qzapart.").is(412);
        try (Rows rows = Rows.open()) {
            rows.change("delete from reflection_presence where seat_id = ?", fixture.id("seat.zwolle"));
        }
        String told = Browserless.as(BILAL).post(page, "version", version, "text", "Bilal is er klaar mee.", "submit", "1").is(422).body();
        assertThat(told).contains("Uw collega " + name(ANNE) + " schrijft nog.").doesNotContain("qzapart", name("peer2") + " schrijft");
        try (Rows rows = Rows.open()) {
            rows.change("update text_draft set updated_at = updated_at - interval 61 minute where draft_key = ?", "unmerged.reflection." + fixture.id("dilemma"));
        }
        Browserless.as(BILAL).post(page, "version", version(), "text", "Bilal is er klaar mee.", "submit", "1").is(303);
        assertThat(Browserless.as(ANNE).get("/texts").body()).as("who did not come back keeps it").contains("qzapart");
    }

    @Test
    void what_waits_is_thrown_away_where_it_is_shown_by_its_writer_alone_and_holds_up_nobody() {
        String version = version();
        Browserless.as(ANNE).post(page + "/autosave", "version", String.valueOf(Integer.parseInt(version) + 1), "text", "Anne qzapart.").is(412);
        String key = "unmerged.reflection." + fixture.id("dilemma");
        String removal = "/drafts/" + key + "/removal";
        for (String path : new String[] {"/texts", page + "/merge"}) {
            assertThat(Browserless.as(ANNE).get(path).is(200).body()).contains("qzapart", removal, "Gooi weg wat u typte");
        }
        Browserless.as(BILAL).post(removal).is(404);
        Api.as(BILAL).delete("/drafts/" + key).is(404);
        assertThat(Browserless.as(ANNE).post(removal, "back", page).is(303).header("Location")).contains(page + "?done=thrown-away");
        Browserless.as(ANNE).post(removal, "back", page).is(404);
        assertThat(Browserless.as(ANNE).get("/texts").body()).doesNotContain("qzapart");
        Browserless.as(ANNE).post(page + "/autosave", "version", String.valueOf(Integer.parseInt(version) + 1), "text", "Anne qzweer.").is(412);
        assertThat(Browserless.as(ANNE).post(removal, "back", "//elders.example").is(303).header("Location")).endsWith("/texts?done=thrown-away");
        Browserless.as(ANNE).post(page + "/autosave", "version", String.valueOf(Integer.parseInt(version) + 1), "text", "Anne qznog.").is(412);
        Api.as(ANNE).delete("/drafts/" + key).is(204);
        try (Rows rows = Rows.open()) {
            rows.change("delete from reflection_presence where seat_id = ?", fixture.id("seat.zwolle"));
        }
        Browserless.as(BILAL).post(page, "version", version, "text", "Bilal is er klaar mee.", "submit", "1").is(303);
    }

    @Test
    void what_is_not_filled_in_yet_is_said_before_anybody_is_asked_to_wait() {
        Browserless.as(ANNE).get(page).is(200);
        assertThat(Browserless.as(BILAL).post(page, "version", version(), "text", "", "submit", "1").is(422).body()).doesNotContain("Toch indienen");
    }

    @Test
    void a_reflection_carries_the_moment_at_which_it_was_submitted() {
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set created_at = '2026-01-05 10:00:00', submitted_at = '2026-02-06 11:30:00' where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update seat set reflection_submitted_at = '2026-02-06 11:30:00' where id = ?", fixture.id("seat.zwolle"));
        }
        UUID mine = fixture.id("reflection.zwolle");
        UUID justAfter = new UUID(mine.getMostSignificantBits(), mine.getLeastSignificantBits() + 1);
        for (String path : new String[] {fixture.fill("/dilemmas/{dilemma}"), "/texts?cursor=" + justAfter}) {
            assertThat(Browserless.as(BILAL).get(path).is(200).body()).as(path).contains("datetime=\"2026-02-06T11:30:00Z\"").doesNotContain("2026-01-05T10:00");
        }
    }

    @Test
    void a_merge_speaks_of_the_mirror_only_where_it_is_about_that() {
        String began = String.valueOf(Integer.parseInt(version()) + 1);
        String mirror = Api.as(ANNE).get(reflection + "/mirror").is(200).at("text");
        assertThat(Browserless.as(ANNE).post(page, "version", began, "text", "Anne anders.", "mirror", mirror).is(412).body()).doesNotContain("lezen alleen de mensen op uw plaats");
        assertThat(Browserless.as(ANNE).post(page, "version", began, "text", "Anne anders.", "mirror", "Een andere spiegel.").is(412).body()).contains("lezen alleen de mensen op uw plaats");
    }

    private String version() {
        return Api.as(BILAL).get(reflection).is(200).etag().replace("\"", "");
    }

    private static String name(String user) {
        return Api.as(user).get("/me").at("name");
    }

    private static Fixture unsubmitted() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        try (Rows rows = Rows.open()) {
            rows.change("update contribution set submitted_at = null where id = ?", fixture.id("reflection.zwolle"));
            rows.change("update seat set reflection_submitted_at = null where id = ?", fixture.id("seat.zwolle"));
        }
        return fixture;
    }
}
