package org.dargah.exchange.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dargah.exchange.Inquiry;
import org.dargah.exchange.Monitoring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When each registry last answered and last did not, since this program runs. */
@Component
public final class Health {

    private final Declarations declarations;
    private final Instant since;
    private final Map<String, Last> lasts = new ConcurrentHashMap<>();

    Health(Declarations declarations, Clock clock) {
        this.declarations = declarations;
        this.since = clock.instant();
    }

    private record Last(@Nullable Instant success, @Nullable Instant failure) {}

    public Instant since() {
        return since;
    }

    /** A name that is no registry could be anything, so it is not noted. */
    void note(Inquiry inquiry) {
        if (declarations.find(inquiry.registry()).isPresent()) {
            boolean fine = Monitoring.isSuccess(inquiry.outcome());
            lasts.compute(
                    inquiry.registry(),
                    (registry, before) ->
                            new Last(
                                    fine
                                            ? inquiry.askedAt()
                                            : before == null ? null : before.success(),
                                    fine
                                            ? before == null ? null : before.failure()
                                            : inquiry.askedAt()));
        }
    }

    public @Nullable Instant lastSuccess(String registry) {
        Last last = lasts.get(registry);
        return last == null ? null : last.success();
    }

    public @Nullable Instant lastFailure(String registry) {
        Last last = lasts.get(registry);
        return last == null ? null : last.failure();
    }
}
