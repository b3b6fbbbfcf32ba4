package org.dargah.cases.internal;

import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.bpmn.parser.handler.AbstractBpmnParseHandler;

/**
 * The engine locks a process for each job, in a transaction of its own, lest two jobs of one
 * process run at once. Ours need no such lock: the vocabulary of processes has nothing that parts
 * or joins their ways, and each task that changes a case locks its row.
 */
final class OneAtATime extends AbstractBpmnParseHandler<ServiceTask> {

    @Override
    protected Class<? extends BaseElement> getHandledType() {
        return ServiceTask.class;
    }

    @Override
    protected void executeParse(BpmnParse parse, ServiceTask task) {
        task.setExclusive(false);
    }
}
