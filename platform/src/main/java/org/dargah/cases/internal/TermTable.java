package org.dargah.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Extension;
import org.dargah.cases.Lapse;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of prolongations, and of what silence means. Whoever changes one holds its case. */
@Repository
public class TermTable {

    private final JdbcClient jdbc;
    private final CaseTable cases;
    private final Clock clock;

    TermTable(JdbcClient jdbc, CaseTable cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /** There is one a case: a second one breaks the key. */
    public void insert(CaseFile file, Extension extension) {
        about(
                        file,
                        """
                        insert into cases.extension (province, case_id, reason, due_on, until, by_title, at)
                        values (:province, :case, :reason, :due, :until, :title, :at)
                        """)
                .param("reason", extension.reason())
                .param("due", extension.dueOn())
                .param("until", extension.until())
                .param("title", extension.by())
                .param("at", CaseTable.at(extension.at()))
                .update();
    }

    public Optional<Extension> extension(CaseFile file) {
        return about(
                        file,
                        """
                        select * from cases.extension where province = :province and case_id = :case
                        """)
                .query(TermTable::extension)
                .optional();
    }

    private static Extension extension(ResultSet row, int number) throws SQLException {
        return new Extension(
                row.getString("reason"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("by_title"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** From now on silence means something in this case. */
    void watch(CaseFile file) {
        about(
                        file,
                        """
                        insert into cases.silence (province, case_id) values (:province, :case)
                        on conflict do nothing
                        """)
                .update();
    }

    /** Somebody has answered: silence means nothing any more. What it has done already stays. */
    void unwatch(CaseFile file) {
        about(
                        file,
                        """
                        delete from cases.silence
                        where province = :province and case_id = :case and outcome is null
                        """)
                .update();
    }

    /** False when silence has spoken in this case already, or never means anything in it. */
    public boolean lapsed(CaseFile file, Lapse outcome) {
        return about(
                                file,
                                """
                                update cases.silence set outcome = :outcome, at = :at
                                where province = :province and case_id = :case and outcome is null
                                """)
                        .param("outcome", outcome.name())
                        .param("at", CaseTable.at(clock.instant()))
                        .update()
                == 1;
    }

    public Optional<Lapse> lapse(CaseFile file) {
        return about(
                        file,
                        """
                        select outcome from cases.silence
                        where province = :province and case_id = :case and outcome is not null
                        """)
                .query(String.class)
                .optional()
                .map(Lapse::valueOf);
    }

    /** Those whose time is over and in which silence has not spoken yet, the oldest first. */
    List<CaseFile> overdue(Province province, LocalDate today, int limit) {
        return jdbc.sql(
                        """
                        select c.* from cases.silence s
                            join cases.case_file c on c.province = s.province and c.id = s.case_id
                        where s.province = :province and s.outcome is null and c.due_on < :today
                          and c.stage in ('SUBMITTED', 'REVIEWING', 'AWAITING_REGISTRY')
                        order by c.due_on, c.id limit :limit
                        """)
                .param("province", province.code())
                .param("today", today)
                .param("limit", limit)
                .query(cases::file)
                .list();
    }

    private JdbcClient.StatementSpec about(CaseFile file, String sql) {
        return jdbc.sql(sql).param("province", file.province().code()).param("case", file.key());
    }
}
