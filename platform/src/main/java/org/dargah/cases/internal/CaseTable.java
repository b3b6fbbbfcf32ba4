package org.dargah.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of cases. A row is changed only by who holds its lock. */
@Repository
public class CaseTable {

    private final JdbcClient jdbc;
    private final CaseJson json;
    private final Clock clock;

    CaseTable(JdbcClient jdbc, CaseJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * How a case came in.
     *
     * @param key of the request, so that a repeated one makes nothing twice
     * @param client the program that sent it, if one did
     * @param hash of what that program sent
     */
    public record Origin(String key, @Nullable String client, @Nullable String hash) {

        public static Origin portal(String key) {
            return new Origin(key, null, null);
        }
    }

    /** Answers false, and writes nothing, when the request's key or the tracking code is taken. */
    public boolean insert(CaseFile file, Origin origin) {
        return jdbc.sql(
                                """
                                insert into cases.case_file (province, id, tracking, service, version, agency, subject,
                                    applicant, channel, stage, answers, facts, pages_done, fee, payment, revision, submit_key,
                                    client, request_hash, opened_at, submitted_at, due_on, waiting_since, decided_at)
                                values (:province, :id, :tracking, :service, :version, :agency, :subject,
                                    :applicant, :channel, :stage, :answers::jsonb, :facts::jsonb, :pages, :fee, :payment,
                                    :revision, :key,
                                    :client, :hash, :opened, :submitted, :due, :waiting, :decided)
                                on conflict do nothing
                                """)
                        .param("province", file.province().code())
                        .param("id", file.key())
                        .param("tracking", file.tracking().text())
                        .param("service", file.service().value())
                        .param("version", file.version().value())
                        .param("subject", file.subject().value())
                        .param("applicant", file.applicant())
                        .param("channel", file.channel().name())
                        .param("key", origin.key())
                        .param("client", origin.client())
                        .param("hash", origin.hash())
                        .param("opened", at(file.openedAt()))
                        .params(changing(file))
                        .update()
                == 1;
    }

    /** Writes a changed case; the caller holds the row's lock by {@link #lock}. */
    public void update(CaseFile file) {
        jdbc.sql(
                        """
                        update cases.case_file set stage = :stage, agency = :agency, answers = :answers::jsonb, facts = :facts::jsonb,
                            pages_done = :pages, fee = :fee, payment = :payment, revision = :revision,
                            submitted_at = :submitted, due_on = :due, waiting_since = :waiting, decided_at = :decided,
                            touched_at = :touched
                        where province = :province and id = :id
                        """)
                .param("province", file.province().code())
                .param("id", file.key())
                .param("touched", at(clock.instant()))
                .params(changing(file))
                .update();
    }

    private java.util.Map<String, @Nullable Object> changing(CaseFile file) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("stage", file.stage().name());
        values.put("agency", file.agency().value());
        values.put("answers", json.answers(file.id(), file.answers()));
        values.put("facts", json.said(file.id(), file.said()));
        values.put("pages", file.pagesDone().toArray(String[]::new));
        values.put("fee", file.fee().amount());
        values.put("payment", file.payment() == null ? null : file.payment().value());
        values.put("revision", file.revision());
        values.put("submitted", at(file.submittedAt()));
        values.put("due", file.dueOn());
        values.put("waiting", at(file.waitingSince()));
        values.put("decided", at(file.decidedAt()));
        return values;
    }

