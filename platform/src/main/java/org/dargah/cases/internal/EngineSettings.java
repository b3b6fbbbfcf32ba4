package org.dargah.cases.internal;

import java.time.Duration;
import java.util.List;
import org.flowable.common.engine.impl.async.AsyncTaskExecutorConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
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

    /**
     * Asking for the migrations makes the engine wait until its schema is there.
     *
     * @param retry after how long a job that failed is tried again
     */
    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> processEngineSettings(
            FlywayMigrationInitializer schemasFirst,
            java.time.Clock clock,
            @Value("${dargah.cases.retry:30s}") Duration retry) {
        var failed = new FailedJobs();
        return engine -> {
            engine.setClock(new EngineClock(clock));
            engine.setAsyncTaskExecutor(null); // else the engine shares the threads of the news
            engine.setAsyncExecutorTaskExecutorConfiguration(workers());
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
    private static AsyncTaskExecutorConfiguration workers() {
        var workers = new AsyncTaskExecutorConfiguration();
        workers.setCorePoolSize(WORKERS);
        workers.setMaxPoolSize(WORKERS);
        workers.setQueueSize(WAITING);
        workers.setThreadPoolNamingPattern("case-job-%d");
        return workers;
    }
}
