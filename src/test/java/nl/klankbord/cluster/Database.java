// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.klankbord.testsupport.LocalServices;

/** A schema of the test's own, looked at from outside the application. */
record Database(String schema) {

    /** A new and empty one, in place of any of that name. */
    static Database empty(String schema) {
        Database database = new Database(schema);
        try (Connection connection = connect(""); var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + schema);
            statement.execute("create database " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + LocalServices.ports().database() + "/" + schema;
    }

    void run(String sql, Object... values) {
        try (Connection connection = connect(schema); PreparedStatement statement = prepare(connection, sql, values)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String sql, Object... values) {
        return pairs(sql.replaceFirst("select ", "select 'one', "), values).get("one");
    }

    int count(String sql, Object... values) {
        return Integer.parseInt(one(sql, values));
    }

    /** The second column by the first. */
    Map<String, String> pairs(String sql, Object... values) {
        Map<String, String> found = new LinkedHashMap<>();
        try (Connection connection = connect(schema); PreparedStatement statement = prepare(connection, sql, values); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + LocalServices.ports().database() + "/" + schema, "app", "app");
    }
}
