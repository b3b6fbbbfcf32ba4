package org.dargah.evidence.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.dargah.evidence.EvidenceSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of evidence, and archives by the hour. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceSetup {

    @Bean
    Task<Void> archivingEvidence(Archiving archiving) {
        return Tasks.recurring("evidence-archive", FixedDelay.ofHours(1))
                .execute((instance, context) -> archiving.round());
    }
}
