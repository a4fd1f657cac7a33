// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import static nl.klankbord.shared.PastedTable.plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.klankbord.identity.Municipality.Urbanity;
import nl.klankbord.shared.PastedTable;

/**
 * Figures of municipalities as they were pasted: code, inhabitants and urbanity, in the form in which Statistics Netherlands
 * exports them or another. Titles above the names of the columns are passed over.
 */
record MunicipalityList(List<Line> lines) {
    /** A name of a column begins with one of these. */
    private static final List<String> CODE = List.of("code", "gemeente", "regio", "gm", "cbs", "municipality", "region");
    private static final List<String> INHABITANTS = List.of("inwoner", "aantal inwoner", "aantalinwoner", "bevolking", "totale bevolking", "totalebevolking", "inhabitants", "population");
    private static final List<String> URBANITY = List.of("stedelijk", "mate van stedelijk", "matevanstedelijk", "urbanity", "sted");
    private static final int TITLES = 10;
    private static final Pattern MUNICIPALITY = Pattern.compile("(?i)GM(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}|\\d{1,3}([., \u00A0\u202F]\\d{3})+");
    private static final int MOST_INHABITANTS = 9_999_999;
    private static final Map<String, Urbanity> CLASSES = Map.of("1", Urbanity.VERY_HIGH, "zeer sterk stedelijk", Urbanity.VERY_HIGH, "2", Urbanity.HIGH, "sterk stedelijk", Urbanity.HIGH,
            "3", Urbanity.MODERATE, "matig stedelijk", Urbanity.MODERATE, "4", Urbanity.LOW, "weinig stedelijk", Urbanity.LOW, "5", Urbanity.RURAL, "niet stedelijk", Urbanity.RURAL);

    /** @param number of the line in what was pasted; the rest as it stands there, {@code ""} when absent */
    record Line(int number, String codeText, String inhabitantsText, String urbanityText) {

        /** As the register writes it; null when this is no code of a municipality, but of a province or nothing at all. */
        String code() {
            var known = MUNICIPALITY.matcher(codeText);
            return known.matches() ? "GM" + known.group(1) : DIGITS.matcher(codeText).matches() ? "GM%04d".formatted(Integer.parseInt(codeText)) : null;
        }

        /** Null when this is no number of people. */
        Integer inhabitants() {
            if (!NUMBER.matcher(inhabitantsText).matches()) {
                return null;
            }
            int people = Integer.parseInt(inhabitantsText.replaceAll("\\D", ""));
            return people > 0 && people <= MOST_INHABITANTS ? people : null;
        }

        /** Null when this is none of the five classes. */
        Urbanity urbanity() {
            return CLASSES.get(plain(urbanityText));
        }

        /** A line that gives no figures: Statistics Netherlands prints a dot where there are none. */
        boolean empty() {
            return (inhabitantsText.isEmpty() || inhabitantsText.equals(".")) && (urbanityText.isEmpty() || urbanityText.equals("."));
        }

        boolean withoutUrbanity() {
            return urbanityText.isEmpty() || urbanityText.equals(".");
        }
    }

    /** Whether any line begins with the code of something: a text of words has none. */
    boolean isTable() {
        return lines.isEmpty() || lines.stream().anyMatch(line -> line.code() != null || line.inhabitants() != null);
    }

    /** Empty when it cannot be read as lines with columns. */
    static Optional<MunicipalityList> of(String pasted) {
        return PastedTable.of(pasted).map(MunicipalityList::of);
    }

    private static MunicipalityList of(PastedTable table) {
        List<PastedTable.Row> rows = table.rows();
        int header = IntStream.range(0, Math.min(TITLES, rows.size())).filter(i -> place(rows.get(i), CODE) >= 0 && place(rows.get(i), INHABITANTS) >= 0).findFirst().orElse(-1);
        int[] columns = header < 0 ? new int[] {0, 1, 2} : new int[] {place(rows.get(header), CODE), place(rows.get(header), INHABITANTS), place(rows.get(header), URBANITY)};
        return new MunicipalityList(rows.stream().skip(header + 1L).map(row -> new Line(row.number(), row.at(columns[0]), row.at(columns[1]), row.at(columns[2]))).toList());
    }

    private static int place(PastedTable.Row header, List<String> beginnings) {
        return IntStream.range(0, header.cells().size()).filter(i -> beginnings.stream().anyMatch(plain(header.at(i))::startsWith)).findFirst().orElse(-1);
    }
}
