package org.dargah.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.exchange.Consent;
import org.dargah.exchange.Consent.Way;
import org.dargah.exchange.Manner;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.consent}: asked for, answered, withdrawn. */
@Repository
public class ConsentTable {

    static final String SELECT =
            """
            select id, client, agency, subject, registry, purpose, manner, fields, until, once, way,
                reference, text, asked_at, given_at, given_way, artefact, refused_at, withdrawn_at,
                used_at, request_hash
            from exchange.consent
            where province = :province
            """;

    private final JdbcClient jdbc;
    private final EvidenceKey key;

    ConsentTable(JdbcClient jdbc, EvidenceKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** With the hash of what was sent under its key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record, never changed
    public record Sent(Consent consent, byte[] hash) {}

    /** Under the secret key, since national ids are guessed. */
    public byte[] hash(String content) {
        return key.hash(content.getBytes(StandardCharsets.UTF_8));
    }

    public Optional<Sent> sent(Province province, String client, String requestKey) {
        return jdbc.sql(SELECT + "and client = :client and request_key = :key")
                .param("province", province.code())
                .param("client", client)
                .param("key", requestKey)
                .query(
                        (row, number) ->
                                new Sent(consent(row, number), row.getBytes("request_hash")))
                .optional();
    }

    /** False when something came under this key before. */
    public boolean insert(
            Province province,
            Consent consent,
            NationalId person,
            String requestKey,
            byte[] requestHash) {
        Consent.Terms terms = consent.terms();
        return jdbc.sql(
                                """
                                insert into exchange.consent (province, id, client, agency, subject,
                                    person_tag, registry, purpose, manner, fields, until, once, way,
                                    reference, text, request_key, request_hash, codes, asked_at)
                                values (:province, :id, :client, :agency, :subject,
                                    :tag, :registry, :purpose, :manner, :fields, :until, :once, :way,
                                    :reference, :text, :key, :hash, 0, :asked)
                                on conflict (province, client, request_key) do nothing
                                """)
                        .param("province", province.code())
                        .param("id", consent.id().value())
                        .param("client", consent.client())
                        .param("agency", consent.agency().value())
                        .param("subject", consent.subject().value())
                        .param("tag", key.tag(person.digits()))
                        .param("registry", terms.registry())
                        .param("purpose", terms.purpose().code())
                        .param("manner", terms.manner().name())
                        .param("fields", terms.fields().toArray(String[]::new))
                        .param("until", terms.until().atOffset(ZoneOffset.UTC))
                        .param("once", terms.once())
                        .param("way", consent.way().name())
                        .param("reference", consent.reference())
                        .param("text", consent.text())
                        .param("key", requestKey)
                        .param("hash", requestHash)
                        .param("asked", consent.course().askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Consent> find(Province province, ConsentId id) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .query(ConsentTable::consent)
                .optional();
    }

    /** By {@code consent_of_person}; the id is a UUIDv7, so its order is that of time. */
    public List<Consent> ofPerson(
            Province province, PersonId person, @Nullable ConsentId before, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                and subject = :subject and id < :before
                                order by id desc
                                limit :limit
                                """)
                .param("province", province.code())
                .param("subject", person.value())
                .param("before", before == null ? new UUID(-1, -1) : before.value())
                .param("limit", limit)
                .query(ConsentTable::consent)
                .list();
    }

    public int waiting(Province province, PersonId person, Instant since, Instant now) {
        return jdbc.sql(
                        """
                        select count(*) from exchange.consent
                        where province = :province and subject = :subject and given_at is null
                            and refused_at is null and asked_at > :since and until > :now
                        """)
                .param("province", province.code())
                .param("subject", person.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** How often a program has asked a person since then. */
    public int asked(Province province, String client, PersonId person, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from exchange.consent
                        where province = :province and subject = :subject and client = :client
                            and asked_at > :since
                        """)
                .param("province", province.code())
                .param("subject", person.value())
                .param("client", client)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /**
     * Until the end of the transaction. Not a lock on the row: the appender of evidence changes it,
     * while whoever holds this waits for the evidence.
     */
    public void lock(Province province, ConsentId id) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "exchange.consent/" + province.code() + "/" + id)
                .query(Integer.class)
                .single();
    }

