package org.dargah.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.dargah.identity.Challenge;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.challenge}: codes that were sent and not yet answered. */
@Repository
class ChallengeRepository {

    private final JdbcClient jdbc;
    private final Keys keys;
    private final HomeProvince home;

    ChallengeRepository(JdbcClient jdbc, Keys keys, HomeProvince home) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.home = home;
    }

    /** False when this form has already begun one: it was sent twice. */
    boolean insert(Challenge challenge, UUID formKey, byte[] codeHash) {
        return jdbc.sql(
                                """
                                insert into identity.challenge (province, id, form_key, person,
                                    mobile, code_hash, codes_sent, tries, sent_at, expires_at)
                                values (:province, :id, :formKey, :person,
                                    :mobile, :codeHash, 1, 0, :sentAt, :expiresAt)
                                on conflict (province, form_key) do nothing
                                """)
                        .param("province", home.code())
                        .param("id", challenge.id())
                        .param("formKey", formKey)
                        .param("person", challenge.person().value())
                        .param("mobile", sealed(challenge))
                        .param("codeHash", codeHash)
                        .param("sentAt", challenge.sentAt().atOffset(ZoneOffset.UTC))
                        .param("expiresAt", challenge.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private byte[] sealed(Challenge challenge) {
        return keys.seal(challenge.mobile().digits(), place(challenge.id()));
    }

    private String place(UUID id) {
        return home.code() + "/" + id + "/challenge";
    }

    Optional<Challenge> find(UUID id) {
        return jdbc.sql(
                        """
                        select id, person, mobile, codes_sent, sent_at, expires_at
                        from identity.challenge
                        where province = :province and id = :id and used_at is null
                        """)
                .param("province", home.code())
                .param("id", id)
                .query(this::challenge)
                .optional();
    }

    /** By {@code challenge_form}. */
    Optional<Challenge> ofForm(UUID formKey) {
        return jdbc.sql(
                        """
                        select id, person, mobile, codes_sent, sent_at, expires_at
                        from identity.challenge
                        where province = :province and form_key = :formKey and used_at is null
                        """)
                .param("province", home.code())
                .param("formKey", formKey)
                .query(this::challenge)
                .optional();
    }

    private Challenge challenge(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Challenge(
                id,
                new PersonId(row.getObject("person", UUID.class)),
                new Mobile(keys.open(row.getBytes("mobile"), place(id))),
                row.getInt("codes_sent"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /** Another code for the same sign-in; false if someone else just asked for one. */
    boolean renew(Challenge old, byte[] codeHash, Instant sentAt, Instant expiresAt) {
        return jdbc.sql(
                                """
                                update identity.challenge
                                set code_hash = :codeHash, codes_sent = codes_sent + 1, tries = 0,
                                    sent_at = :sentAt, expires_at = :expiresAt
                                where province = :province and id = :id and used_at is null
                                    and codes_sent = :codesSent
                                """)
                        .param("codeHash", codeHash)
                        .param("sentAt", sentAt.atOffset(ZoneOffset.UTC))
                        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                        .param("province", home.code())
                        .param("id", old.id())
                        .param("codesSent", old.codesSent())
                        .update()
                == 1;
    }

    /**
     * Spends one try and tells the hash to compare with; the try is spent before it is compared, so
     * that many at once gain nothing.
     */
    Optional<Try> spendTry(UUID id, int most) {
        return jdbc.sql(
                        """
                        update identity.challenge set tries = tries + 1
                        where province = :province and id = :id and used_at is null
                            and tries < :most
                        returning tries, code_hash
                        """)
                .param("province", home.code())
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new Try(row.getInt("tries"), row.getBytes("code_hash")))
                .optional();
    }

    /** True for one caller only. */
    boolean use(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update identity.challenge set used_at = :now
                                where province = :province and id = :id and used_at is null
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("province", home.code())
                        .param("id", id)
                        .update()
                == 1;
    }

    int forgetBefore(Instant expired) {
        return jdbc.sql(
                        """
                        delete from identity.challenge
                        where province = :province and expires_at < :expired
                        """)
                .param("province", home.code())
                .param("expired", expired.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A spent try: how many there were, and what the code should hash to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record, never changed
    record Try(int number, byte[] codeHash) {}
}
