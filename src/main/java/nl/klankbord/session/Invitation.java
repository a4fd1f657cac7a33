// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import nl.klankbord.shared.WorkingDays;

/**
 * A session as an iCalendar object (RFC 5545). Diaries lie open, so it says when and nothing else: no title, no host, no
 * place, no people. The link leads there for who may know.
 */
record Invitation(UUID sessionId, Instant startsAt, Instant endsAt, int sequence, boolean cancelled, String link) {
    /** Amsterdam by its rule of today, as RFC 5545 wants it spelled out for readers that know no zone names. */
    private static final String ZONE = String.join("\r\n", "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam",
            "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19700329T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
            "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19701025T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE", "");

    String toCalendar(Instant now, String language, String summary, String description) {
        VEvent event = new VEvent(false);
        event.add(new Uid(sessionId + "@klankbord"));
        event.add(new DtStamp(now));
        event.add(new DtStart<LocalDateTime>(local(startsAt)));
        event.add(new DtEnd<LocalDateTime>(local(endsAt)));
        event.add(new Sequence(sequence));
        event.add(new Summary(summary));
        event.add(new Description(description));
        event.add(new Url(URI.create(link)));
        event.add(new Clazz("PRIVATE"));
        if (cancelled) {
            event.add(new Status(Status.VALUE_CANCELLED));
        }
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Klankbord//" + language));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        calendar.add(event);
        StringWriter folded = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, folded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded.toString().replace("DTSTART:", "DTSTART;TZID=Europe/Amsterdam:").replace("DTEND:", "DTEND;TZID=Europe/Amsterdam:")
                .replaceFirst("BEGIN:VEVENT", java.util.regex.Matcher.quoteReplacement(ZONE) + "BEGIN:VEVENT");
    }

    private static LocalDateTime local(Instant moment) {
        return ZonedDateTime.ofInstant(moment, WorkingDays.ZONE).toLocalDateTime();
    }
}
