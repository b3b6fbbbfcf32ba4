package org.dargah.cases.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.delegate.event.FlowableActivityEvent;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.parse.BpmnParseHandler;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A process engine of the same make on the same tables as the one that walks cases, made when it is
 * first needed. It knows four delegates and the days that answers name, nothing else of the
 * program, does everything at once, and works only inside transactions that are rolled back.
 */
final class RehearsalEngine {

    /** Whose walk it is, for delegates and for whoever writes down the path. */
    static final ScopedValue<Rehearsal> NOW = ScopedValue.newInstance();

    private final DataSource data;
    private final PlatformTransactionManager transactions;
    private final String schema;
    private final Clock clock;
    private final Consumer<Rehearsal> issue;
    private @Nullable ProcessEngine engine;

    RehearsalEngine(
            DataSource data,
            PlatformTransactionManager transactions,
            String schema,
            Clock clock,
            Consumer<Rehearsal> issue) {
        this.data = data;
        this.transactions = transactions;
        this.schema = schema;
        this.clock = clock;
        this.issue = issue;
    }

    synchronized ProcessEngine engine() {
        if (engine == null) {
            engine = build();
        }
        return engine;
    }

    synchronized void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private ProcessEngine build() {
        var settings = new SpringProcessEngineConfiguration();
        settings.setEngineName("rehearsal");
        settings.setDataSource(data);
        settings.setTransactionManager(transactions);
        settings.setDatabaseSchema(schema);
        settings.setDatabaseSchemaUpdate("false");
        settings.setHistory("none");
        settings.setAsyncExecutorActivate(false);
        settings.setDisableIdmEngine(true);
        settings.setDisableEventRegistry(true);
        settings.setClock(new EngineClock(clock));
        settings.setExpressionManager(new Expressions(delegates()));
        settings.setPreBpmnParseHandlers(List.of(new AtOnce(), new AnsweredDates()));
        settings.setTypedEventListeners(
                Map.of(FlowableEngineEventType.ACTIVITY_STARTED.name(), List.of(new Path())));
        return settings.buildProcessEngine();
    }

    private Map<Object, Object> delegates() {
        JavaDelegate inquiry = execution -> NOW.get().inquire();
        JavaDelegate decide = execution -> execution.setVariable("outcome", NOW.get().decide());
        JavaDelegate issuing = execution -> issue.accept(NOW.get());
        JavaDelegate notify = execution -> {};
        return Map.of(
                "inquiry", inquiry,
                "decide", decide,
                "issue", issuing,
                "notify", notify,
                "waits", new Days(clock));
    }

    /** As {@link Waits} does, of what the example answers. */
    public static final class Days {

        private final Clock clock;

        Days(Clock clock) {
            this.clock = clock;
        }

        public Date until(DelegateExecution execution, String question) {
            return Waits.day(NOW.get().facts().answers(), question, clock);
        }
    }

    /** Nothing is left for later: there is no later. */
    private static final class AtOnce implements BpmnParseHandler {

        @Override
        public Collection<Class<? extends BaseElement>> getHandledTypes() {
            return Set.of(ServiceTask.class, UserTask.class, ExclusiveGateway.class);
        }

        @Override
        public void parse(BpmnParse parse, BaseElement element) {
            if (element instanceof FlowNode node) {
                node.setAsynchronous(false);
            }
        }
    }

    private static final class Path extends AbstractFlowableEventListener {

        @Override
        public void onEvent(FlowableEvent event) {
            if (event instanceof FlowableActivityEvent activity
                    && !activity.getActivityType().equals("startEvent")
                    && !activity.getActivityType().endsWith("Gateway")) {
                NOW.get().reached(activity.getActivityId());
            }
        }

        @Override
        public boolean isFailOnException() {
            return true;
        }
    }
}
