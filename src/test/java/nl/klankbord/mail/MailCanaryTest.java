// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.identity.Actor;
import nl.klankbord.record.RetainDilemmas;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.testsupport.Answer;
import nl.klankbord.testsupport.Api;
import nl.klankbord.testsupport.Browserless;
import nl.klankbord.testsupport.CaughtMails;
import nl.klankbord.testsupport.CaughtMails.Caught;
import nl.klankbord.testsupport.Fixture;
import nl.klankbord.testsupport.GuestLink;
import nl.klankbord.testsupport.LocalServices;
import nl.klankbord.testsupport.People;
import nl.klankbord.testsupport.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the house by mail: secretaries and open diaries read it. */
@QuarkusTest
@QuarkusTestResource(LocalServices.class)
class MailCanaryTest {
    @Inject
    SendMail sendMail;
    @Inject
    RetainDilemmas retain;
    @Inject
    WorkingDays calendar;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void an_invitation_to_think_along_says_neither_what_it_is_about_nor_of_whom(String language) {
        Fixture fixture = read(Phase.ACCEPTED, language);
        Api.as("host").post(fixture.fill("/seats/{seat.breda}/host-agreements"), Map.of("agreed", true)).is(201);
        List<Caught> mails = delivered(fixture);
        assertThat(mails).extracting(Caught::to).containsExactly(address(fixture, "breda"));
        areSilent(fixture, mails, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void an_invitation_to_a_session_says_when_and_nothing_else(String language) {
        Fixture fixture = read(Phase.ACCEPTED, language);
        OffsetDateTime starts = OffsetDateTime.now().plusDays(120).withNano(0);
        Answer set = Api.as("coordinator").put(fixture.fill("/dilemmas/{dilemma}/session"), Map.of("startsAt", starts.toInstant().toString(), "endsAt", starts.plusHours(2).toInstant().toString(),
                "location", "Zaal " + fixture.word("dilemma.stip"), "joinUrl", "https://vergaderen.example/" + fixture.word("dilemma.stip"), "protocol", "consultancy"), "If-None-Match", "*").is(201);
        List<Caught> mails = delivered(fixture);
        assertThat(mails).filteredOn(mail -> mail.to().endsWith("@fixture.example")).extracting(Caught::to).containsExactlyInAnyOrder(address(fixture, "hoorn"), address(fixture, "guest"));
        areSilent(fixture, mails, language);
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.calendar()).contains("BEGIN:VEVENT", "UID:" + set.id(), "CLASS:PRIVATE").doesNotContain("ATTENDEE", "ORGANIZER", "LOCATION");
            assertThat(mail.calendar()).doesNotContainIgnoringCase("delft");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_session_that_does_not_take_place_leaves_diaries_and_says_no_more(String language) {
        Fixture fixture = read(Phase.REFLECTING, language);
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        sendMail.due();
        List<Caught> mails;
        try (Rows rows = Rows.open()) {
            mails = rows.all("select message_id from mail where calendar like ?", "%" + fixture.id("session") + "%").stream().map(CaughtMails::byMessageId).toList();
        }
        assertThat(mails).extracting(Caught::to).contains(address(fixture, "hoorn"));
        areSilent(fixture, mails, language);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.calendar()).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", "UID:" + fixture.id("session")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_news_that_a_dilemma_is_withdrawn_goes_to_who_knew_of_it_and_says_neither_which_nor_of_whom(String language) {
        Fixture fixture = read(Phase.CLARIFYING, language);
        rows("update session set status = 'CANCELLED' where dilemma_id = ?", fixture.id("dilemma"));
        rows("update seat set status = 'INVITED' where id = ?", fixture.id("seat.breda"));
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        List<Caught> mails = keyed("withdrawal." + fixture.id("dilemma") + ".%");
        assertThat(mails).extracting(Caught::to).doesNotHaveDuplicates().contains(address(fixture, "hoorn"), address(fixture, "guest"), address(fixture, "breda"), People.email("peer1"), People.email("facilitator"), People.email("coordinator"))
                .doesNotContain(People.email("host"), People.email("buiten"), address(fixture, "gouda"));
        areSilent(fixture, mails, language);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.text()).contains("/dilemmas/" + fixture.id("dilemma")));
        for (String knew : List.of("peer1", "facilitator", "coordinator")) {
            assertThat(Browserless.as(knew).get(fixture.fill("/dilemmas/{dilemma}")).is(410).body()).as(knew).contains("Delft").doesNotContain(fixture.word("dilemma.title"), fixture.word("dilemma.question"));
        }
        Browserless.as("buiten").get(fixture.fill("/dilemmas/{dilemma}")).is(404);
    }

    @Test
    void who_hears_of_a_withdrawal_with_the_session_that_is_off_is_not_told_twice_and_a_concept_goes_without_a_word() {
        Fixture fixture = read(Phase.REFLECTING, "nl");
        rows("update seat set status = 'INVITED' where id = ?", fixture.id("seat.breda"));
        Api.as("host").post(fixture.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        Fixture concept = read(Phase.DRAFT, "nl");
        Api.as("host").post(concept.fill("/dilemmas/{dilemma}/withdrawal")).is(201);
        assertThat(keyed("withdrawal." + fixture.id("dilemma") + ".%")).extracting(Caught::to).containsExactly(address(fixture, "breda"));
        try (Rows rows = Rows.open()) {
            assertThat(rows.all("select recipient from mail where unique_key like ?", "withdrawal." + concept.id("dilemma") + ".%")).isEmpty();
        }
        Browserless.as("coordinator").get(concept.fill("/dilemmas/{dilemma}")).is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_date_that_moves_a_pause_and_its_end_are_told_once_with_the_dates_and_nothing_else(String language) {
        Fixture fixture = read(Phase.CLARIFYING, language);
        rows("update seat set status = 'INVITED' where id = ?", fixture.id("seat.breda"));
        Instant before = ends(fixture);
        Instant after = WorkingDays.endOf(calendar.plus(WorkingDays.dayOf(before), 5));
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/extension"), Map.of("until", after.toString())).is(201);
        List<Caught> extended = keyed("extension." + fixture.id("dilemma") + ".%");
        assertThat(extended).extracting(Caught::to).doesNotHaveDuplicates().contains(address(fixture, "hoorn"), address(fixture, "guest"), address(fixture, "breda"), People.email("host"), People.email("facilitator"))
                .doesNotContain(People.email("coordinator"), People.email("buiten"), address(fixture, "gouda"));
        areSilent(fixture, extended, language);
        says(extended, language, before, after);
        Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/pause")).is(303);
        List<Caught> paused = keyed("pause." + fixture.id("dilemma") + ".%");
        assertThat(paused).extracting(Caught::to).doesNotHaveDuplicates().contains(address(fixture, "hoorn"), address(fixture, "guest"), People.email("host")).doesNotContain(address(fixture, "breda"), People.email("coordinator"));
        areSilent(fixture, paused, language);
        says(paused, language, after);
        assertThat(Browserless.as("peer1").get(fixture.fill("/rounds/{round}")).is(200).body()).contains("Op pauze sinds");
        Browserless.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/resumption")).is(303);
        assertThat(Browserless.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}?done=dilemma-goes-on")).is(200).body()).contains("Deze fase loopt nu tot " + Spelled.day(after, Texts.locale("nl"))).doesNotContain("opgeschoven");
        List<Caught> resumed = keyed("resumption." + fixture.id("dilemma") + ".%");
        assertThat(resumed).extracting(Caught::to).as("nothing moved within a day").containsExactlyInAnyOrderElementsOf(paused.stream().map(Caught::to).toList());
        areSilent(fixture, resumed, language);
        says(resumed, language, after);
    }

    private static Instant ends(Fixture fixture) {
        return Instant.parse(Api.as("coordinator").get(fixture.fill("/dilemmas/{dilemma}")).is(200).at("endsAt"));
    }

    private static void says(List<Caught> mails, String language, Instant... moments) {
        assertThat(mails).filteredOn(mail -> mail.to().endsWith("@fixture.example")).allSatisfy(mail -> {
            for (Instant moment : moments) {
                assertThat(mail.text().replaceAll("\\s+", " ")).contains(Spelled.moment(moment, Texts.locale(language)));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_question_for_consent_quotes_nothing(String language) {
        Fixture fixture = read(Phase.HARVESTING, language);
        Answer draft = Api.as("coordinator").get(fixture.fill("/lessons/{lesson.draft}")).is(200);
        Api.as("coordinator").put(fixture.fill("/lessons/{lesson.draft}"), Map.of("title", "Anders " + fixture.word("lesson.draft.title"), "statement", "Ook anders"), "If-Match", draft.etag()).is(200);
        List<Caught> mails = delivered(fixture);
        assertThat(mails).extracting(Caught::to).contains(address(fixture, "hoorn"));
        areSilent(fixture, mails, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_reminder_says_what_is_asked_and_neither_of_whom_nor_about_what(String language) {
        Fixture fixture = read(Phase.ACCEPTED, language);
        rows("update seat set status = 'INVITED' where id = ?", fixture.id("seat.breda"));
        Api.as("coordinator").post(fixture.fill("/dilemmas/{dilemma}/reminders"), Map.of("what", "answer-invitation", "seatId", fixture.id("seat.breda"))).is(201);
        List<Caught> mails = delivered(fixture);
        assertThat(mails).extracting(Caught::to).containsExactly(address(fixture, "breda"));
        areSilent(fixture, mails, language);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.text()).contains("/dilemmas/" + fixture.id("dilemma"))
                .contains(language.equals("nl") ? List.of("Wilt u meedenken? Zeg ja of nee", "Graag uiterlijk", "ongeveer 3 minuten") : List.of("Please do so by", "about 3 minutes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_news_that_somebody_comes_later_says_neither_who_nor_where(String language) {
        Fixture fixture = read(Phase.CLARIFYING, language);
        Api.as("host").post(fixture.fill("/newcomers/{newcomer}/host-agreements"), Map.of("agreed", true)).is(201);
        List<Caught> mails = keyed("newcomer." + fixture.id("dilemma") + ".%");
        assertThat(mails).extracting(Caught::to).contains(address(fixture, "hoorn"), address(fixture, "guest"));
        areSilent(fixture, mails, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_question_to_lead_a_conversation_says_neither_what_it_is_about_nor_of_whom(String language) {
        Fixture fixture = read(Phase.ACCEPTED, language);
        rows("update membership set role = 'FACILITATOR' where id = ?", fixture.id("membership.breda"));
        rows("update seat set status = 'PROPOSED', accepted_at = null, invited_email = ? where id = ?", address(fixture, "breda"), fixture.id("seat.facilitator"));
        rows("delete from seat_person where seat_id = ?", fixture.id("seat.facilitator"));
        Api.as("host").post(fixture.fill("/seats/{seat.facilitator}/host-agreements"), Map.of("agreed", true)).is(201);
        List<Caught> mails = delivered(fixture);
        assertThat(mails).extracting(Caught::to).containsExactly(address(fixture, "breda"));
        areSilent(fixture, mails, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_guests_link_comes_in_a_letter_that_says_nothing_of_what_it_opens(String language) {
        Fixture fixture = read(Phase.CLARIFYING, language);
        GuestLink.invite(fixture);
        renewed(fixture);
        sendMail.due();
        List<Caught> invited = CaughtMails.to("guest-" + fixture.id("dilemma") + "@fixture.example");
        List<Caught> mails = keyed("guest." + fixture.id("person.guest") + ".%");
        assertThat(invited).hasSize(1);
        assertThat(mails).extracting(Caught::to).containsExactly(address(fixture, "guest"));
        assertThat(mails.getFirst().text()).contains("/guest/");
        Stream.concat(invited.stream(), mails.stream()).forEach(mail -> keepsSilent(fixture, mail));
        inTheirLanguage(mails, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_guest_who_has_gone_is_sent_a_link_to_her_own_texts_and_no_word_of_them(String language) {
        Fixture fixture = read(Phase.CLARIFYING, language);
        Browserless guest = GuestLink.seated(fixture);
        rows("update person set language = ? where id = ?", language, fixture.id("person.guest"));
        guest.post(fixture.fill("/dilemmas/{dilemma}/contributions"), "kind", "QUESTION", "text", "Wat vraagt " + fixture.word("dilemma.stip") + " van u?").is(303);
        Api.as("host").delete(fixture.fill("/seats/{seat.guest}/guest")).is(204);
        rows("delete from guest_pass where person_id = ?", fixture.id("person.guest"));
        renewed(fixture);
        List<Caught> mails = keyed("guest." + fixture.id("person.guest") + ".%");
        assertThat(mails).extracting(Caught::to).containsExactly(address(fixture, "guest"));
        areSilent(fixture, mails, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_news_that_a_dilemma_goes_says_when_and_not_which(String language) {
        Fixture fixture = read(Phase.CLOSED, language);
        rows("update programme set retention_months = 6, retention_way = 'ERASE' where id = ?", fixture.id("programme"));
        rows("update dilemma_move set moved_at = '2026-01-05 10:00:00' where dilemma_id = ?", fixture.id("dilemma"));
        retain.due(Actor.system());
        List<Caught> mails = keyed("retention." + fixture.id("dilemma") + ".%");
        assertThat(mails).extracting(Caught::to).contains(address(fixture, "hoorn"), address(fixture, "guest"), address(fixture, "gouda"));
        areSilent(fixture, mails, language);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.text()).contains("/texts"));
    }

    /** She asks for a new link herself. */
    private static void renewed(Fixture fixture) {
        Browserless.fresh().post("/guest/renewal", "email", address(fixture, "guest")).is(303);
    }

    private List<Caught> keyed(String key) {
        sendMail.due();
        try (Rows rows = Rows.open()) {
            List<String> ids = rows.all("select message_id from mail where unique_key like ?", key);
            assertThat(ids).isNotEmpty();
            return ids.stream().map(CaughtMails::byMessageId).toList();
        }
    }

    private static void rows(String change, Object... values) {
        try (Rows rows = Rows.open()) {
            rows.change(change, values);
        }
    }

    @Test
    void a_welcome_names_the_programme_in_the_letter_only() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String somebody = java.util.UUID.randomUUID() + "@welkom.example";
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", somebody, "role", "PARTICIPANT")).is(201);
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/memberships"), Map.of("email", somebody, "role", "PARTICIPANT")).is(409);
        sendMail.due();
        List<Caught> mails = CaughtMails.to(somebody);
        assertThat(mails).hasSize(1);
        mails.forEach(mail -> keepsSilent(fixture, mail));
        assertThat(mails.getFirst().text()).contains(fixture.word("programme.name"), "/programmes/" + fixture.id("programme"), "coordinator@demo.klankbord.example");
        assertThat(mails.getFirst().subject()).isEqualTo("Klankbord: u kunt zich nu aanmelden");
    }

    @Test
    void who_administers_a_municipality_is_asked_once_for_a_whole_list_and_by_no_name() {
        Fixture fixture = Fixture.in(Phase.REFLECTING);
        String list = UUID.randomUUID().toString().substring(0, 8);
        Api.as("coordinator").post(fixture.fill("/programmes/{programme}/membership-imports"), Map.of("csv", "email;rol;gemeente\na" + list + "@delft.example;deelnemer;Delft\nb" + list + "@delft.example;deelnemer;Delft\nc"
                + list + "@zwolle.example;deelnemer;Zwolle\n" + People.email("buiten") + ";gespreksleider;Emmen")).is(201);
        sendMail.due();
        List<Caught> mails;
        try (Rows rows = Rows.open()) {
            mails = rows.all("select message_id from mail where unique_key like 'proposal.%' and body like ?", "%" + fixture.word("programme.name") + "%").stream().map(CaughtMails::byMessageId).toList();
        }
        assertThat(mails).extracting(Caught::to).doesNotHaveDuplicates().contains(People.email("host")).doesNotContain(People.email("coordinator"), People.email("peer1"));
        mails.forEach(mail -> keepsSilent(fixture, mail));
        assertThat(mails).allSatisfy(mail -> assertThat(mail.text()).contains("/municipality").doesNotContain(list));
    }

    /** The people of the fixture's own read this language; those of the demo are of all tests and read Dutch. */
    private static Fixture read(Phase phase, String language) {
        Fixture fixture = Fixture.in(phase);
        for (String who : List.of("breda", "hoorn", "gouda", "later", "named", "guest")) {
            rows("update person set language = ? where id = ?", language, fixture.id("person." + who));
        }
        return fixture;
    }

    /** Each in its reader's language, without a word of what it is about. */
    private static void areSilent(Fixture fixture, List<Caught> mails, String language) {
        mails.forEach(mail -> keepsSilent(fixture, mail));
        inTheirLanguage(mails, language);
    }

    private static void inTheirLanguage(List<Caught> mails, String language) {
        assertThat(mails).filteredOn(mail -> mail.to().endsWith("@fixture.example")).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.text()).startsWith(language.equals("nl") ? "Beste " : "Dear ");
            assertThat(LetterTextTest.DUTCH.matcher(mail.subject() + "\n" + mail.text() + mail.calendar()).find()).isEqualTo(language.equals("nl"));
        });
    }

    private List<Caught> delivered(Fixture fixture) {
        sendMail.due();
        try (Rows rows = Rows.open()) {
            List<String> ids = rows.all("select message_id from mail where body like ? or body like ? or body like ?", "%" + fixture.id("dilemma") + "%", "%" + fixture.id("programme") + "%",
                    "%" + (fixture.has("lesson.draft") ? fixture.id("lesson.draft") : fixture.id("dilemma")) + "%");
            assertThat(ids).isNotEmpty();
            return ids.stream().map(CaughtMails::byMessageId).toList();
        }
    }

    private static String address(Fixture fixture, String who) {
        return "adres." + fixture.word("email." + who) + "@fixture.example";
    }

    /** Of all texts only the programme's name and the reader's own, and those only in the letter itself. */
    private static void keepsSilent(Fixture fixture, Caught mail) {
        String who = fixture.names().stream().filter(name -> name.startsWith("membership.") || name.startsWith("person.")).map(name -> name.substring(name.indexOf('.') + 1))
                .filter(name -> fixture.words().containsKey("email." + name) && mail.to().equals(address(fixture, name))).findFirst().orElse("");
        fixture.words().forEach((text, word) -> {
            assertThat(mail.subject() + mail.calendar()).as("%s in the subject or calendar", text).doesNotContain(word);
            if (!text.equals("email." + who)) {
                assertThat(mail.headers()).as("%s in the headers", text).doesNotContain(word);
            }
            if (!Set.of("programme.name", "name." + who, "email." + who).contains(text)) {
                assertThat(mail.text()).as("%s in the letter", text).doesNotContain(word);
            }
        });
        assertThat(mail.subject()).doesNotContainIgnoringCase("delft");
        if (mail.to().endsWith("@fixture.example")) {
            assertThat(mail.text() + mail.headers()).doesNotContainIgnoringCase("delft");
        }
    }
}
