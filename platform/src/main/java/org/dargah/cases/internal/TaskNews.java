package org.dargah.cases.internal;

import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hears of each task that the engine opens, in the engine's transaction. Who writes it down is
 * asked for late: the engine stands before the rest of the house.
 */
final class TaskNews implements FlowableEventListener {

    private final ObjectProvider<OpenedTasks> opened;

    TaskNews(ObjectProvider<OpenedTasks> opened) {
        this.opened = opened;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEngineEntityEvent change
                && change.getEntity() instanceof TaskEntity task) {
            opened.getObject()
                    .opened(
                            task.getTaskDefinitionKey(),
                            CommandContextUtil.getExecutionEntityManager()
                                    .findById(task.getExecutionId()));
        }
    }

    /** What cannot be written down must not be opened. */
    @Override
    public boolean isFailOnException() {
        return true;
    }

    @Override
    public boolean isFireOnTransactionLifecycleEvent() {
        return false;
    }

    @Override
    public @Nullable String getOnTransaction() {
        return null;
    }
}
