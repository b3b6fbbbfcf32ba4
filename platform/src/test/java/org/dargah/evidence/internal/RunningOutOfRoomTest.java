package org.dargah.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.dargah.DargahTest;
import org.dargah.evidence.EvidenceSettings;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.NotKept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** {@code ./dargah prove disk} fills a disk for real; this is the rule by itself. */
@DargahTest
class RunningOutOfRoomTest {

    private static final Evident<String> WORDS =
            new Evident<>() {
                @Override
                public byte[] record(String thing) {
                    return thing.getBytes(StandardCharsets.UTF_8);
                }

                @Override
                public void keep(List<Left<String>> left) {
                    // Nothing but the record.
                }
            };

    @Autowired LogRows rows;
    @Autowired DataSource pool;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Rounds rounds;
    @Autowired Clock clock;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void withLessRoomThanIsWantedNothingIsTakenAndTheSignSaysSo(@TempDir Path data) {
        Appender full = appender(DataSize.ofTerabytes(1_000), data);
        try {
            assertThatThrownBy(() -> full.append("no room for this", WORDS))
                    .isInstanceOf(NotKept.class)
                    .hasRootCauseMessage("The disk is nearly full");
        } finally {
            full.stop();
        }
        assertThat(figure("dargah.evidence.failing")).isEqualTo(1);
        assertThat(figure("dargah.evidence.refused")).isEqualTo(1);
        assertThat(figure("dargah.evidence.records")).isZero();
    }

    @Test
    void withRoomItIsTaken(@TempDir Path data) {
        Appender roomy = appender(DataSize.ofBytes(1), data);
        try {
            assertThat(roomy.append("room for this", WORDS).index()).isNotNegative();
        } finally {
            roomy.stop();
        }
        assertThat(figure("dargah.evidence.failing")).isZero();
        assertThat(figure("dargah.evidence.records")).isEqualTo(1);
        assertThat(figure("dargah.evidence.waiting")).isZero();
    }

    private Appender appender(DataSize room, Path data) {
        var settings =
                new EvidenceSettings(
                        null, Duration.ofSeconds(1), List.of(), Duration.ofSeconds(1), room);
        var appender =
                new Appender(
                        rows,
                        new OwnConnection(pool, transactions),
                        rounds,
                        new Room(settings, data),
                        meters,
                        clock,
                        "IR-08");
        appender.start();
        return appender;
    }

    private double figure(String meter) {
        return meters.get(meter).meter().measure().iterator().next().getValue();
    }
}
