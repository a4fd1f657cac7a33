// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import java.util.ArrayList;
import java.util.List;
import nl.klankbord.testsupport.Rows;

/** Every column of every table that can hold a text. */
final class Everywhere {
    private Everywhere() {}

    /** Where a word stands, as {@code table.column}. */
    static List<String> holding(Rows rows, String word) {
        List<String> found = new ArrayList<>();
        for (String place : rows.all("select concat(table_name, '.', column_name) from information_schema.columns where table_schema = database() "
                + "and data_type in ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'json', 'blob', 'mediumblob', 'longblob')")) {
            String[] parts = place.split("\\.");
            if (!rows.one("select count(*) from `" + parts[0] + "` where locate(?, `" + parts[1] + "`) > 0", word).equals("0")) {
                found.add(place);
            }
        }
        return found;
    }
}
