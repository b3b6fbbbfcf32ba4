package org.dargah.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.access.Outcome;
import org.dargah.cases.CaseFile;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.RightId;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code access.outcome}. */
@Repository
public class OutcomeTable {

    private static final String SELECT =
            """
            select case_id, tracking, program, registry, purpose, right_id, why, at
            from access.outcome
            where province = :province
            """;

    private final JdbcClient jdbc;

    OutcomeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the case has one: it was heard of before. */
    boolean begin(CaseFile file, String program, String registry, String purpose, Instant now) {
        return jdbc.sql(
                                """
                                insert into access.outcome
                                    (province, case_id, tracking, program, registry, purpose, at)
                                values (:province, :case, :tracking, :program, :registry, :purpose, :now)
                                on conflict (province, case_id) do nothing
                                """)
                        .param("province", file.province().code())
                        .param("case", file.id().value())
                        .param("tracking", file.tracking().text())
                        .param("program", program)
                        .param("registry", registry)
                        .param("purpose", purpose)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void end(CaseFile file, @Nullable RightId right, Outcome.@Nullable Why why, Instant now) {
        jdbc.sql(
                        """
                        update access.outcome set right_id = :right, why = :why, at = :now
                        where province = :province and case_id = :case
                        """)
                .param("right", right == null ? null : right.value(), java.sql.Types.OTHER)
                .param("why", why == null ? null : why.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("province", file.province().code())
                .param("case", file.id().value())
                .update();
    }

    /** Keeps others from trying the same until the transaction ends. */
    public Optional<Outcome> lock(Province province, CaseId id) {
        return jdbc.sql(SELECT + "and case_id = :case for update")
                .param("province", province.code())
                .param("case", id.value())
                .query(OutcomeTable::outcome)
                .optional();
    }

    public Optional<Outcome> find(Province province, CaseId id) {
        return jdbc.sql(SELECT + "and case_id = :case")
                .param("province", province.code())
                .param("case", id.value())
                .query(OutcomeTable::outcome)
                .optional();
    }

    /** By {@code outcome_without_right}, the oldest first. */
    public List<Outcome> withoutRight(Province province, int most) {
        return jdbc.sql(SELECT + "and right_id is null order by case_id limit :most")
                .param("province", province.code())
                .param("most", most)
                .query(OutcomeTable::outcome)
                .list();
    }

    private static Outcome outcome(ResultSet row, int number) throws SQLException {
        UUID right = row.getObject("right_id", UUID.class);
        return new Outcome(
                new CaseId(row.getObject("case_id", UUID.class)),
                new TrackingCode(row.getString("tracking")),
                row.getString("program"),
                row.getString("registry"),
                row.getString("purpose"),
                right == null ? null : new RightId(right),
                Outcome.Why.of(row.getString("why")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
