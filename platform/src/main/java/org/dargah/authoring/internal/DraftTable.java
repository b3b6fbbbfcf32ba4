package org.dargah.authoring.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftId;
import org.dargah.authoring.DraftState;
import org.dargah.catalog.Text;
import org.dargah.catalog.VersionId;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.OfficerId;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code authoring.draft} and {@code authoring.author}. */
@Repository
public class DraftTable {

    private static final String SELECT =
            """
            select province, id, agency, code, title_fa, title_en, state, revision, base, begun_at,
                   changed_at, handed_in_by, handed_in_name, handed_in_at, approved_by,
                   approved_name, approved_at, starts_at, reason, version
            from authoring.draft where province = :province
            """;

    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the same form began one before. */
    public boolean begin(Draft draft, UUID key) {
        return jdbc.sql(
                                """
                                insert into authoring.draft
                                    (province, id, agency, code, title_fa, title_en, state, revision,
                                     base, begin_key, begun_at, changed_at)
                                values (:province, :id, :agency, :code, :fa, :en, :state, :revision,
                                        :base, :key, :begun, :begun)
                                on conflict (province, begin_key) do nothing
                                """)
                        .param("province", draft.province().code())
                        .param("id", draft.id().value())
                        .param("agency", draft.agency().value())
                        .param("code", draft.code().value())
                        .param("fa", draft.title().fa())
                        .param("en", draft.title().en())
                        .param("state", draft.state().code())
                        .param("revision", draft.revision())
                        .param(
                                "base",
                                draft.base() == null ? null : draft.base().value(),
                                Types.OTHER)
                        .param("key", key)
                        .param("begun", utc(draft.begunAt()))
                        .update()
                == 1;
    }

    public Optional<Draft> begunBy(Province province, UUID key) {
        return jdbc.sql(SELECT + "and begin_key = :key")
                .param("province", province.code())
                .param("key", key)
                .query(DraftTable::draft)
                .optional();
    }

