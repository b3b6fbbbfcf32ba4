package org.dargah.exchange.internal;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One line to each registry, so that what holds up one holds up no other. */
@Component
public final class Lines implements AutoCloseable {

    private final ExchangeProperties properties;
    private final @Nullable URI sandbox;
    private final AddressGuard guard;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param sandbox where the registries of the demo and of tests are; nowhere else in earnest
     */
    public Lines(
            ExchangeProperties properties,
            @Value("${dargah.sandbox.url:#{null}}") @Nullable URI sandbox) {
        this.properties = properties;
        this.sandbox = sandbox;
        this.guard = new AddressGuard(properties.networks(), sandbox);
    }

    public Line of(Declaration declaration) {
        return lines.computeIfAbsent(
                declaration.code(), code -> new Line(declaration, base(declaration), guard));
    }

    private @Nullable URI base(Declaration declaration) {
        URI configured = properties.urls().get(declaration.code());
        if (configured != null) {
            return configured;
        }
        return declaration.url() != null ? declaration.url() : sandbox;
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}
