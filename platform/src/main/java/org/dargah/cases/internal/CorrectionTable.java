package org.dargah.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Correction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers that are being mended, and those that were. Written by who holds the case's lock. */
@Repository
public class CorrectionTable {

    private final JdbcClient jdbc;
    private final CaseJson json;
    private final Clock clock;

    CorrectionTable(JdbcClient jdbc, CaseJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers that are being mended.
     *
     * @param revision counts the changes
     */
    public record Draft(Correction.Answers answers, int revision) {}

    /** What the applicant has mended and not sent yet. */
    public Optional<Draft> draft(CaseFile file) {
        return jdbc.sql(
                        """
                        select answers, facts, revision from cases.correction_draft
                        where province = :province and case_id = :case
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .query(
                        (row, number) ->
                                new Draft(
                                        answers(row, "answers", "facts", file),
                                        row.getInt("revision")))
                .optional();
    }

    /** Keeps the answers of the opened file as those that are being mended. */
    public void keep(CaseFile opened) {
        jdbc.sql(
                        """
                        insert into cases.correction_draft as draft (province, case_id, answers, facts, revision, kept_at)
                        values (:province, :case, :answers::jsonb, :facts::jsonb, 1, :at)
                        on conflict (province, case_id) do update
                        set answers = excluded.answers, facts = excluded.facts, revision = draft.revision + 1,
                            kept_at = excluded.kept_at
                        """)
                .param("province", opened.province().code())
                .param("case", opened.key())
                .param("answers", json.answers(opened.id(), opened.answers()))
                .param("facts", json.said(opened.id(), opened.said()))
                .param("at", CaseTable.at(clock.instant()))
                .update();
    }

    public void forget(CaseFile file) {
        jdbc.sql(
                        """
                        delete from cases.correction_draft where province = :province and case_id = :case
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .update();
    }

    /** Adds a correction to the record. */
    public void add(CaseFile before, CaseFile after) {
        jdbc.sql(
                        """
                        insert into cases.correction (province, case_id, number, answers_before, facts_before,
                            answers_after, facts_after, sent_at)
                        select :province, :case, count(*) + 1, :answersBefore::jsonb, :factsBefore::jsonb,
                            :answersAfter::jsonb, :factsAfter::jsonb, :at
                        from cases.correction where province = :province and case_id = :case
                        """)
                .param("province", before.province().code())
                .param("case", before.key())
                .param("answersBefore", json.answers(before.id(), before.answers()))
                .param("factsBefore", json.said(before.id(), before.said()))
                .param("answersAfter", json.answers(after.id(), after.answers()))
                .param("factsAfter", json.said(after.id(), after.said()))
                .param("at", CaseTable.at(clock.instant()))
                .update();
    }

    /** Those that were sent, the oldest first. */
    public List<Correction> of(CaseFile file) {
        return jdbc.sql(
                        """
                        select * from cases.correction where province = :province and case_id = :case
                        order by number
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .query(
                        (row, number) ->
                                new Correction(
                                        row.getInt("number"),
                                        answers(row, "answers_before", "facts_before", file),
                                        answers(row, "answers_after", "facts_after", file),
                                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Correction.Answers answers(ResultSet row, String answers, String facts, CaseFile file)
            throws SQLException {
        return new Correction.Answers(
                json.answers(file.id(), row.getString(answers), file.province()),
                json.said(file.id(), row.getString(facts)));
    }
}
