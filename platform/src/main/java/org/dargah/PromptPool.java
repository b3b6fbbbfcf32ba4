package org.dargah;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets nobody wait for a database that is away. The pool alone keeps each who asks for five
 * seconds, and a request that asks several times for as often.
 */
final class PromptPool extends DelegatingDataSource {

    private static final String PATIENCE_SECONDS = "1";
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final HikariDataSource pool;
    private boolean answered = true;
    private long askedAt = System.nanoTime() - FRESH_NANOS;

    PromptPool(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /**
     * @throws SQLTransientConnectionException at once when no connection is left and none can be
     *     made
     */
    @Override
    public Connection getConnection() throws SQLException {
        if (isEmpty() && !answers()) {
            throw new SQLTransientConnectionException("The database is away", "08001");
        }
        return super.getConnection();
    }

    /** Before its first connection the pool knows nothing of itself. */
    private boolean isEmpty() {
        HikariPoolMXBean known = pool.getHikariPoolMXBean();
        return known != null && known.getTotalConnections() == 0;
    }

    private synchronized boolean answers() {
        if (System.nanoTime() - askedAt >= FRESH_NANOS) {
            answered = opens();
            askedAt = System.nanoTime();
        }
        return answered;
    }

    private boolean opens() {
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        put(properties, "user", pool.getUsername());
        put(properties, "password", pool.getPassword());
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        try (Connection opened = DriverManager.getConnection(pool.getJdbcUrl(), properties)) {
            return !opened.isClosed();
        } catch (SQLException away) {
            return false;
        }
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
