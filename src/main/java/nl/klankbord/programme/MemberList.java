// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import static nl.klankbord.shared.PastedTable.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klankbord.shared.PastedTable;

/** A list of people as it was pasted: on each line an address, a role, a level and perhaps a municipality, from a spreadsheet or typed by hand. */
record MemberList(List<Line> lines) {
    private static final Map<String, Role> ROLES = Map.of("coordinator", Role.COORDINATOR, "coordinatoren", Role.COORDINATOR, "facilitator", Role.FACILITATOR, "begeleider", Role.FACILITATOR,
            "gespreksleider", Role.FACILITATOR, "participant", Role.PARTICIPANT, "deelnemer", Role.PARTICIPANT);
    private static final Map<String, Level> LEVELS = Map.of("raad", Level.COUNCIL, "council", Level.COUNCIL, "bestuur", Level.BOARD, "board", Level.BOARD, "management", Level.MANAGEMENT,
            "beleid", Level.POLICY, "policy", Level.POLICY, "uitvoering", Level.PRACTICE, "practice", Level.PRACTICE);
    private static final List<String> ADDRESS = List.of("e-mail", "email", "mail", "mailadres", "e-mailadres", "emailadres", "adres");
    private static final List<String> ROLE = List.of("rol", "role");
    private static final List<String> LEVEL = List.of("niveau", "level");
    private static final List<String> MUNICIPALITY = List.of("gemeente", "municipality", "gemeentecode");

    /** @param number of the line in what was pasted; the rest as it stands there, {@code ""} when absent */
    record Line(int number, String email, String roleText, String levelText, String municipalityText) {
        /** Null when this is no role we know. */
        Role role() {
            return ROLES.get(plain(roleText));
        }

        /** Null when this is no level we know. */
        Level level() {
            return LEVELS.get(plain(levelText));
        }
    }

    /** Empty when it cannot be read as lines with columns. */
    static Optional<MemberList> of(String pasted) {
        return PastedTable.of(pasted).map(MemberList::of);
    }

    private static MemberList of(PastedTable table) {
        List<Line> lines = new ArrayList<>();
        int[] columns = {0, 1, 2, 3};
        boolean first = true;
        for (PastedTable.Row row : table.rows()) {
            if (first && row.cells().stream().anyMatch(name -> ADDRESS.contains(plain(name)))) {
                columns = new int[] {place(row, ADDRESS), place(row, ROLE), place(row, LEVEL), place(row, MUNICIPALITY)};
            } else {
                lines.add(new Line(row.number(), row.at(columns[0]), row.at(columns[1]), row.at(columns[2]), row.at(columns[3])));
            }
            first = false;
        }
        return new MemberList(lines);
    }

    private static int place(PastedTable.Row header, List<String> names) {
        return header.cells().stream().map(PastedTable::plain).filter(names::contains).findFirst()
                .map(name -> header.cells().stream().map(PastedTable::plain).toList().indexOf(name)).orElse(-1);
    }
}
