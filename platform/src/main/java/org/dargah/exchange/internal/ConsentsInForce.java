package org.dargah.exchange.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dargah.exchange.Consent;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.consent} as the policy needs them: those that let a question pass. */
@Repository
class ConsentsInForce {

    private final JdbcClient jdbc;
    private final Province home;

    ConsentsInForce(JdbcClient jdbc, @Value("${dargah.province}") String home) {
        this.jdbc = jdbc;
        this.home = new Province(home);
    }

    /** What a question must fit into. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Need(byte[] person, String client, String registry, Purpose purpose) {

        @Override
        public String toString() {
            return "Need[" + client + "]";
        }
    }

    /** Those in force that reach as far as these fields, standing ones first. */
    List<Consent> inForce(Need need, List<String> fields, Instant now) {
        return about(
                need,
                """
                and fields @> cast(:fields as text[]) and until > :now and given_at is not null
                    and withdrawn_at is null and (not once or used_at is null)
                order by once, until desc
                limit 20
                """,
                fields,
                now);
    }

    /** The newest of all that were ever asked for, whatever became of it. */
    Optional<Consent> newest(Need need) {
        return about(need, "order by id desc limit 1", List.of(), Instant.EPOCH).stream()
                .findFirst();
    }

    private List<Consent> about(Need need, String which, List<String> fields, Instant now) {
        return jdbc.sql(
                        ConsentTable.SELECT
                                + """
                                and person_tag = :tag and client = :client
                                    and registry = :registry and purpose = :purpose
                                """
                                + which)
                .param("province", home.code())
                .param("tag", need.person())
                .param("client", need.client())
                .param("registry", need.registry())
                .param("purpose", need.purpose().code())
                .param("fields", fields.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ConsentTable::consent)
                .list();
    }

    /** True for one question only, and for none once it is withdrawn or over. */
    boolean use(ConsentId id, InquiryId inquiry, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.consent set used_at = :now, used_by = :inquiry
                                where province = :province and id = :id and once
                                    and used_at is null and given_at is not null
                                    and withdrawn_at is null and until > :now
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("inquiry", inquiry.value())
                        .param("province", home.code())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** The question was not answered, so it used nothing up. */
    void release(ConsentId id, InquiryId inquiry) {
        jdbc.sql(
                        """
                        update exchange.consent set used_at = null, used_by = null
                        where province = :province and id = :id and once and used_by = :inquiry
                        """)
                .param("province", home.code())
                .param("id", id.value())
                .param("inquiry", inquiry.value())
                .update();
    }
}