    public void delete(Province province, CaseId id) {
        jdbc.sql("delete from cases.case_file where province = :province and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .update();
    }

    /** Reads a case and keeps others from changing it until the transaction ends. */
    public Optional<CaseFile> lock(Province province, CaseId id) {
        return jdbc.sql(
                        """
                        select * from cases.case_file where province = :province and id = :id
                        for update
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .query(this::file)
                .optional();
    }

    public Optional<CaseFile> find(Province province, CaseId id) {
        return jdbc.sql("select * from cases.case_file where province = :province and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .query(this::file)
                .optional();
    }

    public Optional<CaseFile> find(Province province, TrackingCode tracking) {
        return jdbc.sql(
                        "select * from cases.case_file where province = :province and tracking ="
                                + " :tracking")
                .param("province", province.code())
                .param("tracking", tracking.text())
                .query(this::file)
                .optional();
    }

    public Optional<CaseFile> findBySubmitKey(Province province, String key) {
        return jdbc.sql(
                        "select * from cases.case_file where province = :province and submit_key ="
                                + " :key")
                .param("province", province.code())
                .param("key", key)
                .query(this::file)
                .optional();
    }

    /** The hash of what a program sent with this key, and the case that came of it. */
    public Optional<Sent> sent(Province province, String key) {
        return jdbc.sql(
                        "select * from cases.case_file where province = :province and submit_key ="
                                + " :key")
                .param("province", province.code())
                .param("key", key)
                .query((row, number) -> new Sent(row.getString("request_hash"), file(row, number)))
                .optional();
    }

    /** A request of a program that was taken. */
    public record Sent(String hash, CaseFile file) {}

    /** A case that this program handed in, or that was handed in to one of these bodies. */
    public Optional<CaseFile> findFor(
            Province province, TrackingCode tracking, String client, List<AgencyCode> bodies) {
        return jdbc.sql(
                        """
                        select * from cases.case_file where province = :province and tracking = :tracking
                            and (client = :client or agency = any(:bodies) and submitted_at is not null)
                        """)
                .param("province", province.code())
                .param("tracking", tracking.text())
                .param("client", client)
                .param("bodies", bodies.stream().map(AgencyCode::value).toArray(String[]::new))
                .query(this::file)
                .optional();
    }

    /** What this program handed in, in the order of opening, after the given case. */
    public List<CaseFile> ofClient(Province province, String client, CaseId after, int limit) {
        return jdbc.sql(
                        """
                        select * from cases.case_file
                        where province = :province and client = :client and id > :after
                        order by id limit :limit
                        """)
                .param("province", province.code())
                .param("client", client)
                .param("after", after.value())
                .param("limit", limit)
                .query(this::file)
                .list();
    }

    /** By {@code case_file_of_client}, the latest first. */
    public List<CaseFile> ofClients(
            Province province,
            Collection<String> clients,
            Collection<ServiceCode> services,
            int limit) {
        return jdbc.sql(
                        """
                        select * from cases.case_file
                        where province = :province and client in (:clients) and service in (:services)
                        order by id desc limit :limit
                        """)
                .param("province", province.code())
                .param("clients", clients)
                .param("services", services.stream().map(ServiceCode::value).toList())
                .param("limit", limit)
                .query(this::file)
                .list();
    }

    /** A person's cases, the latest first. */
    public List<CaseFile> ofSubject(Province province, PersonId subject, int limit) {
        return jdbc.sql(
                        """
                        select * from cases.case_file where province = :province and subject = :subject
                        order by opened_at desc, id desc limit :limit
                        """)
                .param("province", province.code())
                .param("subject", subject.value())
                .param("limit", limit)
                .query(this::file)
                .list();
    }

    CaseFile file(ResultSet row, int number) throws SQLException {
        CaseId id = new CaseId(row.getObject("id", UUID.class));
        UUID payment = row.getObject("payment", UUID.class);
        return new CaseFile(
                new Province(row.getString("province")),
                id,
                new TrackingCode(row.getString("tracking")),
                new ServiceCode(row.getString("service")),
                new VersionId(row.getObject("version", UUID.class)),
                new AgencyCode(row.getString("agency")),
                new PersonId(row.getObject("subject", UUID.class)),
                row.getString("applicant"),
                Channel.valueOf(row.getString("channel")),
                Stage.valueOf(row.getString("stage")),
                json.answers(id, row.getString("answers"), new Province(row.getString("province"))),
                json.said(id, row.getString("facts")),
                Arrays.asList((String[]) row.getArray("pages_done").getArray()),
                new Rial(row.getLong("fee")),
                payment == null ? null : new PaymentId(payment),
                row.getInt("revision"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "submitted_at"),
                row.getObject("due_on", LocalDate.class),
                instant(row, "waiting_since"),
                instant(row, "decided_at"));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
