package org.dargah.evidence.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.EvidenceSettings;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** The log alone, put together by hand as the program does it. */
public final class Standalone implements AutoCloseable {

    private static final String PROVINCE = "IR-08";

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcTemplate jdbc;
    private final Rounds rounds;
    private final Appender appender;
    private final Witnesses witnesses;
    private final EvidenceLog log;

    public Standalone(String url, String user, String password, Path data) {
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(24);
        Flyway.configure()
                .dataSource(pool)
                .schemas("evidence")
                .defaultSchema("evidence")
                .locations("classpath:db/migration/evidence")
                .load()
                .migrate();
        var settings =
                new EvidenceSettings(
                        null,
                        Duration.ofMillis(400),
                        List.of(),
                        Duration.ofMillis(400),
                        DataSize.ofBytes(1));
        var transactions = new JdbcTransactionManager(pool);
        Clock clock = Clock.systemUTC();
        jdbc = new JdbcTemplate(pool);
        JdbcClient client = JdbcClient.create(jdbc);
        var rows = new LogRows(client, jdbc);
        var signed = new CheckpointRows(client);
        var key = new LogKey(settings, signed, data, PROVINCE);
        var checkpoints = new Checkpoints(rows, signed, client, key, clock, PROVINCE, transactions);
        witnesses = new Witnesses(settings);
        rounds = new Rounds(checkpoints, witnesses, settings, new SimpleMeterRegistry());
        appender =
                new Appender(
                        rows,
                        new OwnConnection(pool, transactions),
                        rounds,
                        new Room(settings, data),
                        new SimpleMeterRegistry(),
                        clock,
                        PROVINCE);
        log = new EvidenceLog(appender, rows, checkpoints, key, PROVINCE);
        rounds.start();
        appender.start();
    }

    public EvidenceLog log() {
        return log;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        appender.stop();
        rounds.stop();
        witnesses.close();
        pool.close();
    }
}
