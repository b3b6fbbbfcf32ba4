package org.dargah;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.dargah.kernel.Unhurried;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * How news travels from module to module. Whoever tells never waits for whoever listens: a listener
 * that tells on from within would else wait for itself.
 */
@Configuration(proxyBeanMethods = false)
class News {

    private static final int LISTENERS = 4;
    private static final int BATCH = 500;

    /** Far longer than any listener works, so that none is run while it still runs. */
    private static final Duration UNHEARD = Duration.ofMinutes(5);

    @Bean
    ThreadPoolTaskExecutor applicationTaskExecutor() {
        var listeners = new ThreadPoolTaskExecutor();
        listeners.setCorePoolSize(LISTENERS);
        listeners.setThreadFactory(new Unhurried("news-"));
        listeners.setWaitForTasksToCompleteOnShutdown(false);
        return listeners;
    }

    /** A listener that failed hears again, without waiting for the next start. */
    @Bean
    Task<Void> tellingAgain(IncompleteEventPublications unheard) {
        ResubmissionOptions old =
                ResubmissionOptions.defaults().withMinAge(UNHEARD).withBatchSize(BATCH);
        return Tasks.recurring("news-again", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> unheard.resubmitIncompletePublications(old));
    }
}
