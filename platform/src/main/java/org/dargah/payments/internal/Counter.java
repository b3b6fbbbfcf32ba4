package org.dargah.payments.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import java.time.Clock;
import org.dargah.acts.Acts;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sits at this province's payment counter, and how often they look for what nobody told. */
@Configuration
@EnableConfigurationProperties(PaymentProperties.class)
class Counter {

    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

    @Bean(destroyMethod = "close")
    Wire paymentWire(
            PaymentProperties settings,
            @Value("${dargah.sandbox.url:#{null}}") @Nullable URI sandbox) {
        URI provider = settings.url() == null ? sandbox : settings.url();
        if (provider == null) {
            LOG.warn("No payment provider is set (dargah.payments.url): nobody can pay");
        }
        return new Wire(provider, settings.timeout());
    }

    @Bean
    Cashier cashier(
            PaymentTable table,
            Ledger ledger,
            Acts acts,
            ApplicationEventPublisher news,
            TransactionTemplate transaction,
            PaymentProperties settings,
            Clock clock) {
        return new Cashier(table, ledger, acts, news, transaction, settings.recheck(), clock);
    }

    @Bean
    Teller teller(Cashier cashier, Wire paymentWire, PaymentProperties settings, Clock clock) {
        Provider provider = new Provider(paymentWire, settings.callback());
        return new Teller(cashier, provider, settings.patience(), clock);
    }

    @Bean
    RecurringTask<Void> reconciliationRound(
            @Value("${dargah.province}") String province,
            PaymentTable table,
            Cashier cashier,
            Teller teller,
            PaymentProperties settings) {
        var rounds = new Reconciliation(new Province(province), table, cashier, teller);
        return Tasks.recurring("payments-reconciliation", FixedDelay.of(settings.pause()))
                .execute((instance, context) -> rounds.round());
    }
}
