package org.dargah.machine.internal;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dargah.machine.Sign;
import org.springframework.stereotype.Component;

/** Reads what the modules measure: the same meters that Prometheus reads. */
@Component
public final class Meters {

    /**
     * How registries answered since this program started.
     *
     * @param outcome as the exchange names it
     */
    public record Answers(
            String registry, String outcome, long count, Duration mean, Duration longest) {}

    private final MeterRegistry meters;

    Meters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Not a number when there is no such meter. */
    public double figure(Sign sign) {
        var search = meters.find(sign.meter());
        var found = sign.tag().isEmpty() ? search : search.tag(sign.tag(), sign.value());
        var meter = found.meter();
        if (meter == null) {
            // A counter begins to exist with the first thing that it counts.
            return sign.levelAt(0) == Sign.Level.KNOW ? 0 : Double.NaN;
        }
        Measurement first = meter.measure().iterator().next();
        return first.getValue();
    }

    public List<Answers> answers() {
        Collection<Timer> timers = meters.find("dargah.inquiries").timers();
        return timers.stream()
                .map(Meters::answers)
                .sorted(Comparator.comparing(Answers::registry).thenComparing(Answers::outcome))
                .toList();
    }

    private static Answers answers(Timer timer) {
        return new Answers(
                String.valueOf(timer.getId().getTag("registry")),
                String.valueOf(timer.getId().getTag("outcome")),
                timer.count(),
                Duration.ofMillis((long) timer.mean(TimeUnit.MILLISECONDS)),
                Duration.ofMillis((long) timer.max(TimeUnit.MILLISECONDS)));
    }

    /** How many cases stand at a stage, by the stage's name in lower case. */
    public double cases(String stage) {
        var gauge = meters.find("dargah.cases").tag("stage", stage).gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }
}
