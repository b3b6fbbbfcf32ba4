package org.dargah.cases.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Official;
import org.dargah.cases.Task;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.Role;
import org.springframework.stereotype.Component;

/**
 * Tasks as those see them whose work they are: of the right body, kind and role. Any other does not
 * exist for them.
 */
@Component
public class Assigned {

    private final TaskTable tasks;
    private final CaseTable table;
    private final Offices offices;

    Assigned(TaskTable tasks, CaseTable table, Offices offices) {
        this.tasks = tasks;
        this.table = table;
        this.offices = offices;
    }

    /** A task, open or done, and its case. */
    public record Held(Task task, CaseFile file) {}

    /**
     * @param roles of which the official has one
     */
    public Optional<Held> find(Official official, UUID id, TaskKind kind, Role... roles) {
        return tasks.find(official.province(), id)
                .filter(task -> task.kind() == kind)
                .filter(task -> Arrays.stream(roles).anyMatch(official::is))
                .filter(task -> offices.mayDecide(official.agency(), task.body()))
                .flatMap(
                        task ->
                                table.find(task.province(), task.caseId())
                                        .map(file -> new Held(task, file)));
    }

    /** Both as they stand once nobody else can change them, until the transaction ends. */
    public Held lock(Held known) {
        return lock(known.task());
    }

    public Held lock(Task known) {
        CaseFile file = table.lock(known.province(), known.caseId()).orElseThrow();
        return new Held(tasks.find(known.province(), known.id()).orElseThrow(), file);
    }
}
