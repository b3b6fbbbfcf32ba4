package org.dargah;

import java.time.Clock;
import org.dargah.history.Diary;
import org.dargah.kernel.TravellingClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock of the program. */
@Configuration
class Time {

    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * A demo whose history is still to be made is born in the past: keys, services and accounts are
     * older than the first case.
     */
    @Bean
    @Profile("demo")
    TravellingClock travellingClock(Diary diary) {
        var clock = new TravellingClock();
        diary.now().ifPresent(clock::travelTo);
        return clock;
    }

    /** Jobs are due by the same clock. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock jobsClock(Clock clock) {
        return clock::instant;
    }
}
