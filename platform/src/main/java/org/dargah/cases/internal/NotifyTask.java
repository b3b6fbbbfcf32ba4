package org.dargah.cases.internal;

import org.dargah.cases.CaseFile;
import org.dargah.catalog.Catalog;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The task kind {@code notify}: tells the applicant by SMS how the case ended. */
@Component("notify")
class NotifyTask implements JavaDelegate {

    private final Files files;
    private final Catalog catalog;
    private final CaseTexts texts;

    NotifyTask(Files files, Catalog catalog, CaseTexts texts) {
        this.files = files;
        this.catalog = catalog;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        texts.tellDecided(file, catalog.version(file.version()).orElseThrow());
    }
}
