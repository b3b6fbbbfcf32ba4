package org.dargah.messages.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Unhurried;
import org.dargah.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries waiting messages to the gateway. A round takes some under a lease, tries them at once and
 * writes down together what came of them; no database connection is held while the gateway thinks.
 */
public final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final String METER = "dargah.sms";
    private static final int HANDFUL = 32;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final Actor SELF = Actor.system("courier", "پیام‌رسان خودکار");
    private static final Purpose PURPOSE = new Purpose("inform-applicant");

    private static final ThreadFactory CALLED = new Unhurried("courier-");

    private final Province province;
    private final SmsOutbox outbox;
    private final @Nullable SmsGateway gateway;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicInteger calls = new AtomicInteger();
    private final Counter sent;
    private final Counter unanswered;
    private final Counter givenUp;
    private volatile boolean closing;

    Courier(
            Province province,
            SmsOutbox outbox,
            @Nullable SmsGateway gateway,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.province = province;
        this.outbox = outbox;
        this.gateway = gateway;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
        sent = meters.counter(METER, "outcome", "sent");
        unanswered = meters.counter(METER, "outcome", "unanswered");
        givenUp = meters.counter(METER, "outcome", "given-up");
    }

    /** Asks for a delivery soon; many calls during one delivery cause one more. */
    public void wake() {
        if (calls.getAndIncrement() == 0) {
            CALLED.newThread(this::answerCalls).start();
        }
    }

    private void answerCalls() {
        int answered;
        do {
            answered = calls.get();
            try {
                deliverAll();
            } catch (RuntimeException broken) {
                LOG.warn("Delivery broke off; the next round goes on", broken);
            }
        } while (calls.addAndGet(-answered) > 0);
    }

    /**
     * Ends the delivery at hand before the database goes; what is left waits for the next start.
     */
    @Override
    public void close() {
        closing = true;
        Instant patience = Instant.now().plus(SmsGateway.ANSWER).plusSeconds(2);
        while (calls.get() > 0 && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Delivers until nothing is due or the gateway fails; without a gateway, messages wait. */
    void deliverAll() {
        boolean more = true;
        while (gateway != null && more && !closing) {
            more = deliverSome(gateway);
        }
    }

    private boolean deliverSome(SmsGateway open) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<SmsOutbox.Sms> taken = outbox.take(province, now, now.plus(LEASE), HANDFUL);
        List<Delivery> deliveries = tryAll(open, taken);
        transaction.executeWithoutResult(t -> writeDown(taken, deliveries));
        return taken.size() == HANDFUL
                && deliveries.stream().noneMatch(Delivery.Unanswered.class::isInstance);
    }

    private static List<Delivery> tryAll(SmsGateway open, List<SmsOutbox.Sms> taken) {
        List<Future<Delivery>> tries = new ArrayList<>();
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.forEach(sms -> tries.add(atOnce.submit(() -> open.deliver(sms))));
        }
        return tries.stream().map(Future::resultNow).toList();
    }

    private void writeDown(List<SmsOutbox.Sms> taken, List<Delivery> deliveries) {
        for (int i = 0; i < taken.size(); i++) {
            writeDown(taken.get(i), deliveries.get(i));
        }
    }

    private void writeDown(SmsOutbox.Sms sms, Delivery delivery) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (delivery) {
            case Delivery.Accepted _ -> {
                outbox.sent(sms, now);
                sent.increment();
                record(Act.SMS_SENT, sms);
            }
            case Delivery.Refused(int status) -> {
                LOG.warn("The gateway refused message {} with status {}", sms.id(), status);
                giveUp(sms, now);
            }
            case Delivery.Unanswered(String reason) -> {
                LOG.info("Message {} waits after try {}: {}", sms.id(), sms.tries(), reason);
                unanswered.increment();
                tryLater(sms, now);
            }
        }
    }

    private void tryLater(SmsOutbox.Sms sms, Instant now) {
        Instant kept = Uuid7.instantOf(sms.id().value());
        if (Duration.between(kept, now).compareTo(PATIENCE) > 0) {
            giveUp(sms, now);
        } else {
            outbox.tryAgain(sms, now.plus(pauseAfter(sms.tries())));
        }
    }

    /** 5 seconds, 10, 20 … up to a quarter of an hour. */
    static Duration pauseAfter(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void giveUp(SmsOutbox.Sms sms, Instant now) {
        outbox.givenUp(sms, now);
        givenUp.increment();
        record(Act.SMS_GIVEN_UP, sms);
    }

    /** Messages without a case, such as sign-in codes, have their act where they were asked for. */
    private void record(Act act, SmsOutbox.Sms sms) {
        if (sms.caseId() != null) {
            acts.record(
                    act,
                    Entry.by(sms.province(), SELF, Channel.SYSTEM, PURPOSE)
                            .in(sms.caseId())
                            .with("message", sms.id().toString()));
        }
    }
}
