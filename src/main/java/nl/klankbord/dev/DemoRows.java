// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dev;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows on their way into a table: the demo begins in the middle of rounds, where no write leads at once. */
final class DemoRows {
    private final Connection connection;

    DemoRows(Connection connection) {
        this.connection = connection;
    }

    /** @param columns name, value, name, value … */
    void insert(String table, Object... columns) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        List<String> places = new ArrayList<>(row.keySet().stream().map(column -> "?").toList());
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + String.join(", ", places) + ")")) {
            int index = 1;
            for (Object value : row.values()) {
                statement.setObject(index++, value instanceof Instant moment ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : value instanceof Enum<?> e ? e.name()
                        : value instanceof java.util.UUID id ? id.toString() : value);
            }
            statement.executeUpdate();
        }
    }

    String one(String query, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    boolean empty(String table) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return !rows.next();
        }
    }
}
