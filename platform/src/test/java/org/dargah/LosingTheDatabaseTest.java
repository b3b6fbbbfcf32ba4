package org.dargah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.dargah.postgres.EmbeddedPostgres;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class LosingTheDatabaseTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1_500);

    @Test
    void nobodyWaitsForADatabaseThatIsAwayAndItServesAgainOnceItIsBack(@TempDir Path folder)
            throws Exception {
        int port = freePort();
        try (var pool = new HikariDataSource()) {
            var prompt = new PromptPool(pool);
            try (EmbeddedPostgres database = start(folder, port)) {
                pool.setJdbcUrl(database.url());
                pool.setUsername(database.user());
                pool.setPassword(database.password());
                pool.setConnectionTimeout(5_000);
                connect(prompt);
            }
            // Who comes first may still wait for the pool to find out.
            assertThatThrownBy(() -> connect(prompt)).isInstanceOf(SQLException.class);
            assertThat(refusalTakes(prompt)).isLessThan(AT_ONCE);

            try (EmbeddedPostgres back = start(folder, port)) {
                assertThat(back.pid()).isPositive();
                Awaitility.await()
                        .ignoreExceptionsInstanceOf(SQLException.class)
                        .untilAsserted(() -> connect(prompt));
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static EmbeddedPostgres start(Path folder, int port) throws Exception {
        return EmbeddedPostgres.start(new EmbeddedPostgres.Settings(folder, port, false));
    }

    private static void connect(PromptPool pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            // Asks the server.
            connection.getMetaData().getCatalogs().close();
        }
    }

    private static Duration refusalTakes(PromptPool pool) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> connect(pool)).isInstanceOf(SQLTransientConnectionException.class);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
