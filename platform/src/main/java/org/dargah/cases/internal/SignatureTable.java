package org.dargah.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Signature;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of signatures: one a person and application. */
@Repository
public class SignatureTable {

    private final JdbcClient jdbc;

    SignatureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who is to sign. */
    public record Asked(PersonId person, String name) {}

    /** In place of all that was asked for this application before. */
    public void ask(CaseFile file, List<Asked> people, byte[] content, Instant now, Instant until) {
        forget(file);
        for (Asked asked : people) {
            jdbc.sql(
                            """
                            insert into cases.signature (province, case_id, person, applicant, name, content, state,
                                reason, asked_at, until)
                            values (:province, :case, :person, :applicant, :name, :content, 'ASKED',
                                '', :now, :until)
                            """)
                    .param("province", file.province().code())
                    .param("case", file.key())
                    .param("person", asked.person().value())
                    .param("applicant", file.subject().value())
                    .param("name", asked.name())
                    .param("content", content)
                    .param("now", CaseTable.at(now))
                    .param("until", CaseTable.at(until))
                    .update();
        }
    }

    public void forget(CaseFile file) {
        jdbc.sql("delete from cases.signature where province = :province and case_id = :case")
                .param("province", file.province().code())
                .param("case", file.key())
                .update();
    }

    /** False when they were not asked for this content, or have answered. */
    public boolean answer(
            CaseFile file,
            PersonId person,
            byte[] content,
            Signature.State state,
            String reason,
            Instant now) {
        return jdbc.sql(
                                """
                                update cases.signature
                                set state = :state, reason = :reason, answered_at = :now
                                where province = :province and case_id = :case and person = :person
                                    and state = 'ASKED' and content = :content
                                """)
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("now", CaseTable.at(now))
                        .param("province", file.province().code())
                        .param("case", file.key())
                        .param("person", person.value())
                        .param("content", content)
                        .update()
                == 1;
    }

    public List<Signature> of(CaseFile file) {
        return jdbc.sql(
                        """
                        select * from cases.signature where province = :province and case_id = :case
                        order by name, person
                        """)
                .param("province", file.province().code())
                .param("case", file.key())
                .query((row, number) -> signature(row))
                .list();
    }

    /** How many were asked for this content, and how many of them signed it. */
    public boolean signedByAll(CaseFile file, byte[] content) {
        return jdbc.sql(
                        """
                        select count(*) > 0
                            and count(*) = count(*) filter (where state = 'GIVEN' and content = :content)
                        from cases.signature where province = :province and case_id = :case
                        """)
                .param("content", content)
                .param("province", file.province().code())
                .param("case", file.key())
                .query(Boolean.class)
                .single();
    }

    /** The applications for which this person was asked to sign, the latest first. */
    public List<CaseId> asked(Province province, PersonId person, int most) {
        return jdbc.sql(
                        """
                        select case_id from cases.signature
                        where province = :province and person = :person
                        order by asked_at desc limit :most
                        """)
                .param("province", province.code())
                .param("person", person.value())
                .param("most", most)
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** Applications whose signatures were not given in time. */
    public List<CaseId> late(Province province, Instant now, int most) {
        return jdbc.sql(
                        """
                        select distinct s.case_id from cases.signature s
                            join cases.case_file f on f.province = s.province and f.id = s.case_id
                        where s.province = :province and s.state = 'ASKED' and s.until < :now
                            and f.stage = 'AWAITING_SIGNATURES'
                        limit :most
                        """)
                .param("province", province.code())
                .param("now", CaseTable.at(now))
                .param("most", most)
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    private static Signature signature(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Signature(
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("name"),
                Signature.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                answered == null ? null : answered.toInstant(),
                row.getString("reason"));
    }
}
