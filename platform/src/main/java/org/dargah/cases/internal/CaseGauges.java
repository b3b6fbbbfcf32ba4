package org.dargah.cases.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.dargah.cases.Stage;
import org.dargah.kernel.Backlog;
import org.dargah.kernel.Lately;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many cases stand where, and how the process engine keeps up with them. */
@Component
final class CaseGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Counting a province's cases is the dearest of all figures. */
    private static final Duration FRESH_STAGES = Duration.ofMinutes(1);

    private final EngineJobs engine;
    private final Clock clock;
    private final Lately<Map<Stage, Long>> stages;

    CaseGauges(
            EngineJobs engine,
            CaseCounts cases,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.engine = engine;
        this.clock = clock;
        Province home = new Province(province);
        this.stages = new Lately<>(FRESH_STAGES, () -> cases.byStage(home));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        jobs(meters, "waiting", engine::waiting);
        jobs(meters, "retrying", engine::retrying);
        jobs(meters, "dead", engine::dead);
        for (Stage stage : Stage.values()) {
            Gauge.builder("dargah.cases", () -> stages.value().getOrDefault(stage, 0L))
                    .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                    .description("Cases by stage")
                    .register(meters);
        }
    }

    private void jobs(MeterRegistry meters, String state, Supplier<Backlog> source) {
        var lately = new Lately<>(FRESH, source);
        Gauge.builder("dargah.jobs", () -> lately.value().count())
                .tag("state", state)
                .description("Jobs of the process engine; dead ones wait for a person")
                .register(meters);
        Gauge.builder("dargah.jobs.oldest", () -> lately.value().age(clock.instant()).toSeconds())
                .tag("state", state)
                .baseUnit("seconds")
                .description("How long ago the oldest of them was to be done")
                .register(meters);
    }
}
