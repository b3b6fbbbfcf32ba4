package org.dargah.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.dargah.cases.Task;
import org.dargah.cases.Visit;
import org.dargah.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days of visits, one a task of the kind inspection. */
@Repository
public class Visits {

    private final JdbcClient jdbc;
    private final Clock clock;

    Visits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Visit> of(Task task) {
        return jdbc.sql("select * from cases.visit where province = :province and task = :task")
                .param("province", task.province().code())
                .param("task", task.id())
                .query(
                        (row, number) ->
                                new Visit(
                                        row.getObject("day", LocalDate.class),
                                        Visit.Hours.valueOf(row.getString("hours")),
                                        row.getString("inspector"),
                                        row.getObject("set_at", OffsetDateTime.class).toInstant(),
                                        row.getString("wish"),
                                        instant(row.getObject("wished_at", OffsetDateTime.class))))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** The first day or another one; what the applicant wished stays on record. */
    public void set(Task task, LocalDate day, Visit.Hours hours, Actor inspector) {
        jdbc.sql(
                        """
                        insert into cases.visit (province, task, case_id, day, hours, inspector, set_at)
                        values (:province, :task, :case, :day, :hours, :inspector, :at)
                        on conflict (province, task) do update
                            set day = excluded.day, hours = excluded.hours,
                                inspector = excluded.inspector, set_at = excluded.set_at
                        """)
                .param("province", task.province().code())
                .param("task", task.id())
                .param("case", task.caseId().value())
                .param("day", day)
                .param("hours", hours.name())
                .param("inspector", inspector.title())
                .param("at", CaseTable.at(clock.instant()))
                .update();
    }

    public void wish(Task task, String wish) {
        jdbc.sql(
                        """
                        update cases.visit set wish = :wish, wished_at = :at
                        where province = :province and task = :task and wished_at is null
                        """)
                .param("wish", wish)
                .param("at", CaseTable.at(clock.instant()))
                .param("province", task.province().code())
                .param("task", task.id())
                .update();
    }
}
