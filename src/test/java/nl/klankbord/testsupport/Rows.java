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
    /** As many as are sent at once. */
    private static final int MOST = 500;
    private final Connection connection;
    /** What waits to be sent; null when nothing has to wait. */
    private List<String> waiting;
    private final List<Object> theirs = new ArrayList<>();

    private Rows(Connection connection) {
        this.connection = connection;
    }

    public static Rows open() {
        try {
            return new Rows(DriverManager.getConnection(App.service("quarkus.datasource.jdbc.url") + "?allowMultiQueries=true", App.service("quarkus.datasource.username"), App.service("quarkus.datasource.password")));
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

    /** The same, and rows are not sent one by one but before something is looked at or changed. */
    Rows gathered() {
        waiting = new ArrayList<>();
        return together();
    }

    /** @param columns name, value, name, value … */
    public void insert(String table, Object... columns) {
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 2) {
            names.add((String) columns[i]);
            values.add(columns[i + 1]);
        }
        String sql = "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        if (waiting == null) {
            change(sql, values.toArray());
            return;
        }
        waiting.add(sql);
        theirs.addAll(values);
        if (waiting.size() == MOST) {
            send();
        }
    }

    private void send() {
        if (waiting != null && !waiting.isEmpty()) {
            String sql = String.join(";\n", waiting);
            Object[] values = theirs.toArray();
            waiting.clear();
            theirs.clear();
            change(sql, values);
        }
    }

    public int change(String sql, Object... values) {
        send();
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
        send();
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
            send();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
