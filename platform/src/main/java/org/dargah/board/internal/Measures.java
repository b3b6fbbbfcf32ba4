package org.dargah.board.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dargah.board.Board.Cut;
import org.dargah.board.Listing;
import org.dargah.board.Measure;
import org.dargah.board.Period;
import org.dargah.board.Scope;
import org.dargah.kernel.AgencyCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One question counts everything of a breakdown; percentiles are exact, over the rows. */
@Repository
public class Measures {

    /** The frames stand first, so that a case is counted in each period that it touches. */
    static final String FRAMES =
            """
            from unnest(:since::date[], :until::date[], :day::date[], :soon::date[]) as p(since, until, day, soon)
            join board.case_line c on c.province = :province and c.submitted_on < p.until
                and (c.ended_on is null or c.ended_on >= p.since)
                and (:agency::text is null or c.agency = :agency::text)
                and (:office::text is null or c.office = :office::text)
                and (:service::text is null or c.service = :service::text)
            """;

    private static final String COUNTS =
            List.of(Listing.values()).stream()
                    .map(
                            listing ->
                                    "count(*) filter (where "
                                            + Conditions.of(listing)
                                            + ") as "
                                            + listing.name().toLowerCase(java.util.Locale.ROOT))
                    .collect(Collectors.joining(",\n"));

    private final JdbcClient jdbc;

    Measures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of whom each row of the breakdown speaks. */
    public enum By {
        NOBODY("null::text"),
        AGENCY("c.agency"),
        OFFICE("c.office");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /**
     * A period as a query needs it.
     *
     * @param day on which it is asked what is open and late
     * @param soon the last due day that is near
     */
    public record Frame(Period period, LocalDate day, LocalDate soon) {}

    public Map<Cut, Measure> by(By by, Scope scope, List<Frame> frames) {
        Map<LocalDate, Period> periods =
                frames.stream()
                        .map(Frame::period)
                        .collect(Collectors.toMap(Period::since, Function.identity()));
        Map<Cut, Measure> found = new HashMap<>();
        jdbc.sql(
                        """
                        select p.since, %s as body, %s,
                            percentile_cont(0.5) within group (order by c.days) filter (where %s) as median,
                            percentile_cont(0.9) within group (order by c.days) filter (where %s) as ninetieth,
                            avg(c.score) filter (where %s) as mean
                        """
                                        .formatted(
                                                by.column,
                                                COUNTS,
                                                Conditions.of(Listing.DECIDED),
                                                Conditions.of(Listing.DECIDED),
                                                Conditions.of(Listing.RATED))
                                + FRAMES
                                + "group by 1, 2")
                .params(values(scope, frames))
                .query(
                        row -> {
                            LocalDate since = row.getObject("since", LocalDate.class);
                            String body = row.getString("body");
                            found.put(
                                    new Cut(
                                            java.util.Objects.requireNonNull(periods.get(since)),
                                            body == null ? null : new AgencyCode(body)),
                                    measure(row));
                        });
        return found;
    }

    static Map<String, @Nullable Object> values(Scope scope, List<Frame> frames) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("province", scope.province().code());
        values.put("agency", scope.agency() == null ? null : scope.agency().value());
        values.put("office", scope.office() == null ? null : scope.office().value());
        values.put("service", scope.service() == null ? null : scope.service().value());
        values.put("since", days(frames, frame -> frame.period().since()));
        values.put("until", days(frames, frame -> frame.period().until()));
        values.put("day", days(frames, Frame::day));
        values.put("soon", days(frames, Frame::soon));
        return values;
    }

    private static String[] days(List<Frame> frames, Function<Frame, LocalDate> which) {
        return frames.stream().map(which).map(LocalDate::toString).toArray(String[]::new);
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                row.getInt("open"),
                row.getInt("soon"),
                row.getInt("late"),
                row.getInt("submitted"),
                row.getInt("decided"),
                row.getInt("on_time"),
                row.getInt("rated"),
                number(row, "median"),
                number(row, "ninetieth"),
                number(row, "mean"));
    }

    static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
