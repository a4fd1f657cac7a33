// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Rows of the test database, put there and looked at past the application. */
public final class Rows implements AutoCloseable {
    private final Connection connection;

    private Rows(Connection connection) {
        this.connection = connection;
    }

    public static Rows open() {
        try {
            return new Rows(DriverManager.getConnection(App.service("quarkus.datasource.jdbc.url"), App.service("quarkus.datasource.username"), App.service("quarkus.datasource.password")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything until the returned rows are closed is one transaction. */
    public Rows together() {
        try {
            connection.setAutoCommit(false);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param columns name, value, name, value … */
    public void insert(String table, Object... columns) {
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 2) {
            names.add((String) columns[i]);
            values.add(columns[i + 1]);
        }
        change("insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")", values.toArray());
    }

    public int change(String sql, Object... values) {
        try (PreparedStatement statement = filled(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, as text; null when there is none. */
    public String one(String sql, Object... values) {
        List<String> found = all(sql, values);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The first column of every row, as text. */
    public List<String> all(String sql, Object... values) {
        try (PreparedStatement statement = filled(sql, values); ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private PreparedStatement filled(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant moment ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                    : value instanceof Enum<?> constant ? constant.name() : value instanceof UUID id ? id.toString() : value);
        }
        return statement;
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
