package org.dargah.messages;

import java.time.Clock;
import java.util.UUID;
import org.dargah.kernel.Uuid7;

/** One message; the gateway delivers no message of the same id twice. */
public record MessageId(UUID value) {

    public static MessageId next(Clock clock) {
        return new MessageId(Uuid7.next(clock));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
