package org.dargah.cases.internal;

import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.flowable.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Finds the case whose process is being walked. A task that has locked it leaves it for those that
 * follow in the same transaction, where nobody else can have changed it: the engine forgets such
 * variables with the transaction.
 */
@Component
class Files {

    private static final String LOCKED = "lockedFile";

    private final CaseTable table;

    Files(CaseTable table) {
        this.table = table;
    }

    CaseFile of(DelegateExecution execution) {
        return left(execution)
                .or(() -> table.find(province(execution), id(execution)))
                .orElseThrow();
    }

    /** The same, kept from others until the transaction ends. */
    CaseFile locked(DelegateExecution execution) {
        return left(execution)
                .or(() -> table.lock(province(execution), id(execution)))
                .orElseThrow();
    }

    /** As it stands after this task, which has locked it in the engine's own transaction. */
    void leave(DelegateExecution execution, CaseFile locked) {
        execution.setTransientVariable(LOCKED, locked);
    }

    private static Optional<CaseFile> left(DelegateExecution execution) {
        return Optional.ofNullable((CaseFile) execution.getTransientVariable(LOCKED));
    }

    private static Province province(DelegateExecution execution) {
        return new Province((String) execution.getVariable("province"));
    }

    private static CaseId id(DelegateExecution execution) {
        return CaseId.parse(execution.getProcessInstanceBusinessKey()).orElseThrow();
    }
}
