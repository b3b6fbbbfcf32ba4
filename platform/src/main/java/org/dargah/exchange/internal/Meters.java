package org.dargah.exchange.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.RightId;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much of each right is used. The day's count is read from the evidence once after a start, so
 * that a restart gives nobody a second quota; a minute's is not worth that.
 */
@Component
class Meters {

    private final InquiryRepository inquiries;
    private final Clock clock;
    private final Map<Use, Used> used = new ConcurrentHashMap<>();

    Meters(InquiryRepository inquiries, Clock clock) {
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** Of a group's right, each member has the whole for itself. */
    private record Use(RightId right, String client) {}

    /** In one minute and one day. */
    private record Used(Instant minute, int inMinute, Instant day, int inDay) {

        Used at(Instant newMinute, Instant newDay) {
            return new Used(
                    newMinute,
                    newMinute.equals(minute) ? inMinute : 0,
                    newDay,
                    newDay.equals(day) ? inDay : 0);
        }

        Used once() {
            return new Used(minute, inMinute + 1, day, inDay + 1);
        }
    }

    /** Counts one more question, or says why it is one too many. */
    Optional<Refusal> refuses(AccessRight right, String client) {
        var use = new Use(right.id(), client);
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Instant day = Tehran.startOf(Tehran.dateOf(now));
        used.computeIfAbsent(
                use, it -> new Used(minute, 0, day, inquiries.askedBy(it.right(), client, day)));
        var over = new AtomicReference<@Nullable Refusal>();
        used.compute(
                use,
                (it, before) -> {
                    Used current = Objects.requireNonNull(before).at(minute, day);
                    over.set(over(current, right));
                    return over.get() == null ? current.once() : current;
                });
        return Optional.ofNullable(over.get());
    }

    private static @Nullable Refusal over(Used current, AccessRight right) {
        if (current.inDay() >= right.bounds().perDay()) {
            return Refusal.QUOTA_EXCEEDED;
        }
        return current.inMinute() >= right.bounds().perMinute() ? Refusal.RATE_EXCEEDED : null;
    }
}
