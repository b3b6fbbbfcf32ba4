package org.dargah.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.exchange.Inquiry;
import org.dargah.exchange.Organisation;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.RightId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.inquiry}: added and read, never changed (a trigger sees to that). */
@Repository
public class InquiryRepository {

    private static final String COLUMNS =
            """
            id, asked_at, took_ms, registry, agency, actor_kind, actor_id, actor_title, purpose,
            case_id, condition, fields, outcome, reason
            """;

    private final JdbcClient jdbc;
    private final Province home;

    public InquiryRepository(JdbcClient jdbc, @Value("${dargah.province}") String home) {
        this.jdbc = jdbc;
        this.home = new Province(home);
    }

    public void insert(
            Province province, Inquiry inquiry, Asked asked, Ending ending, Evidence.Tags tags) {
        Optional<Organisation> program = asked.program();
        PersonId subject = asked.subject();
        RightId right = asked.right();
        jdbc.sql(
                        """
                        insert into exchange.inquiry (province, id, asked_at, took_ms, registry,
                            agency, actor_kind, actor_id, actor_title, channel, purpose, subject,
                            case_id, condition, fields, outcome, reason, request_hash, answer_hash,
                            access_right, client, manner, message, issue, end_user, person_tag)
                        values (:province, :id, :askedAt, :tookMs, :registry,
                            :agency, :actorKind, :actorId, :actorTitle, :channel, :purpose, :subject,
                            :caseId, :condition, :fields, :outcome, :reason, :asked, :answered,
                            :right, :client, :manner, :message, :issue, :user, :person)
                        """)
                .param("province", province.code())
                .param("id", inquiry.id().value())
                .param("askedAt", inquiry.askedAt().atOffset(ZoneOffset.UTC))
                .param("tookMs", inquiry.took().toMillis())
                .param("registry", inquiry.registry())
                .param("agency", inquiry.agency().value())
                .param("actorKind", inquiry.actor().kind().name())
                .param("actorId", inquiry.actor().id())
                .param("actorTitle", inquiry.actor().title())
                .param("channel", asked.caller().channel().name())
                .param("purpose", inquiry.purpose().code())
                .param("subject", subject == null ? null : subject.value())
                .param("caseId", inquiry.caseId() == null ? null : inquiry.caseId().value())
                .param("condition", inquiry.condition())
                .param("fields", inquiry.fields().toArray(String[]::new))
                .param("outcome", inquiry.outcome().name())
                .param("reason", inquiry.reason())
                .param("asked", ending.asked())
                .param("answered", ending.answered())
                .param("right", right == null ? null : right.value())
                .param("client", program.map(Organisation::client).orElse(null))
                .param("manner", program.map(it -> it.manner().name()).orElse(null))
                .param("message", program.map(Organisation::message).orElse(null))
                .param("issue", program.map(Organisation::issue).orElse(null))
                .param("user", tags.user())
                .param("person", tags.person())
                .update();
    }

    /** How much of a right was used since then; what was not forwarded does not count. */
    int askedBy(RightId right, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from exchange.inquiry
                        where province = :province and access_right = :right and asked_at >= :since
                            and outcome <> 'REFUSED'
                        """)
                .param("province", home.code())
                .param("right", right.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** By {@code inquiry_subject}; the id is a UUIDv7, so its order is that of time. */
    public List<Inquiry> about(
            Province province, PersonId subject, @Nullable InquiryId before, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from exchange.inquiry
                                where province = :province and subject = :subject and id < :before
                                order by id desc
                                limit :limit
                                """)
                .param("province", province.code())
                .param("subject", subject.value())
                .param("before", before == null ? new UUID(-1, -1) : before.value())
                .param("limit", limit)
                .query(InquiryRepository::inquiry)
                .list();
    }

    /** By {@code inquiry_case}; a case has tens of inquiries, not thousands. */
    public List<Inquiry> ofCase(Province province, CaseId caseId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from exchange.inquiry
                                where province = :province and case_id = :caseId
                                order by id
                                """)
                .param("province", province.code())
                .param("caseId", caseId.value())
                .query(InquiryRepository::inquiry)
                .list();
    }

    private static Inquiry inquiry(ResultSet row, int number) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new Inquiry(
                new InquiryId(row.getObject("id", UUID.class)),
                instant(row),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("registry"),
                new AgencyCode(row.getString("agency")),
                actor(row),
                new Purpose(row.getString("purpose")),
                caseId == null ? null : new CaseId(caseId),
                row.getObject("condition", Integer.class),
                List.of((String[]) row.getArray("fields").getArray()),
                Inquiry.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("asked_at", OffsetDateTime.class).toInstant();
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("actor_title"));
    }
}
