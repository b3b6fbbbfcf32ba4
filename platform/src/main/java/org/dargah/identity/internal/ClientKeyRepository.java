package org.dargah.identity.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.dargah.identity.ClientKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.client_key} and of the assertions that were signed with them. */
@Repository
class ClientKeyRepository {

    private final JdbcClient jdbc;
    private final HomeProvince home;

    ClientKeyRepository(JdbcClient jdbc, HomeProvince home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    /** By the primary key. */
    List<ClientKey> of(String client) {
        return jdbc.sql(
                        """
                        select fingerprint, public_key, registered_at from identity.client_key
                        where province = :province and client = :client
                        order by registered_at, fingerprint
                        """)
                .param("province", home.code())
                .param("client", client)
                .query(ClientKeyRepository::row)
                .list();
    }

    private static ClientKey row(ResultSet row, int number) throws SQLException {
        try {
            return new ClientKey(
                    row.getString("fingerprint"),
                    KeyText.key(SubjectPublicKeyInfo.getInstance(row.getBytes("public_key"))),
                    row.getObject("registered_at", OffsetDateTime.class).toInstant());
        } catch (IOException | GeneralSecurityException e) {
            throw new SQLException("A key that was registered cannot be read", e);
        }
    }

    /** False when it is there. */
    boolean insert(String client, ClientKey key) {
        return jdbc.sql(
                                """
                                insert into identity.client_key
                                    (province, client, fingerprint, public_key, registered_at)
                                values (:province, :client, :fingerprint, :key, :now)
                                on conflict (province, client, fingerprint) do nothing
                                """)
                        .param("province", home.code())
                        .param("client", client)
                        .param("fingerprint", key.fingerprint())
                        .param("key", key.key().getEncoded())
                        .param("now", key.registeredAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(String client, String fingerprint) {
        return jdbc.sql(
                                """
                                delete from identity.client_key
                                where province = :province and client = :client
                                    and fingerprint = :fingerprint
                                """)
                        .param("province", home.code())
                        .param("client", client)
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    /** False when this client's assertion was taken before. */
    boolean take(String client, String assertion, Instant until) {
        return jdbc.sql(
                                """
                                insert into identity.client_assertion (province, client, id, until)
                                values (:province, :client, :id, :until)
                                on conflict (province, client, id) do nothing
                                """)
                        .param("province", home.code())
                        .param("client", client)
                        .param("id", assertion)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forgetPast(Instant now) {
        jdbc.sql(
                        """
                        delete from identity.client_assertion
                        where province = :province and until < :now
                        """)
                .param("province", home.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
