package org.dargah.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.dargah.exchange.Inquiry;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Monitoring.Observed;
import org.dargah.exchange.Monitoring.Spread;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code exchange.inquiry} as a monitor reads them. */
@Repository
public class OperationTable {

    /** An id is made up to so long before its question is asked, and the clock may be corrected. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** By the primary key, since an id begins with its time; no index of its own is needed. */
    private static final String IN_TIME =
            """
            where province = :province and id >= :first and id < :last
                and asked_at >= :from and asked_at < :until
            """;

    private final JdbcClient jdbc;
    private final Province province;

    OperationTable(JdbcClient jdbc, @Value("${dargah.province}") String province) {
        this.jdbc = jdbc;
        this.province = new Province(province);
    }

    public List<Observed> between(Instant from, Instant until, int most) {
        return in(
                        """
                        select id, asked_at, took_ms, registry, agency, client, manner, message, party,
                            outcome, reason, request_bytes, answer_bytes
                        from exchange.inquiry
                        """
                                + IN_TIME
                                + "and client is not null order by asked_at, id limit :most",
                        from,
                        until)
                .param("most", most)
                .query(OperationTable::observed)
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("province", province.code())
                .param("first", firstOf(from.minus(SLACK)))
                .param("last", firstOf(until.plus(SLACK)))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC));
    }

    /** No id of version 7 that was made at that time or later comes before it. */
    private static UUID firstOf(Instant at) {
        return new UUID(Math.max(0, at.toEpochMilli()) << 16, 0);
    }

    /** What was counted of one registry. */
    public record Figures(
            String registry,
            int succeeded,
            int failed,
            @Nullable Spread took,
            @Nullable Spread requested,
            @Nullable Spread answered) {}

    public static Figures none(String registry) {
        return new Figures(registry, 0, 0, null, null, null);
    }

    /**
     * Of all questions, Dargah's own included: a registry does as well for one as for the other.
     */
    public List<Figures> figures(Instant from, Instant until) {
        return in(
                        """
                        select registry,
                            count(*) filter (where outcome in ('KNOWN', 'NOT_FOUND')) as succeeded,
                            count(*) filter (where outcome not in ('KNOWN', 'NOT_FOUND')) as failed,
                            min(took_ms) as took_min, avg(took_ms) as took_avg,
                            max(took_ms) as took_max, stddev_pop(took_ms) as took_dev,
                            min(request_bytes) as request_min, avg(request_bytes) as request_avg,
                            max(request_bytes) as request_max, stddev_pop(request_bytes) as request_dev,
                            min(answer_bytes) as answer_min, avg(answer_bytes) as answer_avg,
                            max(answer_bytes) as answer_max, stddev_pop(answer_bytes) as answer_dev
                        from exchange.inquiry
                        """
                                + IN_TIME
                                + "group by registry",
                        from,
                        until)
                .query(OperationTable::figures)
                .list();
    }

    private static Figures figures(ResultSet row, int number) throws SQLException {
        return new Figures(
                row.getString("registry"),
                row.getInt("succeeded"),
                row.getInt("failed"),
                spread(row, "took"),
                spread(row, "request"),
                spread(row, "answer"));
    }

    private static @Nullable Spread spread(ResultSet row, String name) throws SQLException {
        Long least = row.getObject(name + "_min", Long.class);
        return least == null
                ? null
                : new Spread(
                        least,
                        row.getDouble(name + "_avg"),
                        row.getLong(name + "_max"),
                        row.getDouble(name + "_dev"));
    }

    private static Observed observed(ResultSet row, int number) throws SQLException {
        return new Observed(
                new InquiryId(row.getObject("id", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("registry"),
                new AgencyCode(row.getString("agency")),
                row.getString("client"),
                Manner.valueOf(row.getString("manner")),
                row.getString("message"),
                row.getString("party"),
                Inquiry.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getObject("request_bytes", Long.class),
                row.getObject("answer_bytes", Long.class));
    }
}
