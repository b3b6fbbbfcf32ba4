package org.dargah.messages;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.Province;
import org.dargah.messages.internal.Courier;
import org.dargah.messages.internal.SmsOutbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells people things outside the pages of Dargah. */
@Component
public final class Messages {

    private final SmsOutbox outbox;
    private final Courier courier;
    private final Clock clock;

    Messages(SmsOutbox outbox, Courier courier, Clock clock) {
        this.outbox = outbox;
        this.courier = courier;
        this.clock = clock;
    }

    /**
     * Keeps an SMS in the caller's transaction; the courier carries it to the gateway after the
     * commit, again and again until the gateway has it, and it arrives once.
     *
     * @param caseId the case whose record of acts tells that it was sent
     * @throws IllegalStateException when no transaction is open
     * @throws IllegalArgumentException when the text is empty or has more than {@link
     *     SmsText#MOST_PARTS} parts
     */
    public MessageId sms(Province province, Mobile mobile, String text, @Nullable CaseId caseId) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A message is kept within a transaction");
        }
        MessageId id = MessageId.next(clock);
        outbox.keep(
                new SmsOutbox.Sms(province, id, mobile, new SmsText(text), caseId, 0),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        wakeTheCourierAfterCommit();
        return id;
    }

    private void wakeTheCourierAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        courier.wake();
                    }
                });
    }
}
