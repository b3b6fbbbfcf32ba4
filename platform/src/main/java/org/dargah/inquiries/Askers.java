package org.dargah.inquiries;

import java.time.Clock;
import org.dargah.identity.CurrentClient;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Purpose;
import org.springframework.stereotype.Component;

/** Presents programs of organisations to the exchange. */
@Component
public final class Askers {

    private final Clock clock;

    Askers(Clock clock) {
        this.clock = clock;
    }

    /** Under which a question will be kept, told to whoever asks it. */
    public InquiryId next() {
        return InquiryId.next(clock);
    }

    public Caller caller(CurrentClient client, Purpose purpose) {
        return new Caller(client.agency(), client.actor(), Channel.API, purpose, null, null);
    }
}
