package org.dargah.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A few connections to PostgreSQL, and SQL that reads like SQL. */
public final class Database implements AutoCloseable {

    /** Turns one row into a value. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final HikariDataSource connections;

    public Database(SandboxConfig config) {
        var pool = new HikariConfig();
        pool.setPoolName("sandbox");
        pool.setJdbcUrl(config.jdbcUrl());
        pool.setUsername(config.user());
        if (!config.password().isEmpty()) {
            pool.setPassword(config.password());
        }
        pool.setMinimumIdle(1);
        pool.setMaximumPoolSize(8);
        // The database may still be starting beside us.
        pool.setInitializationFailTimeout(10_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "dargah-sandbox");
        this.connections = new HikariDataSource(pool);
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    public <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        return list(sql, row, values).stream().findFirst();
    }

    /** How many rows changed. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    public <T> T transaction(Work<T> work) throws SQLException {
        try (var connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    public static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
