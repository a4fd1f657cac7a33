// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query that tells in one line what all tables hold about one programme and one dilemma: a table made later counts by itself. */
final class Fingerprint {
    /** Tables that name neither, with what leads there. */
    private static final Map<String, String> BESIDES = Map.of(
            "programme", "id = @programme",
            "dilemma", "id = @dilemma",
            "lesson_consent", "lesson_id in (select id from lesson where programme_id = @programme)",
            "newcomer_consent", "seat_id in (select id from seat where dilemma_id = @dilemma)",
            "text_draft", "draft_key like concat('%', @dilemma)");
    private static String query;

    private Fingerprint() {}

    static synchronized String query(Rows rows) {
        if (query == null) {
            Stream<String> named = rows.all("""
                    select concat(c.table_name, ' ', min(c.column_name)) from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = database() and t.table_type = 'BASE TABLE' and c.column_name in ('dilemma_id', 'programme_id') group by c.table_name""").stream()
                    .map(found -> found.split(" ")).filter(found -> !BESIDES.containsKey(found[0])).map(found -> told(rows, found[0], found[1] + (found[1].equals("dilemma_id") ? " = @dilemma" : " = @programme")));
            query = Stream.concat(named, BESIDES.entrySet().stream().map(table -> told(rows, table.getKey(), table.getValue()))).collect(Collectors.joining(", ", "select concat_ws(' ', ", ")"));
        }
        return query;
    }

    private static String told(Rows rows, String table, String where) {
        List<String> columns = rows.all("select concat('ifnull(hex(`', column_name, '`), \\'-\\')') from information_schema.columns where table_schema = database() and table_name = ? and generation_expression is null", table);
        return "(select concat('" + table + ":', count(*), '.', bit_xor(crc32(concat_ws('|', " + String.join(", ", columns) + ")))) from " + table + " where " + where + ")";
    }
}
