package org.dargah.cases.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dargah.cases.Inbox;
import org.dargah.cases.Inbox.View;
import org.dargah.cases.Official;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.PersianText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open cases and tasks of one agency, the nearest deadline first. */
@Repository
public class InboxQuery {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final java.util.UUID LEAST = new java.util.UUID(0, 0);

    private static final String CASES =
            """
            select * from cases.case_file c
            where province = :province and agency in (:agencies)
              and stage in ('SUBMITTED', 'REVIEWING', 'AWAITING_APPLICANT', 'AWAITING_REGISTRY')
              and (:stage = '' or stage = :stage)
              and (not :ready or exists (select 1 from cases.task t
                   where t.province = c.province and t.case_id = c.id and t.kind = 'OFFICER_DECISION' and t.done_at is null))
              and (not :late or due_on < :today and stage <> 'AWAITING_APPLICANT')
              and (:service = '' or service = :service)
              and (:text = '' or applicant like '%' || :text || '%' or tracking like '%' || :code || '%')
              and (due_on, id) > (:dueOn, :id)
            order by due_on, id limit :limit
            """;

    private static final String TASKS =
            """
            select c.*, t.province as task_province, t.id as task_id, t.case_id as task_case_id, t.kind as task_kind,
                t.name as task_name, t.body as task_body, t.role as task_role, t.opened_at as task_opened_at,
                t.due_on as task_due_on, t.revision as task_revision, t.done_at as task_done_at,
                t.outcome as task_outcome, t.done_by as task_done_by, t.done_title as task_done_title
            from cases.task t join cases.case_file c on c.province = t.province and c.id = t.case_id
            where t.province = :province and t.body in (:agencies) and t.kind = :kind and t.done_at is null
              and (:service = '' or c.service = :service)
              and (:text = '' or :named and c.applicant like '%' || :text || '%' or c.tracking like '%' || :code || '%')
              and (coalesce(t.due_on, c.due_on), t.id) > (:dueOn, :id)
            order by coalesce(t.due_on, c.due_on), t.id limit :limit
            """;

    private final JdbcClient jdbc;
    private final CaseTable table;
    private final Offices offices;

    InboxQuery(JdbcClient jdbc, CaseTable table, Offices offices) {
        this.offices = offices;
        this.jdbc = jdbc;
        this.table = table;
    }

    public List<Inbox.Line> page(
            Official official,
            Inbox.Filter filter,
            Inbox.@Nullable After after,
            LocalDate today,
            int limit) {
        TaskKind kind = filter.view().kind();
        JdbcClient.StatementSpec query =
                kind == null
                        ? cases(filter.view(), today)
                        : jdbc.sql(TASKS)
                                .param("kind", kind.name())
                                // Another agency's search must not tell it who applies.
                                .param("named", kind != TaskKind.OPINION);
        return query.param("province", official.province().code())
                .param("agencies", agencies(official))
                .param("service", filter.service() == null ? "" : filter.service().value())
                .param("text", escaped(filter.text()))
                .param(
                        "code",
                        escaped(
                                PersianText.latinDigits(filter.text())
                                        .toUpperCase(java.util.Locale.ROOT)))
                .param("dueOn", after == null ? BEFORE_ALL : after.dueOn())
                .param("id", after == null ? LEAST : after.id())
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Inbox.Line(
                                        table.file(row, number),
                                        kind == null ? null : TaskTable.task(row, "task_")))
                .list();
    }

    private JdbcClient.StatementSpec cases(View view, LocalDate today) {
        return jdbc.sql(CASES)
                .param("stage", stage(view))
                .param("late", view == View.LATE)
                .param("ready", view == View.READY)
                .param("today", today);
    }

    private List<String> agencies(Official official) {
        return offices.of(official.agency()).stream().map(AgencyCode::value).toList();
    }

    private static String stage(View view) {
        return switch (view) {
            case ALL, LATE, INSPECTIONS, OPINIONS, SIGNATURES -> "";
            case READY -> "REVIEWING";
            case AWAITING_APPLICANT, AWAITING_REGISTRY -> view.name();
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    public Map<View, Integer> counts(Official official, LocalDate today) {
        var counts = new EnumMap<View, Integer>(View.class);
        jdbc.sql(
                        """
                        select count(*) as all_open,
                            count(*) filter (where due_on < :today and stage <> 'AWAITING_APPLICANT') as late,
                            count(*) filter (where stage = 'AWAITING_APPLICANT') as applicant,
                            count(*) filter (where stage = 'AWAITING_REGISTRY') as registry
                        from cases.case_file
                        where province = :province and agency in (:agencies)
                          and stage in ('SUBMITTED', 'REVIEWING', 'AWAITING_APPLICANT', 'AWAITING_REGISTRY')
                        """)
                .param("province", official.province().code())
                .param("agencies", agencies(official))
                .param("today", today)
                .query(
                        row -> {
                            counts.put(View.ALL, row.getInt("all_open"));
                            counts.put(View.LATE, row.getInt("late"));
                            counts.put(View.AWAITING_APPLICANT, row.getInt("applicant"));
                            counts.put(View.AWAITING_REGISTRY, row.getInt("registry"));
                        });
        counts.putAll(tasks(official));
        return counts;
    }

    private Map<View, Integer> tasks(Official official) {
        var counts = new EnumMap<View, Integer>(View.class);
        jdbc.sql(
                        """
                        select kind, count(*) as open from cases.task
                        where province = :province and body in (:agencies) and done_at is null
                        group by kind
                        """)
                .param("province", official.province().code())
                .param("agencies", agencies(official))
                .query(
                        row -> {
                            switch (TaskKind.valueOf(row.getString("kind"))) {
                                case OFFICER_DECISION -> counts.put(View.READY, row.getInt("open"));
                                case INSPECTION -> counts.put(View.INSPECTIONS, row.getInt("open"));
                                case OPINION -> counts.put(View.OPINIONS, row.getInt("open"));
                                case SUPERVISOR_SIGNATURE ->
                                        counts.put(View.SIGNATURES, row.getInt("open"));
                                case ASK_APPLICANT,
                                        PAYMENT,
                                        INQUIRY,
                                        DECIDE,
                                        ISSUE,
                                        NOTIFY,
                                        WAIT -> {}
                            }
                        });
        return counts;
    }
}
