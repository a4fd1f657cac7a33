// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.GuestLink;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.Multipart;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;

/** Someone without an account, let into one circle by a personal link. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class GuestTest {
    @Test
    void a_guest_is_agreed_to_by_the_host_reads_the_rules_first_and_the_text_once_she_has_accepted() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Browserless guest = Browserless.fresh();
        guest.get(invited.path()).is(200);
        assertThat(guest.get(invited.path()).body()).as("opening it uses nothing up, and tells nothing").doesNotContain(fixture.word("dilemma.title"), fixture.word("programme.name"));
        assertThat(guest.post(invited.path()).is(303).header("Location")).endsWith("/guest");
        assertThat(guest.get("/guest").is(200).body()).contains(fixture.word("programme.rules"));
        guest.get(fixture.fill("/dilemmas/{dilemma}")).is(403);
        guest.post("/guest/house-rules", "version", "2").is(422);
        guest.post("/guest/house-rules", "version", "1").is(303);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.title")).doesNotContain(fixture.word("dilemma.question"));
        guest.post(fixture.fill("/dilemmas/{dilemma}/seats/") + invited.seat() + "/answer", "accepted", "true").is(303);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}")).is(200).body()).contains(fixture.word("dilemma.question"));
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("Gast van de aanbieder");
    }

    @Test
    void a_guest_gets_her_letters_in_the_language_in_which_she_accepted_the_house_rules() {
        GuestLink invited = GuestLink.invite(Fixture.in(Phase.ACCEPTED));
        Browserless guest = Browserless.fresh();
        guest.post("/language", "lang", "en", "from", "/").is(303);
        guest.post(invited.path()).is(303);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select language from person where email = ?", invited.email())).as("reading is not choosing").isNull();
            guest.post("/guest/house-rules", "version", "1").is(303);
            assertThat(rows.one("select language from person where email = ?", invited.email())).isEqualTo("en");
            rows.change("update guest_pass set created_at = date_sub(now(6), interval 2 hour) where person_id = (select guest_id from seat where id = ?)", invited.seat());
            Browserless.fresh().post("/guest/renewal", "email", invited.email()).is(303);
            assertThat(rows.all("select body from mail where recipient = ? order by id", invited.email()).getLast()).startsWith("Dear ").contains("works once, for 7 days");
        }
    }

    @Test
    void a_conflict_is_declared_before_anything_but_title_and_host_is_shown() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Browserless guest = invited.in();
        guest.post(fixture.fill("/dilemmas/{dilemma}/seats/") + invited.seat() + "/answer", "conflict", "Geen", "accepted", "true").is(422);
        guest.post(fixture.fill("/dilemmas/{dilemma}/seats/") + invited.seat() + "/answer", "conflict", "Wij schrijven in op deze aanbesteding", "accepted", "false").is(303);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}")).is(302).header("Location")).as("her link has done its work").endsWith("/guest/renewal");
    }

    @Test
    void a_link_works_once_and_not_after_its_days_or_when_a_new_one_was_sent() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        invited.in();
        assertThat(Browserless.fresh().post(invited.path()).header("Location")).contains("/guest/renewal");
        GuestLink late = GuestLink.invite(Fixture.in(Phase.ACCEPTED));
        try (Rows rows = Rows.open()) {
            rows.change("update guest_pass set expires_at = '2020-01-01' where person_id = (select guest_id from seat where id = ?)", late.seat());
        }
        assertThat(Browserless.fresh().post(late.path()).header("Location")).contains("/guest/renewal");
        assertThat(Browserless.fresh().post("/guest/" + "x".repeat(43)).header("Location")).contains("/guest/renewal");
    }

    @Test
    void a_link_that_works_no_longer_says_so_when_it_is_opened_whatever_the_reason() {
        GuestLink used = GuestLink.invite(Fixture.in(Phase.ACCEPTED));
        Browserless guest = used.in();
        GuestLink late = GuestLink.invite(Fixture.in(Phase.ACCEPTED));
        try (Rows rows = Rows.open()) {
            rows.change("update guest_pass set expires_at = '2020-01-01' where person_id = (select guest_id from seat where id = ?)", late.seat());
        }
        for (String path : List.of(used.path(), late.path(), "/guest/" + "x".repeat(43))) {
            assertThat(Browserless.fresh().get(path).is(200).body()).contains("Deze link werkt niet meer", "Mail mij een nieuwe link").doesNotContain("Naar binnen", "al binnen als gast");
        }
        assertThat(guest.get(used.path()).is(200).body()).as("who is in already goes on").contains("Deze link werkt niet meer", "al binnen als gast", "href=\"/guest\"");
    }

    @Test
    void what_is_no_address_is_refused_at_its_field_and_stays_there() {
        assertThat(Browserless.fresh().post("/guest/renewal", "email", "geen-adres").is(422).body())
                .contains("Uw mailadres: Dit is geen mailadres", "value=\"geen-adres\"", "id=\"f-email-error\"").doesNotContain("Deze link werkt niet meer");
    }

    @Test
    void who_had_not_answered_when_the_round_went_on_reads_that_it_is_over_and_whom_to_ask() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        try (Rows rows = Rows.open()) {
            rows.change("update seat set status = 'LAPSED' where id = ?", invited.seat());
        }
        Browserless guest = Browserless.fresh();
        guest.post(invited.path()).is(303);
        for (String page : List.of("/guest", "/")) {
            assertThat(guest.get(page).is(200).body()).contains("Deze uitnodiging is voorbij", People.email("coordinator"))
                    .doesNotContain(fixture.word("dilemma.title"), "href=\"/guest\"", "Naar uw kring", "Er wordt nu niets van u gevraagd");
        }
        guest.get(fixture.fill("/dilemmas/{dilemma}")).is(404);
    }

    @Test
    void an_invitation_that_has_not_left_yet_stays_in_when_its_seat_lapses() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        try (Rows rows = Rows.open()) {
            String hers = "unique_key like concat('guest.', (select guest_id from seat where id = ?), '.%')";
            rows.change("update mail set sent_at = null, next_attempt_at = now(6) + interval 1 day where " + hers, invited.seat());
            Api.as("coordinator").post(fixture.fill("/rounds/{round}/phase-changes"), Map.of("to", "RUNNING")).is(201);
            assertThat(rows.one("select status from seat where id = ?", invited.seat())).isEqualTo("LAPSED");
            assertThat(rows.one("select count(*) from mail where " + hers, invited.seat())).isEqualTo("0");
        }
    }

    @Test
    void a_guest_who_has_asked_reads_until_when_she_may_ask_more() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless guest = GuestLink.seated(fixture);
        guest.post(fixture.fill("/dilemmas/{dilemma}/contributions"), "kind", "QUESTION", "text", "Wat vraagt u van een aanbieder?").is(303);
        String link = fixture.fill("href=\"/dilemmas/{dilemma}#remark\"");
        assertThat(guest.get("/").is(200).body()).contains("U kunt nog vragen stellen tot", link);
        try (Rows rows = Rows.open()) {
            rows.change("update dilemma set ends_at = now(6) - interval 1 hour where id = ?", fixture.id("dilemma"));
        }
        assertThat(guest.get("/").is(200).body()).contains("U kunt altijd lezen in uw kring").doesNotContain("vragen stellen tot", link);
    }

    @Test
    void who_has_not_accepted_the_house_rules_is_led_to_those_of_guests() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Browserless guest = Browserless.fresh();
        guest.post(GuestLink.invite(fixture).path()).is(303);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}")).is(403).body()).contains("Naar de spelregels", "href=\"/guest\"").doesNotContain("Programma’s");
    }

    @Test
    void a_name_stands_on_one_line_of_a_letter() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        String email = "regel-" + fixture.id("dilemma") + "@fixture.example";
        String seat = Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/guests"), Map.of("name", " Gast\r\nBcc: iemand\u0007\u2028 ", "email", email, "voice", "OTHER")).is(201).id();
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/guests"), Map.of("name", "\r\n\u0007", "email", "x" + email, "voice", "OTHER")).is(422);
        Api.as("host").post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(201);
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select name from person where email = ?", email)).isEqualTo("Gast Bcc: iemand");
            assertThat(rows.one("select body from mail where recipient = ?", email)).contains("Gast Bcc: iemand");
        }
    }

    @Test
    void a_guest_mails_herself_a_new_link_and_the_answer_tells_nobody_who_is_known() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Answer known = Browserless.fresh().post("/guest/renewal", "email", invited.email());
        Answer unknown = Browserless.fresh().post("/guest/renewal", "email", "nobody-" + invited.email());
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(303);
        assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
        assertThat(GuestLink.mailed(invited.email())).as("one an hour").hasSize(1);
        try (Rows rows = Rows.open()) {
            rows.change("update guest_pass set created_at = created_at - interval 2 hour where person_id = (select guest_id from seat where id = ?)", invited.seat());
        }
        Browserless.fresh().post("/guest/renewal", "email", " " + invited.email().toUpperCase()).is(303);
        List<String> links = GuestLink.mailed(invited.email());
        assertThat(links).hasSize(2);
        assertThat(Browserless.fresh().post(links.getFirst()).header("Location")).as("the old one is over").contains("/guest/renewal");
        assertThat(Browserless.fresh().post(links.getLast()).header("Location")).endsWith("/guest");
    }

    @Test
    void a_guest_who_does_not_answer_is_reminded_with_a_new_link() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "answer-invitation", "seatId", invited.seat())).is(201);
        assertThat(GuestLink.mailed(invited.email())).hasSize(2);
        assertThat(Browserless.fresh().post(GuestLink.mailed(invited.email()).getLast()).header("Location")).endsWith("/guest");
        assertThat(Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "answer-invitation", "seatId", invited.seat())).is(409).at("type")).endsWith("reminded-today");
    }

    @Test
    void access_that_is_taken_back_ends_at_once_and_leads_to_no_sign_in_with_an_account() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Browserless guest = invited.in();
        guest.post(fixture.fill("/dilemmas/{dilemma}/seats/") + invited.seat() + "/answer", "accepted", "true").is(303);
        Api.as("peer1").delete("/seats/" + invited.seat() + "/guest").is(403);
        Api.as("host").delete("/seats/" + invited.seat() + "/guest").is(204);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}")).is(302).header("Location")).endsWith("/guest/renewal");
    }

    @Test
    void a_guest_who_was_shut_out_or_left_comes_in_to_her_own_texts_and_to_nothing_else() {
        for (boolean leaves : new boolean[] {true, false}) {
            Fixture fixture = Fixture.in(Phase.CLARIFYING);
            Browserless guest = GuestLink.seated(fixture);
            guest.post(fixture.fill("/dilemmas/{dilemma}/contributions"), "kind", "QUESTION", "text", "Wat vraagt qzgast van een aanbieder?").is(303);
            if (leaves) {
                guest.post(fixture.fill("/dilemmas/{dilemma}/seats/{seat.guest}/leave")).is(303);
            } else {
                Api.as("host").delete(fixture.fill("/seats/{seat.guest}/guest")).is(204);
                guest.get("/texts").is(302);
            }
            String email;
            try (Rows rows = Rows.open()) {
                email = rows.one("select email from person where id = ?", fixture.id("person.guest"));
                rows.change("delete from guest_pass where person_id = ?", fixture.id("person.guest"));
            }
            Browserless.fresh().post("/guest/renewal", "email", email).is(303);
            Browserless again = Browserless.fresh();
            again.post(GuestLink.mailed(email).getLast()).is(303);
            assertThat(again.get("/guest").is(303).header("Location")).endsWith("/texts");
            assertThat(again.get("/texts").is(200).body()).contains("qzgast").doesNotContain(fixture.word("dilemma.title"), fixture.word("question.zwolle"));
            assertThat(again.get("/texts/export").is(200).body()).contains("qzgast");
            again.get(fixture.fill("/dilemmas/{dilemma}")).is(404);
            again.get(fixture.fill("/dilemmas/{dilemma}/reflection")).is(404);
        }
    }

    @Test
    void who_never_sat_there_gets_no_link_once_the_place_is_taken_back() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Api.as("host").delete("/seats/" + invited.seat() + "/guest").is(204);
        Browserless.fresh().post("/guest/renewal", "email", invited.email()).is(303);
        assertThat(GuestLink.mailed(invited.email())).hasSize(1);
    }

    @Test
    void who_signs_out_as_a_guest_is_out_on_every_device() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        Browserless guest = GuestLink.invite(fixture).in();
        guest.post("/guest/sign-out").is(303);
        guest.get(fixture.fill("/dilemmas/{dilemma}")).is(302);
    }

    @Test
    void a_guest_does_not_come_in_to_the_programme_or_its_round() {
        Fixture fixture = Fixture.in(Phase.SESSION);
        Browserless guest = GuestLink.seated(fixture);
        guest.get(fixture.fill("/dilemmas/{dilemma}")).is(200);
        guest.get(fixture.fill("/programmes/{programme}")).is(404);
        guest.get(fixture.fill("/rounds/{round}")).is(404);
    }

    @Test
    void a_guest_thinks_along_like_any_other() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        Browserless guest = GuestLink.seated(fixture);
        assertThat(guest.get("/").body()).contains("Schrijf uw reflectie");
        guest.post(fixture.fill("/dilemmas/{dilemma}/reflection"), "text", "Bij ons begint het bij de wijkverpleging.", "mirror", "Wij vragen het morgen na.", "submit", "1").is(303);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}")).body()).as("who has submitted reads who has").contains(fixture.word("reflection.zwolle"));
        assertThat(Api.as("host").get(fixture.fill("/dilemmas/{dilemma}")).body()).contains("\"peersDone\":3");
    }

    @Test
    void a_guest_reads_of_no_gemeente_that_takes_her_texts() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String form = fixture.fill("/dilemmas/{dilemma}/reflection");
        assertThat(GuestLink.seated(fixture).get(form).is(200).body()).contains("Wet open overheid").doesNotContain("zie Mijn profiel");
        assertThat(Browserless.as("peer2").get(form).is(200).body()).contains("(zie Mijn profiel)");
    }

    @Test
    void a_guest_reads_what_was_marked_and_is_refused_marking_whatever_she_sends() {
        Fixture fixture = Fixture.in(Phase.HARVESTING);
        Browserless guest = GuestLink.seated(fixture);
        assertThat(guest.get(fixture.fill("/dilemmas/{dilemma}/harvest")).is(200).body()).contains(fixture.word("observation.hoorn.theme")).doesNotContain(fixture.fill("/dilemmas/{dilemma}/observations"), "href=\"/programmes");
        String marks = fixture.fill("/dilemmas/{dilemma}/observations");
        for (String[] sent : new String[][] {{}, {"field", "nothing"}, {"field", "CONTRIBUTION:" + fixture.id("reflection.hoorn"), "exact", fixture.word("reflection.hoorn")}}) {
            assertThat(guest.post(marks, sent).is(403).body()).doesNotContain(fixture.word("observation.hoorn.theme"));
        }
    }

    @Test
    void a_guest_saves_in_her_profile_the_language_she_reads_and_nothing_besides() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless guest = GuestLink.seated(fixture);
        assertThat(guest.get("/profile").is(200).body()).contains("U bent gast", "action=\"/profile\"").doesNotContain("absentFrom", fixture.word("programme.name"));
        guest.post("/profile", "language", "en").is(412);
        guest.post("/profile", "version", "0", "language", "fr").is(422);
        guest.post("/profile", "version", "0", "language", "en", "absentFrom", "2030-01-07", "absentUntil", "2030-01-08", "membership", fixture.id("membership.peer1").toString(), "level", "COUNCIL").is(303);
        assertThat(guest.get("/profile").is(200).body()).contains("You are a guest");
        try (Rows rows = Rows.open()) {
            assertThat(rows.one("select concat_ws(' ', language, absent_from, absent_until, replacement_id) from person where id = ?", fixture.id("person.guest"))).isEqualTo("en");
        }
    }

    @Test
    void a_guest_adds_a_file_to_what_she_wrote_and_reads_those_of_the_circle() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless guest = GuestLink.seated(fixture);
        String there = guest.post(fixture.fill("/dilemmas/{dilemma}/contributions"), "kind", "QUESTION", "text", "Wat vraagt u van een aanbieder?").is(303).header("Location");
        String question = there.substring(there.indexOf("#c-") + 3);
        guest.upload("/contributions/" + question + "/attachments", new Multipart().file("plan.txt", "De tekst")).is(303);
        assertThat(Api.as("host").get("/attachments?contributionId=" + question).is(200).items()).hasSize(1);
        guest.get(fixture.fill("/attachments/{file.question}")).is(200);
        guest.get(fixture.fill("/attachments/{file.withdrawn}")).is(404);
        guest.upload(fixture.fill("/dilemmas/{dilemma}/attachments"), new Multipart().file("plan.txt", "De tekst")).is(403);
    }

    @Test
    void a_role_given_to_the_same_address_is_not_the_guests() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Browserless guest = invited.in();
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", invited.email(), "role", "COORDINATOR")).is(201);
        guest.get(fixture.fill("/programmes/{programme}")).is(404);
    }

    @Test
    void who_has_a_part_in_the_programme_is_no_guest_in_it() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        for (String user : List.of("coordinator", "peer1", "buiten")) {
            Answer answer = Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/guests"), Map.of("name", "Jan Jansen, bewoner", "email", People.email(user).toUpperCase(), "voice", "RESIDENT")).is(422);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("email");
        }
        String email = "later-" + fixture.id("dilemma") + "@fixture.example";
        String seat = Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/guests"), Map.of("name", "Iemand", "email", email, "voice", "OTHER")).is(201).at("id");
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", email, "role", "FACILITATOR")).is(201);
        Api.as("host").post("/seats/" + seat + "/host-agreements", Map.of("agreed", true)).is(422);
    }

    @Test
    void a_guests_cookie_never_stands_between_somebody_and_an_account() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        Browserless guest = invited.in();
        assertThat(guest.get("/login").is(302).header("Location")).as("to Keycloak").doesNotContain("/guest");
        Api.as("host").delete("/seats/" + invited.seat() + "/guest").is(204);
        assertThat(guest.get("/login").is(302).header("Location")).doesNotContain("/guest");
        guest.post("/guest/sign-out").is(303);
        assertThat(guest.cookieHeader()).doesNotContain("guest=");
    }

    @Test
    void who_is_signed_in_with_an_account_does_not_use_up_the_link() {
        Fixture fixture = Fixture.in(Phase.ACCEPTED);
        GuestLink invited = GuestLink.invite(fixture);
        assertThat(Browserless.as("vreemd").get(invited.path()).body()).contains("Meld u eerst af");
        Browserless.as("vreemd").post(invited.path()).is(303);
        assertThat(Browserless.fresh().post(invited.path()).header("Location")).endsWith("/guest");
    }

    @Test
    void a_guests_cookie_counts_for_nothing_in_the_api() {
        Fixture fixture = Fixture.in(Phase.CLARIFYING);
        Browserless guest = GuestLink.seated(fixture);
        Api.anonymous().get(fixture.fill("/dilemmas/{dilemma}"), "Cookie", guest.cookieHeader()).is(401);
    }
}