    public Optional<Draft> find(Province province, DraftId id) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .query(DraftTable::draft)
                .optional();
    }

    /** Holds the draft until the transaction ends: steps and changes come one after another. */
    public Optional<Draft> lock(Province province, DraftId id) {
        return jdbc.sql(SELECT + "and id = :id for update")
                .param("province", province.code())
                .param("id", id.value())
                .query(DraftTable::draft)
                .optional();
    }

    /** By {@code draft_of_agency}, the one that changed last first. */
    public List<Draft> of(
            Province province,
            Collection<AgencyCode> agencies,
            Collection<DraftState> states,
            int skip,
            int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                and agency in (:agencies) and state in (:states)
                                order by changed_at desc, id desc limit :most offset :skip
                                """)
                .param("province", province.code())
                .param("agencies", agencies.stream().map(AgencyCode::value).toList())
                .param("states", states.stream().map(DraftState::code).toList())
                .param("most", most)
                .param("skip", skip)
                .query(DraftTable::draft)
                .list();
    }

    /** By {@code draft_that_starts}: approved, and their hour has come; the earliest first. */
    public List<Draft> due(Province province, Instant now, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                and state = 'approved' and starts_at <= :now
                                order by starts_at, id limit :most
                                """)
                .param("province", province.code())
                .param("now", utc(now))
                .param("most", most)
                .query(DraftTable::draft)
                .list();
    }

    /** One more change of its content. */
    public void touch(Draft draft, Text title, Instant now) {
        jdbc.sql(
                        """
                        update authoring.draft
                        set revision = revision + 1, changed_at = :now, title_fa = :fa, title_en = :en
                        where province = :province and id = :id
                        """)
                .param("now", utc(now))
                .param("fa", title.fa())
                .param("en", title.en())
                .param("province", draft.province().code())
                .param("id", draft.id().value())
                .update();
    }

    public void handIn(Draft draft, CurrentOfficer by, Instant now) {
        jdbc.sql(
                        """
                        update authoring.draft
                        set state = 'handed-in', handed_in_by = :by, handed_in_name = :name,
                            handed_in_at = :now, approved_by = null, approved_name = null,
                            approved_at = null, starts_at = null, changed_at = :now, reason = ''
                        where province = :province and id = :id
                        """)
                .param("by", by.id().value())
                .param("name", name(by))
                .param("now", utc(now))
                .param("province", draft.province().code())
                .param("id", draft.id().value())
                .update();
    }

    public void approve(Draft draft, CurrentOfficer by, Instant startsAt, Instant now) {
        jdbc.sql(
                        """
                        update authoring.draft
                        set state = 'approved', approved_by = :by, approved_name = :name,
                            approved_at = :now, starts_at = :starts, changed_at = :now
                        where province = :province and id = :id
                        """)
                .param("by", by.id().value())
                .param("name", name(by))
                .param("now", utc(now))
                .param("starts", utc(startsAt))
                .param("province", draft.province().code())
                .param("id", draft.id().value())
                .update();
    }

    /** Into a state that no further signature belongs to. */
    public void move(
            Draft draft, DraftState next, String reason, @Nullable VersionId version, Instant now) {
        jdbc.sql(
                        """
                        update authoring.draft
                        set state = :state, reason = :reason, version = :version, changed_at = :now
                        where province = :province and id = :id
                        """)
                .param("state", next.code())
                .param("reason", reason)
                .param("version", version == null ? null : version.value(), Types.OTHER)
                .param("now", utc(now))
                .param("province", draft.province().code())
                .param("id", draft.id().value())
                .update();
    }

    public void addAuthor(Province province, DraftId id, CurrentOfficer officer) {
        jdbc.sql(
                        """
                        insert into authoring.author (province, draft, officer, name)
                        values (:province, :draft, :officer, :name)
                        on conflict (province, draft, officer) do nothing
                        """)
                .param("province", province.code())
                .param("draft", id.value())
                .param("officer", officer.id().value())
                .param("name", name(officer))
                .update();
    }

    public boolean isAuthor(Draft draft, OfficerId officer) {
        return jdbc.sql(
                        """
                        select exists (select 1 from authoring.author
                                       where province = :province and draft = :draft
                                         and officer = :officer)
                        """)
                .param("province", draft.province().code())
                .param("draft", draft.id().value())
                .param("officer", officer.value())
                .query(Boolean.class)
                .single();
    }

    public List<String> authors(Draft draft) {
        return jdbc.sql(
                        """
                        select name from authoring.author
                        where province = :province and draft = :draft order by name
                        """)
                .param("province", draft.province().code())
                .param("draft", draft.id().value())
                .query((row, index) -> row.getString("name"))
                .list();
    }

    public Map<DraftId, String> authors(Province province, List<DraftId> drafts) {
        var authors = new HashMap<DraftId, String>();
        jdbc.sql(
                        """
                        select draft, string_agg(name, '؛ ' order by name) as names
                        from authoring.author
                        where province = :province and draft in (:drafts) group by draft
                        """)
                .param("province", province.code())
                .param("drafts", drafts.stream().map(DraftId::value).toList())
                .query(
                        (ResultSet row) -> {
                            authors.put(
                                    new DraftId(row.getObject("draft", UUID.class)),
                                    row.getString("names"));
                        });
        return authors;
    }

    /** As histories and pages name an official. */
    public static String name(CurrentOfficer officer) {
        return officer.name() + "، " + officer.title();
    }

    private static Draft draft(ResultSet row, int index) throws SQLException {
        return new Draft(
                new Province(row.getString("province")),
                new DraftId(row.getObject("id", UUID.class)),
                new AgencyCode(row.getString("agency")),
                new ServiceCode(row.getString("code")),
                new Text(row.getString("title_fa"), row.getString("title_en")),
                DraftState.of(row.getString("state")),
                row.getInt("revision"),
                version(row, "base"),
                instant(row, "begun_at").orElseThrow(),
                instant(row, "changed_at").orElseThrow(),
                signature(row, "handed_in"),
                signature(row, "approved"),
                instant(row, "starts_at").orElse(null),
                row.getString("reason"),
                version(row, "version"));
    }

    private static Draft.@Nullable Signature signature(ResultSet row, String step)
            throws SQLException {
        UUID by = row.getObject(step + "_by", UUID.class);
        return by == null
                ? null
                : new Draft.Signature(
                        by,
                        row.getString(step + "_name"),
                        instant(row, step + "_at").orElseThrow());
    }

    private static @Nullable VersionId version(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new VersionId(id);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
