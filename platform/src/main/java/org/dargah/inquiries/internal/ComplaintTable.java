package org.dargah.inquiries.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.inquiries.Complaint;
import org.dargah.kernel.ComplaintId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code inquiries.complaint}. */
@Repository
public class ComplaintTable {

    private static final UUID LAST = new UUID(-1, -1);

    private static final String SELECT =
            """
            select id, person, look, words, made_at, answer, answered_by, answered_at
            from inquiries.complaint
            where province = :province
            """;

    private final JdbcClient jdbc;

    ComplaintTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if there is one about this look already. */
    public boolean insert(Province province, Complaint complaint) {
        return jdbc.sql(
                                """
                                insert into inquiries.complaint (province, id, person, look, words, made_at)
                                values (:province, :id, :person, :look, :words, :madeAt)
                                on conflict (province, person, look) do nothing
                                """)
                        .param("province", province.code())
                        .param("id", complaint.id().value())
                        .param("person", complaint.person().value())
                        .param("look", complaint.usage())
                        .param("words", complaint.words())
                        .param("madeAt", complaint.madeAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Complaint> find(Province province, ComplaintId id) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .query(ComplaintTable::complaint)
                .optional();
    }

    public Optional<Complaint> about(Province province, PersonId person, UUID usage) {
        return jdbc.sql(SELECT + "and person = :person and look = :look")
                .param("province", province.code())
                .param("person", person.value())
                .param("look", usage)
                .query(ComplaintTable::complaint)
                .optional();
    }

    /** The oldest first: by {@code complaint_waiting}. */
    public List<Complaint> waiting(Province province, int limit) {
        return jdbc.sql(SELECT + "and answer is null order by id limit :limit")
                .param("province", province.code())
                .param("limit", limit)
                .query(ComplaintTable::complaint)
                .list();
    }

    /** The newest first. */
    public List<Complaint> answered(Province province, @Nullable ComplaintId before, int limit) {
        return jdbc.sql(
                        SELECT
                                + "and answer is not null and id < :before order by id desc limit"
                                + " :limit")
                .param("province", province.code())
                .param("before", before == null ? LAST : before.value())
                .param("limit", limit)
                .query(ComplaintTable::complaint)
                .list();
    }

    public int count(Province province, boolean answered) {
        return jdbc.sql(
                        """
                        select count(*) from inquiries.complaint
                        where province = :province and (answer is not null) = :answered
                        """)
                .param("province", province.code())
                .param("answered", answered)
                .query(Integer.class)
                .single();
    }

    /** False if it was answered before. */
    public boolean answer(Province province, ComplaintId id, String answer, String by, Instant at) {
        return jdbc.sql(
                                """
                                update inquiries.complaint
                                set answer = :answer, answered_by = :by, answered_at = :at
                                where province = :province and id = :id and answer is null
                                """)
                        .param("answer", answer)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("province", province.code())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Complaint complaint(ResultSet row, int number) throws SQLException {
        String answer = row.getString("answer");
        return new Complaint(
                new ComplaintId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("look", UUID.class),
                row.getString("words"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                answer == null
                        ? null
                        : new Complaint.Answer(
                                answer,
                                row.getString("answered_by"),
                                row.getObject("answered_at", OffsetDateTime.class).toInstant()));
    }
}
