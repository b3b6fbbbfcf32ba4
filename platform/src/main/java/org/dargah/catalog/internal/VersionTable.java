package org.dargah.catalog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.catalog.Change;
import org.dargah.catalog.Change.Origin;
import org.dargah.catalog.Published;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
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

    /** How a service stands: what is current, by which door it came, what the folder held. */
    public record Standing(
            ServiceCode code,
            Optional<VersionId> current,
            Origin origin,
            Optional<VersionId> folder,
            @Nullable Instant retiredAt) {

        public boolean isRetired() {
            return retiredAt != null;
        }

        /** The folder holds something else than what is offered. */
        public boolean isOverruled() {
            return origin == Origin.BROWSER && folder.isPresent() && !folder.equals(current);
        }
    }

    /** Grows by each change of any service. */
    public long revision() {
        return jdbc.sql("select coalesce(sum(revision), 0) + count(*) from catalog.service")
                .query(Long.class)
                .single();
    }

    private static final String STANDING =
            "select code, current_version, origin, folder_version, retired_at from catalog.service"
                    + " ";

    public List<Standing> standings() {
        return jdbc.sql(STANDING + "order by code").query(VersionTable::standing).list();
    }

    public Optional<Standing> standing(ServiceCode code) {
        return jdbc.sql(STANDING + "where code = :code")
                .param("code", code.value())
                .query(VersionTable::standing)
                .optional();
    }

    private static Standing standing(ResultSet row, int index) throws SQLException {
        return new Standing(
                new ServiceCode(row.getString("code")),
                version(row, "current_version"),
                Origin.of(row.getString("origin")),
                version(row, "folder_version"),
                instant(row, "retired_at"));
    }

    private static Optional<VersionId> version(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(VersionId::new);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Whose service it is, by its versions. */
    public Optional<AgencyCode> owner(ServiceCode code) {
        return jdbc.sql("select agency from catalog.version where code = :code limit 1")
                .param("code", code.value())
                .query(String.class)
                .optional()
                .map(AgencyCode::new);
    }

    /** The version that was current last, also of a service that is retired. */
    public Optional<VersionId> lastCurrent(ServiceCode code) {
        return jdbc.sql(
                        """
                        select version from catalog.change where code = :code
                        order by at desc, id desc limit 1
                        """)
                .param("code", code.value())
                .query(UUID.class)
                .optional()
                .map(VersionId::new);
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
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
    public Standing lock(ServiceCode code, Instant now) {
        jdbc.sql(
                        """
                        insert into catalog.service (code, changed_at) values (:code, :now)
                        on conflict (code) do nothing
                        """)
                .param("code", code.value())
                .param("now", utc(now))
                .update();
        return jdbc.sql(STANDING + "where code = :code for update")
                .param("code", code.value())
                .query(VersionTable::standing)
                .single();
    }

    public void sawInFolder(ServiceCode code, VersionId id) {
        jdbc.sql("update catalog.service set folder_version = :id where code = :code")
                .param("id", id.value())
                .param("code", code.value())
                .update();
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

    /** Makes a version the current one, or none; a retired service takes no application. */
    public void change(Change change) {
        boolean offered =
                change.kind() == Change.Kind.PUBLISHED || change.kind() == Change.Kind.RETURNED_TO;
        jdbc.sql(
                        """
                        update catalog.service
                        set current_version = :id, origin = :origin, retired_at = :retired,
                            changed_at = :now, revision = revision + 1
                        where code = :code
                        """)
                .param("id", offered ? change.version().value() : null, Types.OTHER)
                .param("origin", change.origin().code())
                .param(
                        "retired",
                        change.kind() == Change.Kind.RETIRED ? utc(change.at()) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(change.at()))
                .param("code", change.service().value())
                .update();
        jdbc.sql(
                        """
                        insert into catalog.change
                            (id, code, kind, version, origin, done_by, reason, at)
                        values (:id, :code, :kind, :version, :origin, :by, :reason, :at)
                        """)
                .param("id", Uuid7.next(Clock.fixed(change.at(), ZoneOffset.UTC)))
                .param("code", change.service().value())
                .param("kind", change.kind().code())
                .param("version", change.version().value())
                .param("origin", change.origin().code())
                .param("by", change.by())
                .param("reason", change.reason())
                .param("at", utc(change.at()))
                .update();
    }

    /** By {@code change_of_service}, the latest first. */
    public List<Change> changes(ServiceCode code, int skip, int most) {
        return jdbc.sql(
                        """
                        select c.code, c.kind, c.version, v.number, c.origin, c.done_by, c.reason, c.at
                        from catalog.change c join catalog.version v on v.id = c.version
                        where c.code = :code order by c.at desc, c.id desc
                        limit :most offset :skip
                        """)
                .param("code", code.value())
                .param("most", most)
                .param("skip", skip)
                .query(
                        (row, index) ->
                                new Change(
                                        new ServiceCode(row.getString("code")),
                                        Change.Kind.of(row.getString("kind")),
                                        new VersionId(row.getObject("version", UUID.class)),
                                        row.getInt("number"),
                                        Origin.of(row.getString("origin")),
                                        row.getString("done_by"),
                                        row.getString("reason"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The versions of a service, the latest first, without their packs. */
    public List<Published> versions(ServiceCode code) {
        return jdbc.sql(
                        """
                        select id, number, published_at from catalog.version where code = :code
                        order by number desc
                        """)
                .param("code", code.value())
                .query(
                        (row, index) ->
                                new Published(
                                        new VersionId(row.getObject("id", UUID.class)),
                                        row.getInt("number"),
                                        row.getObject("published_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** The services of an agency, with how each stands. */
    public List<Standing> of(AgencyCode agency) {
        return jdbc.sql(
                        """
                        select s.code, s.current_version, s.origin, s.folder_version, s.retired_at
                        from catalog.service s
                        where exists (select 1 from catalog.version v
                                      where v.code = s.code and v.agency = :agency)
                        order by s.code
                        """)
                .param("agency", agency.value())
                .query(VersionTable::standing)
                .list();
    }

    /** How a service stands, and what became of it last. */
    public record Latest(Standing standing, Change change) {}

    /** The services of some agencies in one question, each by {@code change_of_service}. */
    public List<Latest> latest(Collection<AgencyCode> agencies) {
        return jdbc.sql(
                        """
                        select s.code, s.current_version, s.origin, s.folder_version, s.retired_at,
                               c.kind, c.version, v.number, c.origin as door, c.done_by, c.reason, c.at
                        from catalog.service s
                        join lateral (select kind, version, origin, done_by, reason, at
                                      from catalog.change where code = s.code
                                      order by at desc, id desc limit 1) c on true
                        join catalog.version v on v.id = c.version
                        where v.agency in (:agencies)
                        order by s.code
                        """)
                .param("agencies", agencies.stream().map(AgencyCode::value).toList())
                .query(VersionTable::latest)
                .list();
    }

    private static Latest latest(ResultSet row, int index) throws SQLException {
        Standing standing = standing(row, index);
        return new Latest(
                standing,
                new Change(
                        standing.code(),
                        Change.Kind.of(row.getString("kind")),
                        new VersionId(row.getObject("version", UUID.class)),
                        row.getInt("number"),
                        Origin.of(row.getString("door")),
                        row.getString("done_by"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
