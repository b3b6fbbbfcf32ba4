package org.dargah.messages.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.dargah.acts.Acts;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The courier of this province, woken by each message and, for those that wait for another try or
 * were left by a program that died, every few seconds.
 */
@Configuration
class CourierRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CourierRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    Courier courier(
            @Value("${dargah.province}") String province,
            @Value("${dargah.sms.url:#{null}}") @Nullable URI gateway,
            @Value("${dargah.sandbox.url:#{null}}") @Nullable URI sandbox,
            SmsOutbox outbox,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        URI address = address(gateway, sandbox);
        if (address == null) {
            LOG.warn("No SMS gateway is set (dargah.sms.url): messages wait until there is one");
        }
        return new Courier(
                new Province(province),
                outbox,
                address == null ? null : new SmsGateway(address),
                acts,
                transaction,
                clock,
                meters);
    }

    private static @Nullable URI address(@Nullable URI gateway, @Nullable URI sandbox) {
        if (gateway != null || sandbox == null) {
            return gateway;
        }
        return sandbox.resolve("/sms");
    }

    @Bean
    RecurringTask<Void> courierRound(Courier courier) {
        return Tasks.recurring("messages-courier-round", FixedDelay.of(PAUSE))
                .execute((instance, context) -> courier.deliverAll());
    }
}
