package org.dargah.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.boot.config.startup.ContextReadyStart;
import java.time.Duration;
import org.dargah.DargahTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What {@code ./dargah prove payments} found, in small. */
@DargahTest
class LookingForPaymentsAfterAStartTest {

    @Autowired DbSchedulerStarter start;
    @Autowired DbSchedulerProperties rounds;

    /** A payment that is settled before anybody listens would be money without an application. */
    @Test
    void roundsBeginWhenEverybodyListens() {
        assertThat(start).isInstanceOf(ContextReadyStart.class);
    }

    /** Reconciliation is such a round: what was paid must not wait for half an hour. */
    @Test
    void aRoundWhoseProgramDiedGoesOnWithinAMinute() {
        assertThat(rounds.getHeartbeatInterval().multipliedBy(rounds.getMissedHeartbeatsLimit()))
                .isLessThan(Duration.ofMinutes(1));
    }
}
