package org.dargah.cases.internal;

import org.dargah.cases.CaseFile;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.flowable.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Finds the case whose process is being walked. */
@Component
class Files {

    private final CaseTable table;

    Files(CaseTable table) {
        this.table = table;
    }

    CaseFile of(DelegateExecution execution) {
        return table.find(province(execution), id(execution)).orElseThrow();
    }

    /** The same, kept from others until the transaction ends. */
    CaseFile locked(DelegateExecution execution) {
        return table.lock(province(execution), id(execution)).orElseThrow();
    }

    private static Province province(DelegateExecution execution) {
        return new Province((String) execution.getVariable("province"));
    }

    private static CaseId id(DelegateExecution execution) {
        return CaseId.parse(execution.getProcessInstanceBusinessKey()).orElseThrow();
    }
}
