// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in words, in Amsterdam's time. */
public final class Spelled {
    private static final String DAY = "EEEE d MMMM yyyy";

    private Spelled() {}

    /** Such as "donderdag 3 december 2026". */
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(DAY, locale).format(day);
    }

    public static String day(Instant moment, Locale locale) {
        return day(WorkingDays.dayOf(moment), locale);
    }

    /** Such as "17.00". */
    public static String time(Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("en") ? "HH:mm" : "HH.mm", locale).format(moment.atZone(WorkingDays.ZONE));
    }

    /** Such as "donderdag 3 december 2026, 17.00 uur". */
    public static String moment(Instant moment, Locale locale) {
        return day(moment, locale) + ", " + time(moment, locale) + (locale.getLanguage().equals("en") ? "" : " uur");
    }
}
