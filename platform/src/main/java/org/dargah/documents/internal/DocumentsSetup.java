package org.dargah.documents.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.dargah.documents.DocumentsSettings;
import org.dargah.kernel.Province;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. A lost key stops the start; FOP and DSS wait for the first sheet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentsSettings.class)
class DocumentsSetup {

    @Bean
    Keys signingKeys(
            DocumentsSettings settings,
            Clock clock,
            CertificateRows certificates,
            @Value("${dargah.province}") String province) {
        return Keys.open(
                settings.folder().resolve("keys"),
                clock,
                () -> certificates.any(new Province(province)));
    }

    @Bean
    FileStore fileStore(DocumentsSettings settings) {
        return new FileStore(settings.folder().resolve("files"));
    }

    @Bean
    Printer printer(Keys keys) {
        return new Printer(keys);
    }

    @Bean
    Checking checking(CertificateRows certificates, Keys keys) {
        return new Checking(certificates, keys);
    }

    @Bean
    Task<Void> sweeping(Sweep sweep) {
        return Tasks.recurring("documents-sweep", FixedDelay.ofHours(24))
                .execute((instance, context) -> sweep.run());
    }
}
