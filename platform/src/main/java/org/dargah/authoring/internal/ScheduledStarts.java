package org.dargah.authoring.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.dargah.authoring.Approvals;
import org.dargah.authoring.Draft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Publishes what was approved for an hour to come. The hour stands in the draft's own row and the
 * round reads it, so that no crash between approval and start can lose it.
 */
@Configuration(proxyBeanMethods = false)
class ScheduledStarts {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledStarts.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    Task<Void> startingApprovedPacks(Approvals approvals) {
        return Tasks.recurring("authoring-starts", FixedDelay.of(PAUSE))
                .execute(
                        (instance, context) ->
                                approvals.due().forEach(due -> start(approvals, due)));
    }

    /** One that cannot start must not keep the others from it. */
    private static void start(Approvals approvals, Draft due) {
        try {
            LOG.info("{}: {}", due, approvals.start(due).getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("{} could not be started; tried again in {}", due, PAUSE, e);
        }
    }
}
