package org.dargah.identity.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.identity.Passkey;
import org.dargah.identity.PasskeyId;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.passkey}, and the handle under which browsers know a person. */
@Repository
class PasskeyRepository {

    private final JdbcClient jdbc;
    private final HomeProvince home;
    private final Clock clock;

    PasskeyRepository(JdbcClient jdbc, HomeProvince home, Clock clock) {
        this.jdbc = jdbc;
        this.home = home;
        this.clock = clock;
    }

    /**
     * What proves a key.
     *
     * @param publicKey as COSE writes it (RFC 9052)
     * @param transports how browsers reach it, in the words of WebAuthn
     * @param backupEligible true when its owner may have it on several devices
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record, never changed
    record Credential(
            byte[] credentialId,
            byte[] publicKey,
            long signCount,
            List<String> transports,
            boolean backupEligible,
            boolean backedUp) {

        Credential after(long count, boolean nowBackedUp) {
            return new Credential(
                    credentialId, publicKey, count, transports, backupEligible, nowBackedUp);
        }
    }

    /** A key, whose it is, and under which handle its browser knows them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record, never changed
    record Owned(PasskeyId id, PersonId person, byte[] handle, Credential credential) {}

    /** Random, made once for each person. Two requests at once end with one. */
    byte[] handleOf(PersonId person, byte[] proposed) {
        return jdbc.sql(
                        """
                        update identity.person
                        set passkey_handle = coalesce(passkey_handle, :proposed)
                        where province = :province and id = :person
                        returning passkey_handle
                        """)
                .param("proposed", proposed)
                .param("province", home.code())
                .param("person", person.value())
                .query(byte[].class)
                .single();
    }

    /** By {@code passkey_person}. */
    List<Passkey> of(PersonId person) {
        return jdbc.sql(
                        """
                        select id, name, created_at, last_used_at from identity.passkey
                        where province = :province and person = :person
                        order by created_at desc, id desc
                        """)
                .param("province", home.code())
                .param("person", person.value())
                .query(PasskeyRepository::passkey)
                .list();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                new PasskeyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    Optional<Passkey> find(PersonId person, PasskeyId id) {
        return jdbc.sql(
                        """
                        select id, name, created_at, last_used_at from identity.passkey
                        where province = :province and id = :id and person = :person
                        """)
                .param("province", home.code())
                .param("id", id.value())
                .param("person", person.value())
                .query(PasskeyRepository::passkey)
                .optional();
    }

    List<Credential> credentialsOf(PersonId person) {
        return jdbc.sql(
                        """
                        select credential_id, public_key, sign_count, transports,
                            backup_eligible, backed_up
                        from identity.passkey
                        where province = :province and person = :person
                        """)
                .param("province", home.code())
                .param("person", person.value())
                .query((row, number) -> credential(row))
                .list();
    }

    private static Credential credential(ResultSet row) throws SQLException {
        return new Credential(
                row.getBytes("credential_id"),
                row.getBytes("public_key"),
                row.getLong("sign_count"),
                texts(row.getArray("transports")),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }

    /** By {@code passkey_credential}. */
    Optional<Owned> owner(byte[] credentialId) {
        return jdbc.sql(
                        """
                        select k.id, k.person, p.passkey_handle, k.credential_id, k.public_key,
                            k.sign_count, k.transports, k.backup_eligible, k.backed_up
                        from identity.passkey k
                            join identity.person p on p.province = k.province and p.id = k.person
                        where k.province = :province and k.credential_id = :credential
                        """)
                .param("province", home.code())
                .param("credential", credentialId)
                .query(
                        (row, number) ->
                                new Owned(
                                        new PasskeyId(row.getObject("id", UUID.class)),
                                        new PersonId(row.getObject("person", UUID.class)),
                                        row.getBytes("passkey_handle"),
                                        credential(row)))
                .optional();
    }

    /** False when this key is somebody's already. */
    boolean insert(PersonId person, Passkey passkey, Credential credential) {
        return jdbc.sql(
                                """
                                insert into identity.passkey (province, id, person, credential_id,
                                    public_key, sign_count, transports, backup_eligible, backed_up,
                                    name, created_at)
                                values (:province, :id, :person, :credential,
                                    :publicKey, :signCount, :transports, :eligible, :backedUp,
                                    :name, :createdAt)
                                on conflict (province, credential_id) do nothing
                                """)
                        .param("province", home.code())
                        .param("id", passkey.id().value())
                        .param("person", person.value())
                        .param("credential", credential.credentialId())
                        .param("publicKey", credential.publicKey())
                        .param("signCount", credential.signCount())
                        .param("transports", credential.transports().toArray(String[]::new))
                        .param("eligible", credential.backupEligible())
                        .param("backedUp", credential.backedUp())
                        .param("name", passkey.name())
                        .param("createdAt", passkey.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Keeps what a use changed; false when the key is gone or was used elsewhere meanwhile. */
    boolean keepUse(Owned before, Credential after) {
        return jdbc.sql(
                                """
                                update identity.passkey
                                set sign_count = :after, backed_up = :backedUp, last_used_at = :now
                                where province = :province and id = :id and sign_count = :before
                                """)
                        .param("after", after.signCount())
                        .param("backedUp", after.backedUp())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("province", home.code())
                        .param("id", before.id().value())
                        .param("before", before.credential().signCount())
                        .update()
                == 1;
    }

    boolean rename(PersonId person, PasskeyId id, String name) {
        return jdbc.sql(
                                """
                                update identity.passkey set name = :name
                                where province = :province and id = :id and person = :person
                                """)
                        .param("name", name)
                        .param("province", home.code())
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    boolean delete(PersonId person, PasskeyId id) {
        return jdbc.sql(
                                """
                                delete from identity.passkey
                                where province = :province and id = :id and person = :person
                                """)
                        .param("province", home.code())
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
