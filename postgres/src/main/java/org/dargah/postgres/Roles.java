package org.dargah.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Who may enter the server, and the one database of the program; made when they are not there. */
final class Roles {

    static final String SUPERUSER = "postgres";

    private final String server;
    private final Passwords passwords;

    Roles(String server, Passwords passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    Connection superuser(String database) throws SQLException, IOException {
        return DriverManager.getConnection(server + database, SUPERUSER, passwords.of(SUPERUSER));
    }

    String role(String role) throws IOException {
        if (!role.matches("[a-z_]{1,30}")) {
            throw new IllegalArgumentException("Not a role's name: " + role);
        }
        String password = passwords.of(role);
        try (Connection connection = superuser(SUPERUSER)) {
            if (isMissing(connection, "select 1 from pg_roles where rolname = ?", role)) {
                execute(connection, "create role " + role + " login password '" + password + "'");
            }
        } catch (SQLException e) {
            throw new IOException("The role " + role + " could not be made", e);
        }
        return password;
    }

    void database(String name) throws IOException {
        try (Connection connection = superuser(SUPERUSER)) {
            if (isMissing(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + name);
            }
        } catch (SQLException e) {
            throw new IOException("The database " + name + " could not be made", e);
        }
    }

    void schema(String database, String role) throws IOException {
        try (Connection connection = superuser(database)) {
            execute(connection, "create schema if not exists " + role + " authorization " + role);
        } catch (SQLException e) {
            throw new IOException("The schema " + role + " could not be made", e);
        }
    }

    private static boolean isMissing(Connection connection, String query, String name)
            throws SQLException {
        try (var exists = connection.prepareStatement(query)) {
            exists.setString(1, name);
            return !exists.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
