// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Lines with columns as somebody pasted them: from a spreadsheet, an export, or typed by hand. Empty lines are left out. */
public record PastedTable(List<Row> rows) {

    /** @param number of the line in what was pasted */
    public record Row(int number, List<String> cells) {

        /** {@code ""} when there is no such column here. */
        public String at(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }
    }

    /** Empty when it cannot be read as lines with columns: a quote that is opened and never closed. */
    public static Optional<PastedTable> of(String pasted) {
        String text = pasted.startsWith("\uFEFF") ? pasted.substring(1) : pasted;
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord row : parser) {
                if (!row.stream().allMatch(String::isBlank)) {
                    rows.add(new Row((int) parser.getCurrentLineNumber(), row.stream().map(String::strip).toList()));
                }
            }
            return Optional.of(new PastedTable(rows));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The sign between columns: the one that the first line with more than words has most of. */
    private static char separator(String text) {
        String line = text.lines().filter(one -> one.chars().anyMatch(c -> c == ';' || c == ',' || c == '\t')).findFirst().orElse("");
        char best = ',';
        for (char sign : new char[] {';', '\t'}) {
            best = count(line, sign) > count(line, best) ? sign : best;
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    /** A word as it is compared, without capitals and accents: a coördinator is a coordinator. */
    public static String plain(String word) {
        return Normalizer.normalize(word.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
