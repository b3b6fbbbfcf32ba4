package org.dargah.cases.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Decision;
import org.dargah.kernel.DocumentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of decisions: one a case, never changed. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void insert(CaseFile file, Decision decision) {
        jdbc.sql(
                        """
                        insert into cases.decision (province, case_id, approved, conditions, explanation, decided_by, at, certificate, silent)
                        values (:province, :case, :approved, :conditions, :explanation, :by, :at, :certificate, :silent)
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .param("approved", decision.approved())
                .param("conditions", decision.conditions().toArray(Integer[]::new))
                .param("explanation", decision.explanation())
                .param("by", decision.decidedBy())
                .param("at", CaseTable.at(decision.at()))
                .param("certificate", DocumentId.next(clock).value())
                .param("silent", decision.silent())
                .update();
    }

    public Optional<Decision> of(CaseFile file) {
        return jdbc.sql(
                        "select * from cases.decision where province = :province and case_id ="
                                + " :case")
                .param("province", file.province().code())
                .param("case", file.key())
                .query(
                        (row, number) ->
                                new Decision(
                                        row.getBoolean("approved"),
                                        Arrays.asList(
                                                (Integer[]) row.getArray("conditions").getArray()),
                                        row.getString("explanation"),
                                        row.getString("decided_by"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getBoolean("silent")))
                .optional();
    }

    /** The id under which the certificate of this decision is or will be issued. */
    DocumentId certificate(CaseFile file) {
        return new DocumentId(
                jdbc.sql(
                                "select certificate from cases.decision where province = :province"
                                        + " and case_id = :case")
                        .param("province", file.province().code())
                        .param("case", file.key())
                        .query(UUID.class)
                        .single());
    }
}
