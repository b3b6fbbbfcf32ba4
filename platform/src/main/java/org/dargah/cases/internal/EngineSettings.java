package org.dargah.cases.internal;

import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The process engine as Dargah runs it: its own schema, our clock, nothing deployed but what the
 * catalogue gives.
 */
@Configuration
class EngineSettings {

    /** Asking for the migrations makes the engine wait until its schema is there. */
    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> processEngineSettings(
            FlywayMigrationInitializer schemasFirst, java.time.Clock clock) {
        return engine -> {
            engine.setClock(new EngineClock(clock));
            engine.setDisableIdmEngine(true);
            engine.setDisableEventRegistry(true);
        };
    }
}
