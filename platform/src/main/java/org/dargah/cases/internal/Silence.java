package org.dargah.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.dargah.cases.Opinions;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Lets silence answer for agencies whose days are over, where the pack says what it means. */
@Component
public class Silence {

    private static final Logger LOG = LoggerFactory.getLogger(Silence.class);
    private static final int HANDFUL = 200;
    private static final Actor TIME = Actor.system("cases", "سامانهٔ خودکار درگاه");

    private final TaskTable tasks;
    private final Opinions opinions;
    private final Province province;
    private final Clock clock;

    Silence(
            TaskTable tasks,
            Opinions opinions,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.tasks = tasks;
        this.opinions = opinions;
        this.province = new Province(province);
        this.clock = clock;
    }

    /** One case that does not go on keeps no other from it. How many were answered. */
    public int round() {
        int answered = 0;
        for (TaskTable.Overdue overdue : tasks.overdue(province, Tehran.today(clock), HANDFUL)) {
            try {
                answered += opinions.silence(overdue.task(), TIME) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("Silence of task {} could not be applied", overdue.task().id(), e);
            }
        }
        return answered;
    }

    /** The round of every ten minutes: days end at midnight in Tehran. */
    @Configuration(proxyBeanMethods = false)
    static class Round {

        @Bean
        Task<Void> lettingSilenceAnswer(Silence silence) {
            return Tasks.recurring("cases-silence", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> silence.round());
        }
    }
}
