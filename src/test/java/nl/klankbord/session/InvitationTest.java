// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import nl.klankbord.shared.Texts;
import nl.klankbord.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationTest {
    private static final UUID SESSION = UUID.fromString("01900000-0000-7000-8000-0000000000aa");
    private static final String LINK = "https://klankbord.example/dilemmas/01900000-0000-7000-8000-0000000000bb#session";
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final Instant START = Instant.parse("2026-10-20T12:00:00Z");

    @ParameterizedTest(name = "{0} is {1} in Amsterdam")
    @CsvSource({"2026-10-20T12:00:00Z,20261020T140000", "2026-10-23T12:00:00Z,20261023T140000", "2026-10-26T13:00:00Z,20261026T140000", "2027-03-26T13:00:00Z,20270326T140000",
            "2027-03-30T12:00:00Z,20270330T140000", "2026-10-25T13:00:00Z,20261025T140000", "2026-12-31T23:30:00Z,20270101T003000"})
    void it_begins_at_the_same_time_in_amsterdam_on_both_sides_of_the_clock_change(Instant start, String local) throws Exception {
        String calendar = calendar(invitation(start, 0));
        assertThat(lines(calendar)).contains("DTSTART;TZID=Europe/Amsterdam:" + local);

        VEvent read = new CalendarBuilder().build(new StringReader(calendar)).<VEvent>getComponent("VEVENT").orElseThrow();
        assertThat(read.<ZonedDateTime>getDateTimeStart().getDate().toInstant()).isEqualTo(start);
        assertThat(read.<ZonedDateTime>getDateTimeEnd().getDate().toInstant()).isEqualTo(start.plusSeconds(5400));
    }

    @Test
    void it_spells_out_the_zone_for_readers_that_know_no_names() throws Exception {
        var read = new CalendarBuilder().build(new StringReader(calendar(invitation(START, 0))));
        VTimeZone zone = read.<VTimeZone>getComponent("VTIMEZONE").orElseThrow();
        assertThat(zone.getTimeZoneId().getValue()).isEqualTo("Europe/Amsterdam");
        assertThat(zone.getObservances()).extracting(Object::toString).anySatisfy(observance -> assertThat(observance).contains("TZOFFSETTO:+0200", "BYMONTH=3"))
                .anySatisfy(observance -> assertThat(observance).contains("TZOFFSETTO:+0100", "BYMONTH=10"));
        assertThat(lines(calendar(invitation(START, 0))).indexOf("BEGIN:VTIMEZONE")).isLessThan(lines(calendar(invitation(START, 0))).indexOf("BEGIN:VEVENT"));
    }

    @Test
    void it_names_no_people_no_place_and_no_dilemma() {
        List<String> names = lines(calendar(invitation(START, 0))).stream().filter(line -> !line.isBlank()).map(line -> line.split("[:;]")[0]).distinct().toList();
        assertThat(names).containsExactlyInAnyOrder("BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "METHOD", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE",
                "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "DESCRIPTION", "URL", "CLASS");
        assertThat(lines(calendar(invitation(START, 0)))).contains("CLASS:PRIVATE", "METHOD:PUBLISH", "URL:" + LINK)
                .contains("SUMMARY:" + new Texts().get(java.util.Locale.of("nl"), "calendar.summary"));
    }

    @Test
    void a_moved_session_is_the_same_entry_with_a_higher_number() {
        Session session = new Session(UUID.randomUUID(), plan(START));
        List<String> before = lines(calendar(session.invitation("https://klankbord.example")));
        session.move(plan(START.plusSeconds(86_400)));
        List<String> after = lines(calendar(session.invitation("https://klankbord.example")));
        assertThat(before).contains("UID:" + session.id() + "@klankbord", "SEQUENCE:0");
        assertThat(after).contains("UID:" + session.id() + "@klankbord", "SEQUENCE:1", "DTSTART;TZID=Europe/Amsterdam:20261021T140000");
    }

    @Test
    void what_is_read_and_what_is_mailed_is_the_same_invitation() {
        Session session = new Session(UUID.randomUUID(), plan(START));
        SessionFinder.Shown shown = new SessionFinder.Shown(session.id(), session.dilemmaId(), START, START.plusSeconds(5400), "Stadhuis", null, "consultancy", SessionStatus.PLANNED, 0, 0);
        assertThat(shown.invitation("https://klankbord.example")).isEqualTo(session.invitation("https://klankbord.example"));
    }

    @Test
    void its_lines_are_folded_as_the_standard_wants() {
        String calendar = calendar(invitation(START, 0));
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(calendar.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    private static Invitation invitation(Instant start, int sequence) {
        return new Invitation(SESSION, start, start.plusSeconds(5400), sequence, false, LINK);
    }

    private static SessionPlan plan(Instant start) {
        return new SessionPlan(start, start.plusSeconds(5400), "Stadhuis van Delft", "https://meet.example/delft", "consultancy");
    }

    private static String calendar(Invitation invitation) {
        InvitationText text = new InvitationText();
        text.texts = new Texts();
        return text.calendar(invitation, Texts.locale("nl"), NOW);
    }

    private static List<String> lines(String calendar) {
        return List.of(calendar.replace("\r\n ", "").split("\r\n"));
    }
}
