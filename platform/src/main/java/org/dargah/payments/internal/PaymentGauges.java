package org.dargah.payments.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.dargah.kernel.Backlog;
import org.dargah.kernel.Lately;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments whose end is not known yet, and those where the provider names another amount. */
@Component
final class PaymentGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final String province;
    private final Clock clock;
    private final Lately<Backlog> pending = new Lately<>(FRESH, this::pending);
    private final Lately<Long> mismatched = new Lately<>(FRESH, this::mismatched);

    PaymentGauges(JdbcClient jdbc, @Value("${dargah.province}") String province, Clock clock) {
        this.jdbc = jdbc;
        this.province = province;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dargah.payments.pending", () -> pending.value().count())
                .description("Payments and refunds about which the provider is still asked")
                .register(meters);
        Gauge.builder(
                        "dargah.payments.oldest",
                        () -> pending.value().age(clock.instant()).toSeconds())
                .baseUnit("seconds")
                .description("How long ago the oldest of them was begun")
                .register(meters);
        Gauge.builder("dargah.payments.mismatched", mismatched::value)
                .description(
                        "Payments of the last 7 days of which the provider names another amount")
                .register(meters);
    }

    private Backlog pending() {
        return jdbc.sql(
                        """
                        select count(*) as count, min(asked_at) as oldest from payments.payment
                        where province = :province and next_check is not null
                        """)
                .param("province", province)
                .query(
                        (row, number) ->
                                Backlog.since(
                                        row.getLong("count"),
                                        row.getObject("oldest", OffsetDateTime.class)))
                .single();
    }

    private long mismatched() {
        return jdbc.sql(
                        """
                        select count(*) from payments.payment
                        where province = :province and failing = 'mismatch' and asked_at >= :since
                        """)
                .param("province", province)
                .param("since", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
