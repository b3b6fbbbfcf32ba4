package org.dargah.cases.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Opinions;
import org.dargah.cases.Silences;
import org.dargah.kernel.Actor;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Lets silence answer where the days are over and the pack says what it means: for the case, and
 * for an agency whose opinion was asked.
 */
@Component
public class Silence {

    private static final Logger LOG = LoggerFactory.getLogger(Silence.class);
    private static final int HANDFUL = 200;
    private static final Actor TIME = Actor.system("cases", "سامانهٔ خودکار درگاه");

    private final TaskTable tasks;
    private final TermTable terms;
    private final Opinions opinions;
    private final Silences silences;
    private final Province province;
    private final Clock clock;

    Silence(
            TaskTable tasks,
            TermTable terms,
            Opinions opinions,
            Silences silences,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.tasks = tasks;
        this.terms = terms;
        this.opinions = opinions;
        this.silences = silences;
        this.province = new Province(province);
        this.clock = clock;
    }

    /** One case that does not go on keeps no other from it. How often silence spoke. */
    public int round() {
        LocalDate today = Tehran.today(clock);
        int spoke = 0;
        for (TaskTable.Overdue overdue : tasks.overdue(province, today, HANDFUL)) {
            spoke += spoke(() -> opinions.silence(overdue.task(), TIME), overdue.task().caseId());
        }
        for (CaseFile overdue : terms.overdue(province, today, HANDFUL)) {
            spoke += spoke(() -> silences.speak(overdue, TIME), overdue.id());
        }
        return spoke;
    }

    private static int spoke(BooleanSupplier silence, CaseId id) {
        try {
            return silence.getAsBoolean() ? 1 : 0;
        } catch (RuntimeException e) {
            LOG.error("Silence in case {} could not be applied", id, e);
            return 0;
        }
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
