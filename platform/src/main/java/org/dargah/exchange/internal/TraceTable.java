package org.dargah.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dargah.acts.Period;
import org.dargah.exchange.DataSubject;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Trace;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code exchange.inquiry} about one person, whether or not Dargah knew them then. */
@Repository
public class TraceTable {

    private static final UUID LAST = new UUID(-1, -1);

    private static final String COLUMNS =
            InquiryRepository.COLUMNS + ", client, manner, message, issue, party, consent ";

    private static final String IN_PERIOD =
            """
            and asked_at >= :from and asked_at < :until
            """
                    + HidingTable.NOT_HIDDEN;

    private final JdbcClient jdbc;
    private final EvidenceKey key;
    private final Clock clock;

    TraceTable(JdbcClient jdbc, EvidenceKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** By {@code inquiry_subject} and {@code inquiry_about}, newest first; each row once. */
    public List<Trace> about(
            Province province,
            DataSubject person,
            Period period,
            @Nullable UUID before,
            int limit) {
        String half =
                "(select "
                        + COLUMNS
                        + "from exchange.inquiry where province = :province and id < :before "
                        + IN_PERIOD;
        String newest = " order by id desc limit :limit)";
        return jdbc.sql(
                        half
                                + "and subject = :subject"
                                + newest
                                + " union "
                                + half
                                + "and person_tag = :tag"
                                + newest
                                + " order by id desc limit :limit")
                .params(whose(province, person))
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("until", period.until().atOffset(ZoneOffset.UTC))
                .param("before", before == null ? LAST : before)
                .param("limit", limit)
                .query(TraceTable::trace)
                .list();
    }

    public int count(Province province, DataSubject person, Period period) {
        return jdbc.sql(
                        """
                        select count(*) from exchange.inquiry
                        where province = :province and (subject = :subject or person_tag = :tag)
                        """
                                + IN_PERIOD)
                .params(whose(province, person))
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("until", period.until().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** One row, if it is about this person and they may see it now. */
    public Optional<Trace> find(Province province, DataSubject person, InquiryId id) {
        return find(province, person, id, HidingTable.NOT_HIDDEN);
    }

    /** The same for those who watch over the exchange, hidden or not. */
    public Optional<Trace> findEvenHidden(Province province, DataSubject person, InquiryId id) {
        return find(province, person, id, "");
    }

    private Optional<Trace> find(Province province, DataSubject person, InquiryId id, String more) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from exchange.inquiry
                                where province = :province and id = :id
                                    and (subject = :subject or person_tag = :tag)
                                """
                                + more)
                .params(whose(province, person))
                .param("id", id.value())
                .query(TraceTable::trace)
                .optional();
    }

    /** By {@code inquiry_of_consent}, newest first. */
    public List<Trace> by(Province province, DataSubject person, ConsentId consent, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from exchange.inquiry
                                where province = :province and consent = :consent
                                    and (subject = :subject or person_tag = :tag)
                                """
                                + HidingTable.NOT_HIDDEN
                                + " order by id desc limit :limit")
                .params(whose(province, person))
                .param("consent", consent.value())
                .param("limit", limit)
                .query(TraceTable::trace)
                .list();
    }

    /** Where the question stands in the log. */
    public Optional<Long> leaf(Province province, DataSubject person, InquiryId id) {
        return jdbc.sql(
                        """
                        select leaf_index from exchange.inquiry
                        where province = :province and id = :id and leaf_index is not null
                            and (subject = :subject or person_tag = :tag)
                        """
                                + HidingTable.NOT_HIDDEN)
                .params(whose(province, person))
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    /** When the first question was asked. */
    public Optional<Instant> since(Province province) {
        return jdbc.sql(
                        """
                        select asked_at from exchange.inquiry
                        where province = :province order by id limit 1
                        """)
                .param("province", province.code())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Map<String, Object> whose(Province province, DataSubject person) {
        return new TreeMap<>(
                Map.of(
                        "province", province.code(),
                        "subject", person.id().value(),
                        "now", clock.instant().atOffset(ZoneOffset.UTC),
                        "tag", key.tag(person.nationalId().digits())));
    }

    private static Trace trace(ResultSet row, int number) throws SQLException {
        String manner = row.getString("manner");
        UUID consent = row.getObject("consent", UUID.class);
        return new Trace(
                InquiryRepository.inquiry(row, number),
                row.getString("client"),
                manner == null ? null : Manner.valueOf(manner),
                row.getString("message"),
                row.getString("issue"),
                row.getString("party"),
                consent == null ? null : new ConsentId(consent));
    }
}
