package org.dargah.authoring.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dargah.authoring.DraftFile;
import org.dargah.authoring.DraftId;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code authoring.file}. */
@Repository
public class FileTable {

    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<DraftFile> all(Province province, DraftId draft) {
        return jdbc.sql(
                        """
                        select path, text, revision, changed_by, changed_at from authoring.file
                        where province = :province and draft = :draft order by path
                        """)
                .param("province", province.code())
                .param("draft", draft.value())
                .query(FileTable::file)
                .list();
    }

    public SortedMap<String, String> texts(Province province, DraftId draft) {
        var texts = new TreeMap<String, String>();
        all(province, draft).forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }

    public Optional<DraftFile> find(Province province, DraftId draft, String path) {
        return jdbc.sql(
                        """
                        select path, text, revision, changed_by, changed_at from authoring.file
                        where province = :province and draft = :draft and path = :path
                        """)
                .param("province", province.code())
                .param("draft", draft.value())
                .param("path", path)
                .query(FileTable::file)
                .optional();
    }

    private static DraftFile file(ResultSet row, int index) throws SQLException {
        return new DraftFile(
                row.getString("path"),
                row.getString("text"),
                row.getInt("revision"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** A file that is there gets its next revision. */
    public void put(
            Province province, DraftId draft, Map<String, String> texts, String by, Instant now) {
        texts.forEach((path, text) -> put(province, draft, path, text, by, now));
    }

    public void put(
            Province province, DraftId draft, String path, String text, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into authoring.file
                            (province, draft, path, text, revision, changed_by, changed_at)
                        values (:province, :draft, :path, :text, 1, :by, :now)
                        on conflict (province, draft, path) do update
                        set text = excluded.text, revision = file.revision + 1,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("province", province.code())
                .param("draft", draft.value())
                .param("path", path)
                .param("text", text)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean remove(Province province, DraftId draft, String path) {
        return jdbc.sql(
                                """
                                delete from authoring.file
                                where province = :province and draft = :draft and path = :path
                                """)
                        .param("province", province.code())
                        .param("draft", draft.value())
                        .param("path", path)
                        .update()
                == 1;
    }
}
