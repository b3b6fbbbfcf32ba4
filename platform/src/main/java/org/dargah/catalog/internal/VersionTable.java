package org.dargah.catalog.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of services, in the database. */
@Repository
public class VersionTable {

    /** A kept version. */
    public record Kept(VersionId id, int number, Instant publishedAt, Pack pack) {}

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Kept> find(VersionId id) {
        return jdbc.sql(
                        """
                        select id, agency, code, number, pack, published_at
                        from catalog.version where id = :id
                        """)
                .param("id", id.value())
                .query(VersionTable::kept)
                .optional();
    }

    public List<Kept> current() {
        return jdbc.sql(
                        """
                        select v.id, v.agency, v.code, v.number, v.pack, v.published_at
                        from catalog.service s join catalog.version v on v.id = s.current_version
                        order by v.code
                        """)
                .query(VersionTable::kept)
                .list();
    }

    private static Kept kept(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Kept(
                new VersionId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                Pack.unzipped(
                        new AgencyCode(row.getString("agency")),
                        new ServiceCode(row.getString("code")),
                        row.getBytes("pack")));
    }

    /**
     * Holds the service's row until the transaction ends, so that numbers have no gap or double.
     */
    public Optional<VersionId> lockCurrent(ServiceCode code, Instant now) {
        jdbc.sql(
                        """
                        insert into catalog.service (code, changed_at) values (:code, :now)
                        on conflict (code) do nothing
                        """)
                .param("code", code.value())
                .param("now", utc(now))
                .update();
        UUID current =
                jdbc.sql(
                                """
                                select current_version from catalog.service
                                where code = :code for update
                                """)
                        .param("code", code.value())
                        .query((row, i) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                        .single()
                        .orElse(null);
        return Optional.ofNullable(current).map(VersionId::new);
    }

    public void add(Pack pack, Instant now) {
        jdbc.sql(
                        """
                        insert into catalog.version (id, agency, code, number, pack, published_at)
                        select :id, :agency, :code, coalesce(max(number), 0) + 1, :pack, :now
                        from catalog.version where code = :code
                        """)
                .param("id", pack.version().value())
                .param("agency", pack.agency().value())
                .param("code", pack.code().value())
                .param("pack", pack.zipped())
                .param("now", utc(now))
                .update();
    }

    public void makeCurrent(ServiceCode code, Optional<VersionId> id, Instant now) {
        jdbc.sql(
                        """
                        update catalog.service set current_version = :id, changed_at = :now
                        where code = :code
                        """)
                .param("id", id.map(VersionId::value).orElse(null), java.sql.Types.OTHER)
                .param("now", utc(now))
                .param("code", code.value())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
