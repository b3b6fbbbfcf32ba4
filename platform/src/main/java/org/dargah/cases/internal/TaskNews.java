package org.dargah.cases.internal;

import java.util.List;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.jobexecutor.TriggerTimerEventJobHandler;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.service.impl.persistence.entity.AbstractRuntimeJobEntity;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hears of each task that the engine opens and of each date that it waits for, in the engine's
 * transaction. Who writes it down is asked for late: the engine stands before the rest of the
 * house.
 */
final class TaskNews implements FlowableEventListener {

    static final List<FlowableEngineEventType> HEARD =
            List.of(
                    FlowableEngineEventType.TASK_CREATED,
                    FlowableEngineEventType.TIMER_SCHEDULED,
                    FlowableEngineEventType.TIMER_FIRED);

    private final ObjectProvider<OpenedTasks> opened;
    private final ObjectProvider<Waits> waits;

    TaskNews(ObjectProvider<OpenedTasks> opened, ObjectProvider<Waits> waits) {
        this.opened = opened;
        this.waits = waits;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEngineEntityEvent change) {
            if (change.getEntity() instanceof TaskEntity task) {
                opened.getObject()
                        .opened(task.getTaskDefinitionKey(), execution(task.getExecutionId()));
            } else if (change.getEntity() instanceof AbstractRuntimeJobEntity timer
                    && TriggerTimerEventJobHandler.TYPE.equals(timer.getJobHandlerType())) {
                timer(event, timer);
            }
        }
    }

    private void timer(FlowableEvent event, AbstractRuntimeJobEntity timer) {
        DelegateExecution execution = execution(timer.getExecutionId());
        String step = execution.getCurrentActivityId();
        if (event.getType() == FlowableEngineEventType.TIMER_FIRED) {
            waits.getObject().over(step, execution);
        } else {
            waits.getObject().begun(step, execution, timer.getDuedate());
        }
    }

    private static DelegateExecution execution(String id) {
        return CommandContextUtil.getExecutionEntityManager().findById(id);
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
