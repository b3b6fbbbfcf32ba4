package org.dargah;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.dargah.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * The database on which this start builds, looked at before anything is built on it, so that what
 * is wrong is told in a sentence and not in a page of the machine's own words.
 *
 * @param url JDBC
 * @param password null where the server asks for none, or the user's own .pgpass has it
 */
record Database(String url, String user, @Nullable String password) {

    private static final int OLDEST = 15;
    private static final String PATIENCE_SECONDS = "10";

    static Database embedded(EmbeddedPostgres server) throws IOException {
        return new Database(server.url(), server.user(), server.password());
    }

    /** The user's own server; who may enter stands in the environment, never in a command. */
    static Database own(String url, Map<String, String> environment) throws CannotStart {
        String user = environment.get("DARGAH_DB_USER");
        if (user == null || user.isBlank()) {
            throw new CannotStart(
                    "--db needs DARGAH_DB_USER and DARGAH_DB_PASSWORD in the environment.");
        }
        return new Database(url, user, environment.get("DARGAH_DB_PASSWORD"));
    }

    /**
     * @param demo whether this start is a demo
     * @throws CannotStart when Dargah cannot, or must not, build on it
     */
    void check(boolean demo) throws CannotStart {
        try (Connection connection = connect()) {
            insist(connection, demo);
        } catch (SQLException e) {
            throw new CannotStart(sentence(e));
        }
    }

    void makeSchema(String name) throws CannotStart {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + name);
        } catch (SQLException e) {
            throw new CannotStart(sentence(e));
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        return DriverManager.getConnection(url, properties);
    }

    private void insist(Connection connection, boolean demo) throws SQLException, CannotStart {
        insistOnVersion(connection.getMetaData().getDatabaseMajorVersion());
        insist(
                is(connection, "current_setting('server_encoding') = 'UTF8'"),
                "is not in UTF-8, which Persian needs: make one with encoding 'UTF8'.");
        insist(
                is(connection, "not pg_is_in_recovery()"),
                "is a standby that only reads: name the primary server.");
        insist(
                is(connection, "has_database_privilege(current_database(), 'CREATE')"),
                "does not let " + user + " make schemas: grant create on it.");
        boolean used = is(connection, "to_regnamespace('identity') is not null");
        boolean invented = is(connection, "to_regnamespace('sandbox') is not null");
        insist(
                demo || !invented,
                "holds a demo, whose people and officials are invented: to start in earnest"
                        + " (--empty) take another --data folder or --db.");
        insist(
                !demo || !used || invented,
                "holds a province in earnest: start it with --empty. A demo needs another --data"
                        + " folder or --db.");
    }

    void insistOnVersion(int major) throws CannotStart {
        insist(
                major >= OLDEST,
                "is on PostgreSQL " + major + ": Dargah needs " + OLDEST + " or newer.");
    }

    private void insist(boolean fine, String otherwise) throws CannotStart {
        if (!fine) {
            throw new CannotStart("The database " + place() + " " + otherwise);
        }
    }

    private static boolean is(Connection connection, String condition) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select " + condition)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** By the server's own code of what went wrong (PostgreSQL documentation, appendix A). */
    private String sentence(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28") || state.equals("08004")) {
            return "The database "
                    + place()
                    + " does not let "
                    + user
                    + " in: look at DARGAH_DB_USER and DARGAH_DB_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "There is no database " + place() + " yet: make it, owned by " + user + ".";
        }
        if (state.startsWith("08")) {
            return "No PostgreSQL answers at " + place() + ": is it running, and is this it?";
        }
        String words = e.getMessage() == null ? state : e.getMessage();
        return "The database "
                + place()
                + " cannot be used: "
                + words.lines().findFirst().orElse(state);
    }

    /** The address without its parameters, which may hold a password. */
    private String place() {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:postgresql:(//)?", "");
    }

    @Override
    public String toString() {
        return "Database[" + place() + "]";
    }
}
