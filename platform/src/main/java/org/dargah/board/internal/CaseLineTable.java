package org.dargah.board.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dargah.board.CaseLine;
import org.dargah.board.CaseLines;
import org.dargah.board.Listing;
import org.dargah.board.Scope;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the boards: filled by news, read page by page. */
@Repository
public class CaseLineTable {

    static final int PAGE = 50;

    private final JdbcClient jdbc;

    CaseLineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what a piece of news knows; hearing it again, or before an earlier one, is the same. */
    void add(News news) {
        jdbc.sql(
                        """
                        insert into board.case_line as known (province, case_id, service, agency, office, tracking,
                            submitted_at, submitted_on, due_on, asked_at, sent_at, decided_at, decided_on, approved,
                            withdrawn_on, score)
                        values (:province, :case, :service, :agency, :office, :tracking, :submittedAt, :submittedOn,
                            :dueOn, :askedAt, :sentAt, :decidedAt, :decidedOn, :approved, :withdrawnOn, :score)
                        on conflict (province, case_id) do update set
                            tracking = coalesce(known.tracking, excluded.tracking),
                            submitted_at = coalesce(known.submitted_at, excluded.submitted_at),
                            submitted_on = coalesce(known.submitted_on, excluded.submitted_on),
                            due_on = greatest(known.due_on, excluded.due_on),
                            asked_at = greatest(known.asked_at, excluded.asked_at),
                            sent_at = greatest(known.sent_at, excluded.sent_at),
                            decided_at = coalesce(known.decided_at, excluded.decided_at),
                            decided_on = coalesce(known.decided_on, excluded.decided_on),
                            approved = coalesce(known.approved, excluded.approved),
                            withdrawn_on = coalesce(known.withdrawn_on, excluded.withdrawn_on),
                            score = coalesce(known.score, excluded.score)
                        """)
                .params(news.values())
                .update();
    }

    public CaseLines page(
            Scope scope, Measures.Frame frame, Listing listing, CaseLines.@Nullable After after) {
        boolean decided = listing.isDecided();
        String onward =
                decided
                        ? " and (c.days, c.case_id) < (:key::double precision, :id::uuid)"
                        : " and (c.due_on, c.case_id) > (:key::date, :id::uuid)";
        var values = Measures.values(scope, List.of(frame));
        if (after != null) {
            values.put("key", after.key());
            values.put("id", after.id().value());
        }
        List<CaseLine> lines =
                jdbc.sql(
                                "select c.*, "
                                        + Conditions.WAITING
                                        + " as waiting "
                                        + Measures.FRAMES
                                        + "where "
                                        + Conditions.of(listing)
                                        + (after == null ? "" : onward)
                                        + (decided
                                                ? " order by c.days desc, c.case_id desc"
                                                : " order by c.due_on, c.case_id")
                                        + " limit "
                                        + (PAGE + 1))
                        .params(values)
                        .query((row, number) -> line(row))
                        .list();
        return lines.size() <= PAGE
                ? new CaseLines(lines, null)
                : new CaseLines(lines.subList(0, PAGE), after(lines.get(PAGE - 1), decided));
    }

    private static CaseLines.After after(CaseLine last, boolean decided) {
        String key = decided ? String.valueOf(last.days()) : last.dueOn().toString();
        return new CaseLines.After(key, last.id());
    }

    private static CaseLine line(ResultSet row) throws SQLException {
        String tracking = row.getString("tracking");
        return new CaseLine(
                new CaseId(row.getObject("case_id", UUID.class)),
                tracking == null ? null : new TrackingCode(tracking),
                new AgencyCode(row.getString("office")),
                new ServiceCode(row.getString("service")),
                row.getObject("submitted_on", LocalDate.class),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                row.getBoolean("waiting"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class),
                Measures.number(row, "days"),
                row.getObject("on_time", Boolean.class),
                row.getObject("score", Integer.class));
    }
}
