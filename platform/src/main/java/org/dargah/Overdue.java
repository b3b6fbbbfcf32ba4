package org.dargah;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.dargah.kernel.Backlog;
import org.dargah.kernel.Lately;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the house owes itself: news that a listener has not heard, and rounds that fail. */
@Component
final class Overdue implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Lately<Backlog> unheard = new Lately<>(FRESH, this::unheard);
    private final Lately<Long> failing = new Lately<>(FRESH, this::failing);

    Overdue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dargah.news.unheard", () -> unheard.value().count())
                .description("Events that one of their listeners has not handled yet")
                .register(meters);
        Gauge.builder("dargah.news.oldest", () -> unheard.value().age(clock.instant()).toSeconds())
                .baseUnit("seconds")
                .description("How long the oldest of them waits")
                .register(meters);
        Gauge.builder("dargah.rounds.failing", failing::value)
                .description("Recurring jobs whose last run failed")
                .register(meters);
    }

    private Backlog unheard() {
        return jdbc.sql(
                        """
                        select count(*) as count, min(publication_date) as oldest
                        from events.event_publication where completion_date is null
                        """)
                .query(
                        (row, number) ->
                                Backlog.since(
                                        row.getLong("count"),
                                        row.getObject("oldest", OffsetDateTime.class)))
                .single();
    }

    private long failing() {
        return jdbc.sql(
                        """
                        select count(*) from jobs.scheduled_tasks where consecutive_failures > 0
                        """)
                .query(Long.class)
                .single();
    }
}
