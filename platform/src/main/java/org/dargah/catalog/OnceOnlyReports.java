package org.dargah.catalog;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dargah.catalog.internal.OnceOnlyRules;
import org.dargah.catalog.internal.VersionTable;
import org.dargah.exchange.Registries;
import org.springframework.stereotype.Component;

/**
 * What each service that is offered asks although a registry tells it. A version is looked at once:
 * neither it nor the registries change while the program runs.
 */
@Component
public class OnceOnlyReports {

    /** What one service asks although a registry tells it. */
    public record Report(Service service, OnceOnly onceOnly) {}

    private final Catalog catalog;
    private final VersionTable table;
    private final OnceOnlyRules rules;
    private final Map<VersionId, OnceOnly> known = new ConcurrentHashMap<>();

    OnceOnlyReports(Catalog catalog, VersionTable table, Registries registries) {
        this.catalog = catalog;
        this.table = table;
        this.rules = new OnceOnlyRules(registries.all());
    }

    /** In the order of the services' codes. */
    public List<Report> all() {
        return catalog.all().stream().map(service -> new Report(service, of(service))).toList();
    }

    private OnceOnly of(Service service) {
        return known.computeIfAbsent(
                service.version(), id -> rules.check(service, table.find(id).orElseThrow().pack()));
    }
}
