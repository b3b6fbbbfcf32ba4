package org.dargah.cases.internal;

import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.bpmn.parser.handler.AbstractBpmnParseHandler;

/**
 * The engine locks a process for each job, in a transaction of its own, lest two jobs of one
 * process run at once. Ours need no such lock: between the parting and the meeting of ways the
 * vocabulary of processes has only what people do, and whoever changes a case locks its row.
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
