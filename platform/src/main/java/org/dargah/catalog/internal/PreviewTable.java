package org.dargah.catalog.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.dargah.catalog.PackFiles;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code catalog.preview}. */
@Repository
public class PreviewTable {

    /** A kept preview. */
    public record Kept(PackFiles pack, Instant expiresAt) {}

    private final JdbcClient jdbc;

    PreviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(byte[] token, UUID about, PackFiles files, Instant expiresAt) {
        jdbc.sql(
                        """
                        insert into catalog.preview (token, about, agency, code, pack, expires_at)
                        values (:token, :about, :agency, :code, :pack, :expires)
                        """)
                .param("token", token)
                .param("about", about)
                .param("agency", files.agency().value())
                .param("code", files.code().value())
                .param("pack", zipped(files))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void renew(UUID about, PackFiles files) {
        jdbc.sql("update catalog.preview set pack = :pack where about = :about")
                .param("pack", zipped(files))
                .param("about", about)
                .update();
    }

    private static byte[] zipped(PackFiles files) {
        return new Pack(files.agency(), files.code(), files.files()).zipped();
    }

    public void close(UUID about) {
        jdbc.sql("delete from catalog.preview where about = :about").param("about", about).update();
    }

    public void keepNewest(UUID about, int number) {
        jdbc.sql(
                        """
                        delete from catalog.preview where token in (
                            select token from catalog.preview where about = :about
                            order by expires_at desc, token offset :number)
                        """)
                .param("about", about)
                .param("number", number)
                .update();
    }

    public void forgetBefore(Instant now) {
        jdbc.sql("delete from catalog.preview where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Instant> openUntil(UUID about, Instant now) {
        return jdbc.sql(
                        """
                        select expires_at from catalog.preview
                        where about = :about and expires_at > :now
                        order by expires_at desc limit 1
                        """)
                .param("about", about)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public Optional<Kept> find(byte[] token, Instant now) {
        return jdbc.sql(
                        """
                        select agency, code, pack, expires_at from catalog.preview
                        where token = :token and expires_at > :now
                        """)
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        (row, index) ->
                                new Kept(
                                        files(
                                                Pack.unzipped(
                                                        new AgencyCode(row.getString("agency")),
                                                        new ServiceCode(row.getString("code")),
                                                        row.getBytes("pack"))),
                                        row.getObject("expires_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional();
    }

    private static PackFiles files(Pack pack) {
        return new PackFiles(pack.agency(), pack.code(), pack.files());
    }
}
