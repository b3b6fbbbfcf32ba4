package org.dargah.cases.internal;

import org.dargah.cases.CaseFile;
import org.dargah.catalog.Service;
import org.dargah.kernel.Actor;
import org.springframework.stereotype.Component;

/** Ends what somebody had to do: the row and the engine's step, in the caller's transaction. */
@Component
public class HumanTasks {

    private final TaskTable tasks;
    private final Processes processes;

    HumanTasks(TaskTable tasks, Processes processes) {
        this.tasks = tasks;
        this.processes = processes;
    }

    /**
     * The process goes on by the outcome.
     *
     * @param locked the case, locked by the caller
     * @throws IllegalStateException when no such task is open
     */
    public void done(CaseFile locked, String name, String outcome, Actor by) {
        if (!tasks.done(locked, name, outcome, by)) {
            throw new IllegalStateException(locked.tracking() + " has no open task " + name);
        }
        processes.complete(locked.id(), name, outcome);
    }

    /**
     * Nobody has decided: all that is open is left, and the process goes on behind its decision.
     *
     * @param locked the case, locked by the caller
     */
    public void leap(CaseFile locked, Service service, String outcome) {
        tasks.drop(locked.province(), locked.id());
        processes.leap(locked.id(), service.process().route().behindDecision().id(), outcome);
    }

    /** Ends the process of a case that its applicant takes back, and all that was open in it. */
    public void drop(CaseFile locked) {
        tasks.drop(locked.province(), locked.id());
        processes.cancel(locked.id());
    }
}
