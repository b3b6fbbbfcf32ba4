package org.dargah.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Task;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tasks. Whoever changes one holds the lock of its case. */
@Repository
public class TaskTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opening again what is open changes nothing. */
    void open(Task task, @Nullable String onSilence) {
        jdbc.sql(
                        """
                        insert into cases.task (province, id, case_id, kind, name, body, role, opened_at, due_on, on_silence, revision)
                        values (:province, :id, :case, :kind, :name, :body, :role, :opened, :due, :silence, :revision)
                        on conflict do nothing
                        """)
                .param("province", task.province().code())
                .param("id", task.id())
                .param("case", task.caseId().value())
                .param("kind", task.kind().name())
                .param("name", task.name())
                .param("body", task.body().value())
                .param("role", task.role())
                .param("opened", CaseTable.at(task.openedAt()))
                .param("due", task.dueOn())
                .param("silence", onSilence)
                .param("revision", task.revision())
                .update();
    }

    /** Ends an open task; false when there is none of that name. */
    boolean done(CaseFile file, String name, String outcome, Actor by) {
        return jdbc.sql(
                                """
                                update cases.task set done_at = :at, outcome = :outcome, done_by = :by,
                                    done_title = :title, revision = revision + 1
                                where province = :province and case_id = :case and name = :name and done_at is null
                                """)
                        .param("at", CaseTable.at(clock.instant()))
                        .param("outcome", outcome)
                        .param("by", by.id())
                        .param("title", by.title())
                        .param("province", file.province().code())
                        .param("case", file.key())
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Ends all that is open in a case that ends otherwise. */
    void drop(Province province, CaseId id) {
        jdbc.sql(
                        """
                        update cases.task set done_at = :at, outcome = :outcome, revision = revision + 1
                        where province = :province and case_id = :case and done_at is null
                        """)
                .param("at", CaseTable.at(clock.instant()))
                .param("outcome", Task.DROPPED)
                .param("province", province.code())
                .param("case", id.value())
                .update();
    }

    /** What officers and supervisors have to do in a case goes to the body that has it now. */
    public void handOver(CaseFile file) {
        jdbc.sql(
                        """
                        update cases.task set body = :body, revision = revision + 1
                        where province = :province and case_id = :case and done_at is null
                          and kind in ('OFFICER_DECISION', 'SUPERVISOR_SIGNATURE')
                        """)
                .param("body", file.agency().value())
                .param("province", file.province().code())
                .param("case", file.key())
                .update();
    }

    /** Something about an open task has changed that others must have seen first. */
    public void touch(Task task) {
        jdbc.sql(
                        "update cases.task set revision = revision + 1 where province = :province"
                                + " and id = :id")
                .param("province", task.province().code())
                .param("id", task.id())
                .update();
    }

    public Optional<Task> find(Province province, UUID id) {
        return jdbc.sql("select * from cases.task where province = :province and id = :id")
                .param("province", province.code())
                .param("id", id)
                .query(TaskTable::task)
                .optional();
    }

    /** All tasks of a case, in the order of opening. */
    public List<Task> ofCase(Province province, CaseId id) {
        return jdbc.sql(
                        """
                        select * from cases.task where province = :province and case_id = :case
                        order by opened_at, id
                        """)
                .param("province", province.code())
                .param("case", id.value())
                .query(TaskTable::task)
                .list();
    }

    /** The open task of that kind in a case, of which there is at most one unless it is named. */
    public Optional<Task> open(CaseFile file, TaskKind kind) {
        return ofCase(file.province(), file.id()).stream()
                .filter(task -> task.isOpen() && task.kind() == kind)
                .findFirst();
    }

    /** Those whose days are over and for whom silence decides, the oldest first. */
    public List<Overdue> overdue(Province province, LocalDate today, int limit) {
        return jdbc.sql(
                        """
                        select * from cases.task
                        where province = :province and due_on < :today and done_at is null and on_silence is not null
                        order by due_on, id limit :limit
                        """)
                .param("province", province.code())
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new Overdue(task(row, number), row.getString("on_silence")))
                .list();
    }

    /**
     * A task that nobody did in time.
     *
     * @param outcome that silence brings about
     */
    public record Overdue(Task task, String outcome) {}

    static Task task(ResultSet row, int number) throws SQLException {
        return task(row, "");
    }

    /**
     * @param prefix of the columns' names
     */
    static Task task(ResultSet row, String prefix) throws SQLException {
        OffsetDateTime done = row.getObject(prefix + "done_at", OffsetDateTime.class);
        return new Task(
                new Province(row.getString(prefix + "province")),
                row.getObject(prefix + "id", UUID.class),
                new CaseId(row.getObject(prefix + "case_id", UUID.class)),
                TaskKind.valueOf(row.getString(prefix + "kind")),
                row.getString(prefix + "name"),
                new AgencyCode(row.getString(prefix + "body")),
                row.getString(prefix + "role"),
                row.getObject(prefix + "opened_at", OffsetDateTime.class).toInstant(),
                row.getObject(prefix + "due_on", LocalDate.class),
                row.getInt(prefix + "revision"),
                done == null ? null : done.toInstant(),
                row.getString(prefix + "outcome"),
                row.getString(prefix + "done_by"),
                row.getString(prefix + "done_title"));
    }
}
