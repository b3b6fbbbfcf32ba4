package org.dargah.evidence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The appender's connection, kept from one transaction to the next. Were it taken each time from
 * the common pool, people who hold a connection and wait for evidence could hold the last one.
 */
@Component
final class OwnConnection {

    private static final long IDLE_NANOS = 1_000_000_000;
    private static final int PROBE_SECONDS = 2;

    private final DataSource pool;
    private final TransactionTemplate transaction;
    private @Nullable Connection connection;
    private long usedAt;

    OwnConnection(DataSource pool, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Always from the same thread. */
    <R> R inTransaction(Supplier<R> work) throws SQLException {
        hold();
        R result = transaction.execute(status -> work.get());
        usedAt = System.nanoTime();
        return Objects.requireNonNull(result);
    }

    private void hold() throws SQLException {
        if (connection != null
                && System.nanoTime() - usedAt > IDLE_NANOS
                && !connection.isValid(PROBE_SECONDS)) {
            release();
        }
        if (connection == null) {
            Connection fresh = pool.getConnection();
            connection = fresh;
            TransactionSynchronizationManager.bindResource(pool, new ConnectionHolder(fresh));
        }
    }

    /** After a failure, so that the next transaction begins on a sound one. */
    void release() {
        if (connection == null) {
            return;
        }
        TransactionSynchronizationManager.unbindResource(pool);
        try {
            connection.close();
        } catch (SQLException e) {
            // It is broken, and that is why it goes back.
        }
        connection = null;
    }
}
