package org.dargah.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class KeepingDataTest {

    @Test
    void whatWasCommittedIsThereAfterARestart(@TempDir Path folder) throws Exception {
        try (var database = durable(folder)) {
            execute(database, "create table kept (word text)");
            execute(database, "insert into kept values ('سلام')");
        }
        try (var database = durable(folder)) {
            assertThat(word(database)).isEqualTo("سلام");
        }
    }

    @Test
    void anOrphanOfAKilledProgramIsStoppedAndItsDataRead(@TempDir Path folder) throws Exception {
        var killed = durable(folder);
        execute(killed, "create table kept (word text)");
        execute(killed, "insert into kept values ('committed')");
        releaseOnlyTheLock(killed);

        try (var next = durable(folder)) {
            assertThat(word(next)).isEqualTo("committed");
            assertThat(ProcessHandle.of(killed.pid())).isEmpty();
        }
    }

    @Test
    void aServerThatEndsByItselfIsStartedAgainAtTheSameAddress(@TempDir Path folder)
            throws Exception {
        try (var database = durable(folder)) {
            execute(database, "create table kept (word text)");
            execute(database, "insert into kept values ('committed')");
            long first = database.pid();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            assertThat(wordSoon(database)).isEqualTo("committed");
            assertThat(database.pid()).isNotEqualTo(first);
        }
    }

    private static String wordSoon(EmbeddedPostgres database) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return word(database);
            } catch (SQLException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramHarmsNobody(@TempDir Path folder) throws Exception {
        try (var database = durable(folder)) {
            execute(database, "create table kept (word text)");
        }
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var next = durable(folder)) {
            assertThat(next.pid()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInWords(@TempDir Path folder) throws Exception {
        try (var first = durable(folder)) {
            assertThatThrownBy(() -> durable(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("in use");
            assertThat(first.pid()).isPositive();
        }
    }

    @Test
    void nobodyEntersWithoutThePasswordAndItsFileIsForTheOwnerAlone(@TempDir Path folder)
            throws Exception {
        try (var database = durable(folder)) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(database.url(), "postgres", "guess"))
                    .isInstanceOf(SQLException.class);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            folder.resolve("password-dargah"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aRoleWithItsOwnSchemaCannotReadTheProgramsTables(@TempDir Path folder) throws Exception {
        try (var database = durable(folder)) {
            execute(database, "create schema cases");
            execute(database, "create table cases.secret (word text)");
            String password = database.makeRoleWithSchema("sandbox");
            try (Connection other =
                            DriverManager.getConnection(database.url(), "sandbox", password);
                    var statement = other.createStatement()) {
                statement.execute("create table sandbox.own (word text)");
                assertThatThrownBy(() -> statement.execute("select * from cases.secret"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static EmbeddedPostgres durable(Path folder) throws Exception {
        return EmbeddedPostgres.start(new EmbeddedPostgres.Settings(folder, 0, true));
    }

    /** What kill -9 of the program does: the lock goes with the process, the server stays. */
    private static void releaseOnlyTheLock(EmbeddedPostgres killed) throws Exception {
        var lock = EmbeddedPostgres.class.getDeclaredField("lock");
        lock.setAccessible(true);
        ((FolderLock) java.util.Objects.requireNonNull(lock.get(killed))).close();
    }

    private static void execute(EmbeddedPostgres database, String sql) throws Exception {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(EmbeddedPostgres database) throws Exception {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres database) throws Exception {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
