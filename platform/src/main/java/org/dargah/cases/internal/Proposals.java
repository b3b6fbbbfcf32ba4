package org.dargah.cases.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Proposal;
import org.dargah.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of proposals: the last one of a case. */
@Repository
public class Proposals {

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void propose(
            CaseFile file,
            boolean approved,
            List<Integer> conditions,
            String explanation,
            Actor by) {
        jdbc.sql(
                        """
                        insert into cases.proposal (province, case_id, approved, conditions, explanation, proposed_by, proposed_title, at)
                        values (:province, :case, :approved, :conditions, :explanation, :by, :title, :at)
                        on conflict (province, case_id) do update
                            set approved = excluded.approved, conditions = excluded.conditions,
                                explanation = excluded.explanation, proposed_by = excluded.proposed_by,
                                proposed_title = excluded.proposed_title, at = excluded.at,
                                returned = null, returned_title = null
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .param("approved", approved)
                .param("conditions", conditions.toArray(Integer[]::new))
                .param("explanation", explanation)
                .param("by", by.id())
                .param("title", by.title())
                .param("at", CaseTable.at(clock.instant()))
                .update();
    }

    public void sendBack(CaseFile file, String reason, Actor by) {
        jdbc.sql(
                        """
                        update cases.proposal set returned = :reason, returned_title = :title
                        where province = :province and case_id = :case
                        """)
                .param("reason", reason)
                .param("title", by.title())
                .param("province", file.province().code())
                .param("case", file.key())
                .update();
    }

    public Optional<Proposal> of(CaseFile file) {
        return jdbc.sql(
                        "select * from cases.proposal where province = :province and case_id ="
                                + " :case")
                .param("province", file.province().code())
                .param("case", file.key())
                .query(
                        (row, number) ->
                                new Proposal(
                                        row.getBoolean("approved"),
                                        Arrays.asList(
                                                (Integer[]) row.getArray("conditions").getArray()),
                                        row.getString("explanation"),
                                        row.getString("proposed_by"),
                                        row.getString("proposed_title"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("returned"),
                                        row.getString("returned_title")))
                .optional();
    }
}
