package org.dargah.evidence.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/** Counts what became durable and what could not, for Prometheus and the page of the machine. */
final class Tally {

    private final Counter kept;
    private final Counter refused;
    private volatile boolean failing;

    Tally(MeterRegistry meters, Collection<?> waiting) {
        kept =
                Counter.builder("dargah.evidence.records")
                        .description("Records that became durable since the start")
                        .register(meters);
        refused =
                Counter.builder("dargah.evidence.refused")
                        .description("Records that could not be kept since the start")
                        .register(meters);
        Gauge.builder("dargah.evidence.failing", () -> failing ? 1 : 0)
                .description("1 when the last record could not be kept: questions are refused")
                .register(meters);
        Gauge.builder("dargah.evidence.waiting", waiting, Collection::size)
                .description("Records that wait to be written")
                .register(meters);
    }

    void kept(int records) {
        kept.increment(records);
        failing = false;
    }

    /** One whose own rows were refused, while others go on. */
    void refused() {
        refused.increment();
    }

    /** Nothing can be kept. */
    void failed(int records) {
        refused.increment(records);
        failing = true;
    }
}
