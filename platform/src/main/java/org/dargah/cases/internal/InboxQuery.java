package org.dargah.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Inbox;
import org.dargah.cases.Inbox.View;
import org.dargah.cases.Official;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.PersianText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open cases of one agency by the index of their deadlines. */
@Repository
public class InboxQuery {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final java.util.UUID LEAST = new java.util.UUID(0, 0);

    private final JdbcClient jdbc;
    private final CaseTable table;
    private final Offices offices;

    InboxQuery(JdbcClient jdbc, CaseTable table, Offices offices) {
        this.offices = offices;
        this.jdbc = jdbc;
        this.table = table;
    }

    public List<CaseFile> page(
            Official official,
            Inbox.Filter filter,
            Inbox.@Nullable After after,
            LocalDate today,
            int limit) {
        return jdbc.sql(
                        """
                        select * from cases.case_file
                        where province = :province and agency in (:agencies)
                          and stage in ('SUBMITTED', 'REVIEWING', 'AWAITING_APPLICANT', 'AWAITING_REGISTRY')
                          and (:stage = '' or stage = :stage)
                          and (not :late or due_on < :today and stage <> 'AWAITING_APPLICANT')
                          and (:service = '' or service = :service)
                          and (:text = '' or applicant like '%' || :text || '%' or tracking like '%' || :code || '%')
                          and (due_on, id) > (:dueOn, :id)
                        order by due_on, id limit :limit
                        """)
                .param("province", official.province().code())
                .param("agencies", agencies(official))
                .param("stage", stage(filter.view()))
                .param("late", filter.view() == View.LATE)
                .param("today", today)
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
                .query(table::file)
                .list();
    }

    private List<String> agencies(Official official) {
        return offices.of(official.agency()).stream().map(AgencyCode::value).toList();
    }

    private static String stage(View view) {
        return switch (view) {
            case ALL, LATE -> "";
            case READY -> "REVIEWING";
            case AWAITING_APPLICANT, AWAITING_REGISTRY -> view.name();
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    public Map<View, Integer> counts(Official official, LocalDate today) {
        return jdbc.sql(
                        """
                        select count(*) as all_open,
                            count(*) filter (where stage = 'REVIEWING') as ready,
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
                        (row, number) ->
                                Map.of(
                                        View.ALL, row.getInt("all_open"),
                                        View.READY, row.getInt("ready"),
                                        View.LATE, row.getInt("late"),
                                        View.AWAITING_APPLICANT, row.getInt("applicant"),
                                        View.AWAITING_REGISTRY, row.getInt("registry")))
                .single();
    }
}
