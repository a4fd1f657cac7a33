// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A list of people as it was pasted: on each line an address, a role and a level, from a spreadsheet or typed by hand. */
record MemberList(List<Line> lines) {
    private static final Map<String, Role> ROLES = Map.of("coordinator", Role.COORDINATOR, "coordinatoren", Role.COORDINATOR, "facilitator", Role.FACILITATOR, "begeleider", Role.FACILITATOR,
            "gespreksleider", Role.FACILITATOR, "participant", Role.PARTICIPANT, "deelnemer", Role.PARTICIPANT);
    private static final Map<String, Level> LEVELS = Map.of("raad", Level.COUNCIL, "council", Level.COUNCIL, "bestuur", Level.BOARD, "board", Level.BOARD, "management", Level.MANAGEMENT,
            "beleid", Level.POLICY, "policy", Level.POLICY, "uitvoering", Level.PRACTICE, "practice", Level.PRACTICE);
    private static final List<String> ADDRESS = List.of("e-mail", "email", "mail", "mailadres", "e-mailadres", "emailadres", "adres");
    private static final List<String> ROLE = List.of("rol", "role");
    private static final List<String> LEVEL = List.of("niveau", "level");

    /** @param number of the line in what was pasted; the rest as it stands there, {@code ""} when absent */
    record Line(int number, String email, String roleText, String levelText) {
        /** Null when this is no role we know. */
        Role role() {
            return ROLES.get(plain(roleText));
        }

        /** Null when this is no level we know. */
        Level level() {
            return LEVELS.get(plain(levelText));
        }
    }

    /** Empty when it cannot be read as lines with columns: a quote that is opened and never closed. */
    static Optional<MemberList> of(String pasted) {
        String text = pasted.startsWith("\uFEFF") ? pasted.substring(1) : pasted;
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();
        List<Line> lines = new ArrayList<>();
        int[] columns = {0, 1, 2};
        boolean first = true;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord row : parser) {
                if (row.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (first && row.stream().anyMatch(name -> ADDRESS.contains(plain(name)))) {
                    columns = new int[] {place(row, ADDRESS), place(row, ROLE), place(row, LEVEL)};
                } else {
                    lines.add(new Line((int) parser.getCurrentLineNumber(), at(row, columns[0]), at(row, columns[1]), at(row, columns[2])));
                }
                first = false;
            }
            return Optional.of(new MemberList(lines));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The sign between columns: the one that the first line with words has most of. */
    private static char separator(String text) {
        String line = text.lines().filter(one -> !one.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char sign : new char[] {';', '\t'}) {
            best = count(line, sign) > count(line, best) ? sign : best;
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    private static int place(CSVRecord header, List<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(plain(header.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String at(CSVRecord row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }

    /** Without capitals and accents: a coördinator is a coordinator. */
    private static String plain(String word) {
        return Normalizer.normalize(word.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
