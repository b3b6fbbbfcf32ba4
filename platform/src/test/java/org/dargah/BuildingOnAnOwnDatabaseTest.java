package org.dargah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.dargah.postgres.EmbeddedPostgres;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --db} says before anything is built: one sentence, and no password in it. */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildingOnAnOwnDatabaseTest {

    private static final boolean DEMO = true;
    private static final boolean EARNEST = false;

    private EmbeddedPostgres server;

    @BeforeAll
    void someServer(@TempDir Path folder) throws Exception {
        server = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(folder, 0, false));
    }

    @AfterAll
    void end() throws Exception {
        server.close();
    }

    @Test
    void whoeverMayMakeSchemasMayStart() {
        assertThatCode(() -> right().check(DEMO)).doesNotThrowAnyException();
        assertThatCode(() -> right().check(EARNEST)).doesNotThrowAnyException();
    }

    @Test
    void userAndPasswordComeFromTheEnvironment() throws Exception {
        var environment = Map.of("DARGAH_DB_USER", "dargah", "DARGAH_DB_PASSWORD", "secret");
        assertThat(Database.own(server.url(), environment).password()).isEqualTo("secret");
        assertThatThrownBy(() -> Database.own(server.url(), Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("DARGAH_DB_USER");
    }

    @Test
    void aWrongPasswordIsNamedButNotShown() throws Exception {
        assertThat(refusal(new Database(server.url() + "?x=y", "dargah", "guessed"), DEMO))
                .contains("does not let dargah in")
                .doesNotContain("guessed")
                .doesNotContain("x=y");
        assertThat(refusal(new Database(server.url(), "dargah", null), DEMO))
                .contains("DARGAH_DB_PASSWORD");
    }

    @Test
    void aSilentServerAndAMissingDatabaseAreToldApart() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        String silent = "jdbc:postgresql://127.0.0.1:" + nobody + "/dargah";
        assertThat(refusal(new Database(silent, "dargah", "x"), DEMO))
                .startsWith("No PostgreSQL answers at 127.0.0.1:" + nobody + "/dargah");
        String missing = server.url().replaceFirst("dargah$", "other");
        assertThat(refusal(new Database(missing, "dargah", server.password()), DEMO))
                .startsWith("There is no database");
    }

    @Test
    void aServerThatIsTooOldIsRefused() {
        assertThatCode(() -> right().insistOnVersion(15)).doesNotThrowAnyException();
        assertThatThrownBy(() -> right().insistOnVersion(14))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 14: Dargah needs 15 or newer");
    }

    @Test
    void whoeverMayNotMakeSchemasIsToldSo() throws Exception {
        String password = server.makeRoleWithSchema("reader");
        assertThat(refusal(new Database(server.url(), "reader", password), DEMO))
                .contains("does not let reader make schemas");
    }

    @Test
    void aDemoAndAProvinceInEarnestNeverShareADatabase() throws Exception {
        execute("create schema identity");
        try {
            assertThat(refusal(right(), DEMO)).contains("start it with --empty");
            assertThatCode(() -> right().check(EARNEST)).doesNotThrowAnyException();

            right().makeSchema("sandbox");
            assertThat(refusal(right(), EARNEST)).contains("holds a demo");
            assertThatCode(() -> right().check(DEMO)).doesNotThrowAnyException();
        } finally {
            execute("drop schema identity; drop schema if exists sandbox");
        }
    }

    private Database right() throws Exception {
        return Database.embedded(server);
    }

    private static String refusal(Database database, boolean demo) {
        try {
            database.check(demo);
        } catch (CannotStart e) {
            String sentence = String.valueOf(e.getMessage());
            assertThat(sentence).doesNotContain("\n").doesNotContain("Exception");
            return sentence;
        }
        throw new AssertionError("It may start");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
