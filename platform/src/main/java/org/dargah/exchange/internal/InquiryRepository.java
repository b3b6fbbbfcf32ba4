package org.dargah.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dargah.evidence.Left;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Inquiry;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Organisation;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.RightId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.inquiry}: added and read, never changed (a trigger sees to that). */
@Repository
public class InquiryRepository {

    static final String COLUMNS =
            """
            id, asked_at, took_ms, registry, agency, actor_kind, actor_id, actor_title, purpose,
            case_id, condition, fields, outcome, reason, kept_since
            """;

    private static final String INSERT =
            """
            insert into exchange.inquiry (province, id, asked_at, took_ms, registry,
                agency, actor_kind, actor_id, actor_title, channel, purpose, subject,
                case_id, condition, fields, outcome, reason, request_hash, answer_hash,
                access_right, consent, client, manner, message, issue, end_user, person_tag,
                leaf_index, kept_since, party,
                request_bytes, answer_bytes)
            values (:province, :id, :askedAt, :tookMs, :registry,
                :agency, :actorKind, :actorId, :actorTitle, :channel, :purpose, :subject,
                :caseId, :condition, :fields, :outcome, :reason, :asked, :answered,
                :right, :consent, :client, :manner, :message, :issue, :user, :person,
                :leaf, :keptSince, :party,
                :requestBytes, :answerBytes)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Province home;

    InquiryRepository(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            @Value("${dargah.province}") String home) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.home = new Province(home);
    }

    /** What is kept of one question beside its evidence. */
    record Row(Inquiry inquiry, Asked asked, Ending ending, Evidence.Tags tags) {

        /** With the person's id, if it is among these. */
        Row about(Map<NationalId, PersonId> ids) {
            return asked.unidentified()
                    .map(ids::get)
                    .map(id -> new Row(inquiry, asked.about(id), ending, tags))
                    .orElse(this);
        }
    }

    void insert(Province province, List<Left<Row>> rows) {
        batches.batchUpdate(
                INSERT,
                rows.stream()
                        .map(
                                row ->
                                        values(province, row.thing())
                                                .addValue("leaf", row.place().index()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource values(Province province, Row row) {
        Inquiry inquiry = row.inquiry();
        Asked asked = row.asked();
        Ending ending = row.ending();
        Evidence.Tags tags = row.tags();
        Optional<Organisation> program = asked.program();
        PersonId subject = asked.subject();
        AccessRight right = asked.right();
        ConsentId consent = asked.consent();
        Ending.Sizes sizes = ending.sizes();
        return new MapSqlParameterSource()
                .addValue("province", province.code())
                .addValue("id", inquiry.id().value())
                .addValue("askedAt", inquiry.askedAt().atOffset(ZoneOffset.UTC))
                .addValue("tookMs", inquiry.took().toMillis())
                .addValue("registry", inquiry.registry())
                .addValue("agency", inquiry.agency().value())
                .addValue("actorKind", inquiry.actor().kind().name())
                .addValue("actorId", inquiry.actor().id())
                .addValue("actorTitle", inquiry.actor().title())
                .addValue("channel", asked.caller().channel().name())
                .addValue("purpose", inquiry.purpose().code())
                .addValue("subject", subject == null ? null : subject.value())
                .addValue("caseId", inquiry.caseId() == null ? null : inquiry.caseId().value())
                .addValue("condition", inquiry.condition())
                .addValue("fields", inquiry.fields().toArray(String[]::new))
                .addValue("outcome", inquiry.outcome().name())
                .addValue("reason", inquiry.reason())
                .addValue("asked", ending.asked())
                .addValue("answered", ending.answered())
                .addValue("right", right == null ? null : right.id().value())
                .addValue("consent", consent == null ? null : consent.value())
                .addValue("client", program.map(Organisation::client).orElse(null))
                .addValue("manner", asked.manner().map(Manner::name).orElse(null))
                .addValue("message", program.map(Organisation::message).orElse(null))
                .addValue("issue", asked.issue().orElse(null))
                .addValue("keptSince", utc(inquiry.keptSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("party", program.map(Organisation::party).orElse(null))
                .addValue("requestBytes", sizes == null ? null : sizes.sent(), Types.BIGINT)
                .addValue("answerBytes", sizes == null ? null : sizes.received(), Types.BIGINT)
                .addValue("user", tags.user())
                .addValue("person", tags.person());
    }

    /** How much of a right was used since then; what was not forwarded does not count. */
    int askedBy(RightId right, String client, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from exchange.inquiry
                        where province = :province and access_right = :right and client = :client and asked_at >= :since
                            and outcome <> 'REFUSED'
                        """)
                .param("province", home.code())
                .param("right", right.value())
                .param("client", client)
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

    /** Where the question of this program stands in the log. */
    public Optional<Long> leaf(Province province, InquiryId id, String client) {
        return jdbc.sql(
                        """
                        select leaf_index from exchange.inquiry
                        where province = :province and id = :id and client = :client
                            and leaf_index is not null
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .param("client", client)
                .query(Long.class)
                .optional();
    }

    static Inquiry inquiry(ResultSet row, int number) throws SQLException {
        OffsetDateTime keptSince = row.getObject("kept_since", OffsetDateTime.class);
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
                row.getString("reason"),
                keptSince == null ? null : keptSince.toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
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
