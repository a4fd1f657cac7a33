// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Dutch school holidays of a week or more, per region, as far as they have been published. */
public final class SchoolHolidays {
    private static final List<Holiday> KNOWN = read();

    private SchoolHolidays() {}

    /** The country's three parts, which take turns. */
    public enum Region { NORTH, MIDDLE, SOUTH }

    public enum Season { AUTUMN, CHRISTMAS, SPRING, MAY, SUMMER }

    public static List<Holiday> known() {
        return KNOWN;
    }

    /** The last day about which anything is known. */
    public static LocalDate knownUntil() {
        return KNOWN.stream().map(Holiday::until).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether the schools of one of these regions are closed. */
    public static boolean on(LocalDate day, Set<Region> regions) {
        return KNOWN.stream().anyMatch(holiday -> regions.contains(holiday.region) && holiday.covers(day));
    }

    /** Which holiday it is on a day, and where. */
    public static Optional<Free> on(LocalDate day) {
        List<Holiday> holidays = KNOWN.stream().filter(holiday -> holiday.covers(day)).toList();
        return holidays.isEmpty() ? Optional.empty() : Optional.of(new Free(holidays.getFirst().season, holidays.stream().map(Holiday::region).toList()));
    }

    private static List<Holiday> read() {
        try (var lines = new BufferedReader(new InputStreamReader(SchoolHolidays.class.getResourceAsStream("/calendar/school-holidays.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#") && !line.startsWith("season;")).map(Holiday::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param until its last day, which still belongs to it */
    public record Holiday(Season season, Region region, LocalDate from, LocalDate until) {
        private static Holiday of(String line) {
            String[] cells = line.split(";");
            return new Holiday(Season.valueOf(cells[0]), Region.valueOf(cells[1]), LocalDate.parse(cells[2]), LocalDate.parse(cells[3]));
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public record Free(Season season, List<Region> regions) {}
}
