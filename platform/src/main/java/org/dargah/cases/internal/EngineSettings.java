package org.dargah.cases.internal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.dargah.kernel.Unhurried;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.common.engine.impl.async.AsyncTaskExecutorConfiguration;
import org.flowable.common.engine.impl.async.DefaultAsyncTaskExecutor;
import org.flowable.common.engine.impl.cfg.SpringBeanFactoryProxyMap;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The process engine as Dargah runs it: its own schema, our clock, nothing deployed but what the
 * catalogue gives.
 */
@Configuration
class EngineSettings {

    /** Each holds two connections for a moment; more would starve each other and the pages. */
    private static final int WORKERS = 6;

    private static final int WAITING = 256;

    /** Seconds at the end of the program: what is not begun by then waits in the table. */
    private static final long PATIENCE = 10;

    /**
     * Asking for the migrations makes the engine wait until its schema is there.
     *
     * @param workers asked for before the engine is made, so that they end after it
     * @param opened writes down each task
     * @param waits writes down each date that is waited for
     * @param beans of which a process reaches the delegates of the vocabulary alone
     * @param retry after how long a job that failed is tried again
     */
    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> processEngineSettings(
            FlywayMigrationInitializer schemasFirst,
            java.time.Clock clock,
            DefaultAsyncTaskExecutor workers,
            ObjectProvider<OpenedTasks> opened,
            ObjectProvider<Waits> waits,
            BeanFactory beans,
            @Value("${dargah.cases.retry:30s}") Duration retry) {
        var failed = new FailedJobs();
        List<FlowableEventListener> heard = List.of(new TaskNews(opened, waits));
        return engine -> {
            engine.setClock(new EngineClock(clock));
            engine.setExpressionManager(new Expressions(new SpringBeanFactoryProxyMap(beans)));
            // Else the engine shares the threads of the news.
            engine.setAsyncTaskExecutor(workers);
            engine.setTypedEventListeners(
                    TaskNews.HEARD.stream()
                            .collect(Collectors.toMap(type -> type.name(), type -> heard)));
            engine.setPreBpmnParseHandlers(List.of(new OneAtATime(), new AnsweredDates()));
            engine.setDisableIdmEngine(true);
            engine.setDisableEventRegistry(true);
            engine.setAsyncExecutorNumberOfRetries(FailedJobs.TRIES);
            engine.setFailedJobCommandFactory(failed);
            engine.setCustomAsyncRunnableExecutionExceptionHandlers(List.of(failed));
            engine.setAsyncFailedJobWaitTime((int) retry.toSeconds());
            engine.setDefaultFailedJobWaitTime((int) retry.toSeconds());
        };
    }

    /** What finds no place in the queue stays in the table, for whoever is free first. */
    @Bean(initMethod = "start", destroyMethod = "shutdown")
    DefaultAsyncTaskExecutor workers() {
        var settings = new AsyncTaskExecutorConfiguration();
        settings.setCorePoolSize(WORKERS);
        settings.setMaxPoolSize(WORKERS);
        settings.setQueueSize(WAITING);
        var workers = new DefaultAsyncTaskExecutor(settings);
        workers.setThreadFactory(new Unhurried("case-job-"));
        workers.setSecondsToWaitOnShutdown(PATIENCE);
        return workers;
    }
}
