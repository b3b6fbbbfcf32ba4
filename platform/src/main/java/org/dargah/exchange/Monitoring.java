package org.dargah.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dargah.exchange.Inquiry.Outcome;
import org.dargah.exchange.internal.Declarations;
import org.dargah.exchange.internal.Health;
import org.dargah.exchange.internal.OperationTable;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.InquiryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the exchange works, for who watches over it: from the rows of evidence, without anything by
 * which a person could be known.
 */
@Component
public final class Monitoring {

    /** Over which figures of health are counted. */
    public static final Duration PERIOD = Duration.ofMinutes(10);

    private final OperationTable table;
    private final Health health;
    private final Declarations declarations;
    private final Clock clock;

    public Monitoring(OperationTable table, Health health, Declarations declarations, Clock clock) {
        this.table = table;
        this.health = health;
        this.declarations = declarations;
        this.clock = clock;
    }

    /** True when the registry told something, also that it has no such record. */
    public static boolean isSuccess(Outcome outcome) {
        return outcome == Outcome.KNOWN || outcome == Outcome.NOT_FOUND;
    }

    /**
     * One question of a program.
     *
     * @param reason why it was not answered, as in {@link Inquiry}
     * @param requestBytes null where nothing went out
     */
    public record Observed(
            InquiryId id,
            Instant askedAt,
            Duration took,
            String registry,
            AgencyCode agency,
            String client,
            Manner manner,
            @Nullable String message,
            @Nullable String party,
            Outcome outcome,
            @Nullable String reason,
            @Nullable Long requestBytes,
            @Nullable Long answerBytes) {

        public boolean isSuccess() {
            return Monitoring.isSuccess(outcome);
        }
    }

    /**
     * Questions of programs in the order in which they were asked.
     *
     * @param until not included
     */
    public List<Observed> between(Instant from, Instant until, int most) {
        return table.between(from, until, most);
    }

    /** Smallest, average and largest of what was measured, and how far it is spread. */
    public record Spread(long least, double average, long most, double deviation) {}

    /**
     * One registry.
     *
     * @param succeeded questions of the last {@link #PERIOD} that it answered
     * @param took milliseconds; null when there was no question
     * @param requested bytes; null when nothing went out
     */
    public record Service(
            String registry,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int succeeded,
            int failed,
            @Nullable Spread took,
            @Nullable Spread requested,
            @Nullable Spread answered) {}

    /** Since when {@link Service#lastSuccess} is known. */
    public Instant since() {
        return health.since();
    }

    /** Every declared registry, in the order of their codes. */
    public List<Service> services() {
        Instant now = clock.instant();
        Map<String, OperationTable.Figures> figures =
                table.figures(now.minus(PERIOD), now).stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        OperationTable.Figures::registry, Function.identity()));
        return declarations.all().stream()
                .map(declared -> declared.code())
                .map(code -> service(code, figures.getOrDefault(code, OperationTable.none(code))))
                .toList();
    }

    private Service service(String code, OperationTable.Figures figures) {
        return new Service(
                code,
                health.lastSuccess(code),
                health.lastFailure(code),
                figures.succeeded(),
                figures.failed(),
                figures.took(),
                figures.requested(),
                figures.answered());
    }
}
