package org.dargah.exchange.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.dargah.exchange.Carried;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Inquiry.Outcome;
import org.dargah.exchange.Message;
import org.dargah.exchange.Receiver;
import org.jspecify.annotations.Nullable;

/**
 * One message and its answer on their way through. The answer is hashed as it flows and never held
 * whole; its last part is held until the evidence is durable.
 */
public final class Passing {

    /** What is held back at most. */
    private static final int PART = 16 * 1024;

    private static final Pattern SHORT = Pattern.compile("[0-9]{1,4}");

    private final Asked asked;
    private final byte[] sent;
    private final long sentBytes;
    private long receivedBytes;
    private final Mac answered;
    private final long start;
    private final Evidence evidence;
    private final Receiver receiver;
    private @Nullable Failure failure;

    public Passing(Asked asked, Message message, Evidence evidence, Receiver receiver) {
        this.asked = asked;
        this.sent = evidence.hash(message.body());
        this.sentBytes = message.body().length;
        this.answered = evidence.hashing();
        this.start = System.nanoTime();
        this.evidence = evidence;
        this.receiver = receiver;
    }

    /** Why the registry did not answer, or broke off; null while it did not. */
    @Nullable Failure failure() {
        return failure;
    }

    Carried failed(Failure reason, Duration rest) {
        failure = reason;
        leave(Outcome.UNREACHABLE, reason.name());
        return new Carried.Unreachable(reason, rest);
    }

    Carried pass(Wire.Flowing flowing, Duration rest) throws IOException {
        try (Limited body = flowing.body()) {
            int room = room(flowing);
            byte[] first;
            try {
                first = part(body, room);
            } catch (IOException broken) {
                return failed(Wire.failure(broken), rest);
            }
            boolean whole = first.length < room;
            byte[] last = whole ? first : passAllButLast(flowing, first);
            leave(outcome(flowing.status()), reason(flowing.status()));
            if (whole) {
                receiver.begin(flowing.status(), flowing.headers());
            }
            receiver.write(last);
            return new Carried.Passed(flowing.status());
        }
    }

    /** For a part, or for a whole answer of known length and one byte more that never comes. */
    private static int room(Wire.Flowing flowing) {
        String told = flowing.header("Content-Length");
        return told != null && SHORT.matcher(told).matches() ? Integer.parseInt(told) + 1 : PART;
    }

    /** What went out was seen, so it leaves its evidence even if the rest never comes. */
    private byte[] passAllButLast(Wire.Flowing flowing, byte[] first) throws IOException {
        byte[] held = first;
        try {
            receiver.begin(flowing.status(), flowing.headers());
            Limited body = flowing.body();
            for (byte[] next = part(body, PART); next.length > 0; next = part(body, PART)) {
                receiver.write(held);
                held = next;
            }
            return held;
        } catch (IOException broken) {
            leave(outcome(flowing.status()), "BROKEN_OFF");
            throw broken;
        }
    }

    private byte[] part(Limited body, int room) throws IOException {
        try {
            byte[] part = new byte[room];
            int read = body.readNBytes(part, 0, room);
            if (read < room) {
                part = Arrays.copyOf(part, read);
            }
            answered.update(part);
            receivedBytes += part.length;
            return part;
        } catch (IOException broken) {
            failure = Wire.failure(broken);
            throw broken;
        }
    }

    private void leave(Outcome outcome, @Nullable String reason) {
        evidence.leave(
                asked,
                new Ending(
                        outcome,
                        reason,
                        sent,
                        answered.doFinal(),
                        Duration.ofNanos(System.nanoTime() - start),
                        null,
                        new Ending.Sizes(sentBytes, receivedBytes)));
    }

    private Outcome outcome(int status) {
        if (status >= 500) {
            failure = Failure.REGISTRY_ERROR;
            return Outcome.UNREACHABLE;
        }
        if (status == 404) {
            return Outcome.NOT_FOUND;
        }
        return status < 300 ? Outcome.KNOWN : Outcome.REFUSED;
    }

    private static @Nullable String reason(int status) {
        return status < 300 || status == 404 ? null : "HTTP_" + status;
    }
}
