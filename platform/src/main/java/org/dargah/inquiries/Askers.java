package org.dargah.inquiries;

import java.time.Clock;
import java.util.Optional;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Identity;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Purpose;
import org.springframework.stereotype.Component;

/** Presents programs of organisations to the exchange. */
@Component
public final class Askers {

    private final Identity identity;
    private final Clock clock;

    Askers(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** Under which a question will be kept, told to whoever asks it. */
    public InquiryId next() {
        return InquiryId.next(clock);
    }

    public Caller caller(CurrentClient client, Purpose purpose) {
        return new Caller(client.agency(), client.actor(), Channel.API, purpose, null, null);
    }

    /** Somebody whom Dargah has met sees the question in their own account. */
    public Optional<PersonId> known(NationalId nationalId) {
        return identity.idOf(nationalId);
    }
}
