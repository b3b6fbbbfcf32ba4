package org.dargah.cases.internal;

import org.dargah.cases.CaseSubmitted;
import org.dargah.catalog.Catalog;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process of a submitted case, off the applicant's request; the outbox repeats it after
 * a crash.
 */
@Component
class Beginnings {

    private final CaseTable table;
    private final Catalog catalog;
    private final Processes processes;

    Beginnings(CaseTable table, Catalog catalog, Processes processes) {
        this.table = table;
        this.catalog = catalog;
        this.processes = processes;
    }

    @ApplicationModuleListener
    void on(CaseSubmitted submitted) {
        table.find(submitted.province(), submitted.caseId())
                .ifPresent(
                        file ->
                                processes.start(
                                        file, catalog.version(file.version()).orElseThrow()));
    }
}