    public Optional<Integer> nextCode(Province province, ConsentId id, int most) {
        return jdbc.sql(
                        """
                        update exchange.consent set codes = codes + 1
                        where province = :province and id = :id and codes < :most
                            and given_at is null and refused_at is null
                        returning codes
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .param("most", most)
                .query(Integer.class)
                .optional();
    }

    public int lastCode(Province province, ConsentId id) {
        return jdbc.sql(
                        """
                        select codes from exchange.consent
                        where province = :province and id = :id
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Whose it is, as a keyed hash. */
    public byte[] tag(Province province, Consent consent) {
        return jdbc.sql(
                        """
                        select person_tag from exchange.consent
                        where province = :province and id = :id
                        """)
                .param("province", province.code())
                .param("id", consent.id().value())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** False when the step is no longer possible. */
    boolean take(ConsentStep step, long leaf) {
        return switch (step) {
            case ConsentStep.Given given ->
                    change(
                            step,
                            leaf,
                            """
                            update exchange.consent
                            set given_at = :at, given_way = :way, artefact = :artefact,
                                leaf_index = :leaf
                            where province = :province and id = :id and given_at is null
                                and refused_at is null and until > :at and asked_at > :since
                            """,
                            given);
            case ConsentStep.Refused refused ->
                    change(
                            step,
                            leaf,
                            """
                            update exchange.consent set refused_at = :at, leaf_index = :leaf
                            where province = :province and id = :id and given_at is null
                                and refused_at is null and until > :at and asked_at > :since
                            """,
                            null);
            case ConsentStep.Withdrawn withdrawn ->
                    change(
                            step,
                            leaf,
                            """
                            update exchange.consent set withdrawn_at = :at, leaf_index = :leaf
                            where province = :province and id = :id and given_at is not null
                                and withdrawn_at is null
                            """,
                            null);
        };
    }

    private boolean change(
            ConsentStep step, long leaf, String sql, ConsentStep.@Nullable Given given) {
        return jdbc.sql(sql)
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .param("since", step.at().minus(Consent.PATIENCE).atOffset(ZoneOffset.UTC))
                        .param("leaf", leaf)
                        .param("way", given == null ? null : given.how().name())
                        .param("artefact", given == null ? null : given.artefact())
                        .param("province", step.province().code())
                        .param("id", step.consent().id().value())
                        .update()
                == 1;
    }

    /** Where its last step stands in the log; empty before it was answered. */
    public Optional<Long> leaf(Province province, ConsentId id) {
        return jdbc.sql(
                        """
                        select leaf_index from exchange.consent
                        where province = :province and id = :id and leaf_index is not null
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    static Consent consent(ResultSet row, int number) throws SQLException {
        String how = row.getString("given_way");
        return new Consent(
                new ConsentId(row.getObject("id", UUID.class)),
                row.getString("client"),
                new AgencyCode(row.getString("agency")),
                new PersonId(row.getObject("subject", UUID.class)),
                new Consent.Terms(
                        row.getString("registry"),
                        new Purpose(row.getString("purpose")),
                        Manner.valueOf(row.getString("manner")),
                        List.of((String[]) row.getArray("fields").getArray()),
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        row.getBoolean("once")),
                Way.valueOf(row.getString("way")),
                row.getString("reference"),
                row.getString("text"),
                new Consent.Course(
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        moment(row, "given_at"),
                        how == null ? null : Way.valueOf(how),
                        row.getString("artefact"),
                        moment(row, "refused_at"),
                        moment(row, "withdrawn_at"),
                        moment(row, "used_at")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
