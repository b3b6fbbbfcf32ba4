package org.dargah.acts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dargah.acts.Act;
import org.dargah.acts.Entry;
import org.dargah.acts.Period;
import org.dargah.acts.RecordedAct;
import org.dargah.kernel.ActId;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads lines; there is no method that changes one, and the database refuses it too. */
@Repository
public class ActTable {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private static final String INSERT =
            """
            insert into acts.act (province, id, at, act, reveals, actor_kind, actor_id,
                actor_title, subject, case_id, office, channel, purpose, details)
            values (:province, :id, :at, :act, :reveals, :actorKind, :actorId,
                :actorTitle, :subject, :caseId, :office, :channel, :purpose,
                cast(:details as jsonb))
            """;

    private static final String LOOKS =
            """
            from acts.act
            where province = :province and subject = :subject and reveals
                and act not in (:inquiries) and at >= :from and at < :until
            """;

    private static final List<String> INQUIRIES =
            Act.revealing().stream().filter(Act::isInquiry).map(Act::name).toList();

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final JsonMapper json = JsonMapper.shared();

    ActTable(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void insert(List<RecordedAct> lines) {
        batches.batchUpdate(
                INSERT, lines.stream().map(this::values).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource values(RecordedAct line) {
        Entry entry = line.entry();
        return new MapSqlParameterSource()
                .addValue("province", entry.province().code())
                .addValue("id", line.id().value())
                .addValue("at", line.at().atOffset(ZoneOffset.UTC))
                .addValue("act", line.act().name())
                .addValue("reveals", line.act().reveals())
                .addValue("actorKind", entry.actor().kind().name())
                .addValue("actorId", entry.actor().id())
                .addValue("actorTitle", entry.actor().title())
                .addValue(
                        "subject",
                        Optional.ofNullable(entry.subject()).map(PersonId::value).orElse(null))
                .addValue(
                        "caseId",
                        Optional.ofNullable(entry.caseId()).map(CaseId::value).orElse(null))
                .addValue(
                        "office",
                        Optional.ofNullable(entry.office()).map(AgencyCode::value).orElse(null))
                .addValue("channel", entry.channel().name())
                .addValue("purpose", entry.purpose().code())
                .addValue("details", json.writeValueAsString(entry.details()));
    }

    public List<RecordedAct> ofCase(
            Province province, CaseId caseId, @Nullable ActId before, int limit) {
        return jdbc.sql(
                        """
                        select * from acts.act
                        where province = :province and case_id = :caseId and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("province", province.code())
                .param("caseId", caseId.value())
                .param("before", orLast(before))
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    public List<RecordedAct> revealing(
            Province province, PersonId person, @Nullable ActId before, int limit) {
        return jdbc.sql(
                        """
                        select * from acts.act
                        where province = :province and subject = :subject and reveals
                            and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("province", province.code())
                .param("subject", person.value())
                .param("before", orLast(before))
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** By {@code act_about_person}; inquiries have evidence of their own. */
    public List<RecordedAct> looks(
            Province province, PersonId person, Period period, @Nullable ActId before, int limit) {
        return jdbc.sql("select * " + LOOKS + "and id < :before order by id desc limit :limit")
                .params(looksAt(province, person, period))
                .param("before", orLast(before))
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    public int countLooks(Province province, PersonId person, Period period) {
        return jdbc.sql("select count(*) " + LOOKS)
                .params(looksAt(province, person, period))
                .query(Integer.class)
                .single();
    }

    public Optional<RecordedAct> look(Province province, PersonId person, ActId id) {
        return jdbc.sql("select * " + LOOKS + "and id = :id")
                .params(looksAt(province, person, Period.EVER))
                .param("id", id.value())
                .query(this::line)
                .optional();
    }

    private static Map<String, Object> looksAt(Province province, PersonId person, Period period) {
        return new TreeMap<>(
                Map.of(
                        "province", province.code(),
                        "subject", person.value(),
                        "inquiries", INQUIRIES,
                        "from", period.from().atOffset(ZoneOffset.UTC),
                        "until", period.until().atOffset(ZoneOffset.UTC)));
    }

    private static UUID orLast(@Nullable ActId before) {
        return before == null ? new UUID(-1, -1) : before.value();
    }

    private RecordedAct line(ResultSet row, int number) throws SQLException {
        Actor actor =
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_title"));
        UUID subject = row.getObject("subject", UUID.class);
        UUID caseId = row.getObject("case_id", UUID.class);
        String office = row.getString("office");
        Entry entry =
                new Entry(
                        new Province(row.getString("province")),
                        actor,
                        subject == null ? null : new PersonId(subject),
                        caseId == null ? null : new CaseId(caseId),
                        office == null ? null : new AgencyCode(office),
                        Channel.valueOf(row.getString("channel")),
                        new Purpose(row.getString("purpose")),
                        json.readValue(row.getString("details"), DETAILS));
        return new RecordedAct(
                new ActId(row.getObject("id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Act.valueOf(row.getString("act")),
                entry);
    }
}
