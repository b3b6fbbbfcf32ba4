package org.dargah.identity.internal;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dargah.identity.ClientCertificate;
import org.dargah.kernel.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.client_certificate}. */
@Repository
class ClientCertificateRepository {

    private static final String SELECT =
            """
            select fingerprint, content, issued_at, until, revoked_at
            from identity.client_certificate
            where province = :province and client = :client
            """;

    private final JdbcClient jdbc;
    private final HomeProvince home;
    private final Remembered<String, Optional<Holder>> holders = new Remembered<>(this::read);

    ClientCertificateRepository(JdbcClient jdbc, HomeProvince home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    /** By the index of clients, in its order. */
    List<ClientCertificate> of(String client, int most) {
        return jdbc.sql(SELECT + " order by issued_at desc, fingerprint limit :most")
                .param("province", home.code())
                .param("client", client)
                .param("most", most)
                .query(ClientCertificateRepository::row)
                .list();
    }

    /** By the primary key. */
    Optional<ClientCertificate> find(String client, String fingerprint) {
        return jdbc.sql(SELECT + " and fingerprint = :fingerprint")
                .param("province", home.code())
                .param("client", client)
                .param("fingerprint", fingerprint)
                .query(ClientCertificateRepository::row)
                .optional();
    }

    /** Whose certificate it is, and how long. */
    private record Holder(String client, Instant until) {}

    /**
     * Whose certificate this is, if it opens the door now. Asked for with each request that comes
     * by certificate, so it is remembered.
     */
    Optional<String> holder(String fingerprint, Instant now) {
        return holders.get(fingerprint)
                .filter(holder -> holder.until().isAfter(now))
                .map(Holder::client);
    }

    /** After a change that is committed. */
    void forget(String fingerprint) {
        holders.forget(fingerprint);
    }

    /** By the primary key. */
    private Optional<Holder> read(String fingerprint) {
        return jdbc.sql(
                        """
                        select client, until from identity.client_certificate
                        where province = :province and fingerprint = :fingerprint
                            and revoked_at is null
                        """)
                .param("province", home.code())
                .param("fingerprint", fingerprint)
                .query(
                        (row, number) ->
                                new Holder(
                                        row.getString("client"),
                                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** By the index of clients: how many open the door now. */
    int valid(String client, Instant now) {
        return jdbc.sql(
                        """
                        select count(*) from identity.client_certificate
                        where province = :province and client = :client
                            and revoked_at is null and until > :now
                        """)
                .param("province", home.code())
                .param("client", client)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** By the whole table, which holds a few rows a program: for a figure each minute. */
    List<ClientCertificate> valid(Instant now) {
        return jdbc.sql(
                        """
                        select fingerprint, content, issued_at, until, revoked_at
                        from identity.client_certificate
                        where province = :province and revoked_at is null and until > :now
                        """)
                .param("province", home.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ClientCertificateRepository::row)
                .list();
    }

    /** How many open programs have a valid certificate but none that lasts until then. */
    int ending(Instant now, Instant then) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select c.client from identity.client_certificate c
                            join identity.client p on p.province = c.province and p.id = c.client
                            where c.province = :province and c.revoked_at is null
                                and c.until > :now and p.closed_at is null
                            group by c.client having max(c.until) < :then) ending
                        """)
                .param("province", home.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** False when it is there, whoever's it is. */
    boolean insert(String client, ClientCertificate certificate) {
        return jdbc.sql(
                                """
                                insert into identity.client_certificate
                                    (province, fingerprint, client, content, issued_at, until)
                                values
                                    (:province, :fingerprint, :client, :content, :now, :until)
                                on conflict (province, fingerprint) do nothing
                                """)
                        .param("province", home.code())
                        .param("fingerprint", certificate.fingerprint())
                        .param("client", client)
                        .param("content", encoded(certificate.content()))
                        .param("now", certificate.issuedAt().atOffset(ZoneOffset.UTC))
                        .param("until", certificate.until().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    boolean revoke(String client, String fingerprint, Instant now) {
        return jdbc.sql(
                                """
                                update identity.client_certificate set revoked_at = :now
                                where province = :province and fingerprint = :fingerprint
                                    and client = :client and revoked_at is null
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("province", home.code())
                        .param("fingerprint", fingerprint)
                        .param("client", client)
                        .update()
                == 1;
    }

    private static ClientCertificate row(ResultSet row, int number) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new ClientCertificate(
                row.getString("fingerprint"),
                certificate(row.getBytes("content")),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static X509Certificate certificate(byte[] content) throws SQLException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw new SQLException("A certificate that was issued cannot be read", e);
        }
    }
}
