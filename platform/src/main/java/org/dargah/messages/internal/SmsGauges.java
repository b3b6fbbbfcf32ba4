package org.dargah.messages.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.dargah.kernel.Backlog;
import org.dargah.kernel.Lately;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many text messages wait for the gateway, and how long. */
@Component
final class SmsGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final String province;
    private final Clock clock;
    private final Lately<Backlog> waiting = new Lately<>(FRESH, this::waiting);

    SmsGauges(JdbcClient jdbc, @Value("${dargah.province}") String province, Clock clock) {
        this.jdbc = jdbc;
        this.province = province;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dargah.sms.waiting", () -> waiting.value().count())
                .description("Text messages that the gateway does not have yet")
                .register(meters);
        Gauge.builder("dargah.sms.oldest", () -> waiting.value().age(clock.instant()).toSeconds())
                .baseUnit("seconds")
                .description("How long the oldest of them waits")
                .register(meters);
    }

    private Backlog waiting() {
        return jdbc.sql(
                        """
                        select count(*) as count, min(kept_at) as oldest from messages.sms
                        where province = :province and state = 'waiting'
                        """)
                .param("province", province)
                .query(
                        (row, number) ->
                                Backlog.since(
                                        row.getLong("count"),
                                        row.getObject("oldest", OffsetDateTime.class)))
                .single();
    }
}
