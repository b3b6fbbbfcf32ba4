package org.dargah.exchange.internal;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** The parts of a question's way, in the trace to which its request belongs. */
@Component
public final class Spans {

    private final Tracer tracer;

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** One part of the way. */
    @FunctionalInterface
    public interface Part<T, E extends Exception> {

        T go() throws E;
    }

    /**
     * @param registry as declared, never as asked for: that may be any text
     */
    public <T, E extends Exception> T of(String name, String registry, Part<T, E> part) throws E {
        Span span = tracer.spanBuilder(name).setAttribute("dargah.registry", registry).startSpan();
        try (Scope _ = span.makeCurrent()) {
            return part.go();
        } finally {
            span.end();
        }
    }

    /** Tells whoever is asked next to which trace the question belongs, if it belongs to one. */
    static void tell(BiConsumer<String, String> header) {
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), null, (none, name, value) -> header.accept(name, value));
    }
}
