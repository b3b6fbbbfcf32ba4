package org.dargah;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dargah.kernel.TravellingClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clock comes home from the future, and with it the jobs that were put off while it was there.
 */
public final class Homecoming {

    private Homecoming() {}

    public static void of(TravellingClock clock, JdbcClient jdbc) {
        clock.comeHome();
        Instant now = Clock.systemUTC().instant();
        jdbc.sql(
                        """
                        update jobs.scheduled_tasks set execution_time = :now, version = version + 1
                        where execution_time > :far and not picked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("far", now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
