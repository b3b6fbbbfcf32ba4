package org.dargah.kernel;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found lately: asked for again only after a while, however often somebody looks. For
 * figures that many gauges and pages read and that cost a query.
 */
public final class Lately<T> {

    private record Found<T>(T value, long nanos) {}

    private final Supplier<T> source;
    private final long fresh;
    private @Nullable Found<T> last;

    public Lately(Duration fresh, Supplier<T> source) {
        this.source = source;
        this.fresh = fresh.toNanos();
    }

    public synchronized T value() {
        Found<T> known = last;
        if (known == null || System.nanoTime() - known.nanos() > fresh) {
            known = new Found<>(source.get(), System.nanoTime());
            last = known;
        }
        return known.value();
    }
}
