package org.dargah.documents.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.documents.StoredFile;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code documents.file}. */
@Repository
public class FileRows {

    /** A file and where its bytes lie. */
    public record Row(StoredFile file, Sha256 sha256) {}

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the id was there before. */
    public boolean insert(StoredFile file, Sha256 sha256) {
        CaseId caseId = file.caseId();
        return jdbc.sql(
                                """
                                insert into documents.file (province, id, owner, case_id, name,
                                    media_type, size, sha256, stored_at)
                                values (:province, :id, :owner, :caseId, :name,
                                    :mediaType, :size, :sha256, :storedAt)
                                on conflict (province, id) do nothing
                                """)
                        .param("province", file.province().code())
                        .param("id", file.id().value())
                        .param("owner", file.owner().value())
                        .param("caseId", caseId == null ? null : caseId.value())
                        .param("name", file.name())
                        .param("mediaType", file.mediaType())
                        .param("size", file.size())
                        .param("sha256", sha256.bytes())
                        .param("storedAt", file.storedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Row> find(Province province, DocumentId id) {
        return jdbc.sql(
                        """
                        select * from documents.file where province = :province and id = :id
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .query((row, n) -> row(row))
                .optional();
    }

    public List<StoredFile> ofCase(Province province, CaseId caseId) {
        return jdbc.sql(
                        """
                        select * from documents.file
                        where province = :province and case_id = :caseId order by id
                        """)
                .param("province", province.code())
                .param("caseId", caseId.value())
                .query((row, n) -> row(row).file())
                .list();
    }

    public void delete(Province province, DocumentId id) {
        jdbc.sql("delete from documents.file where province = :province and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new Row(
                new StoredFile(
                        new Province(row.getString("province")),
                        new DocumentId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("owner", UUID.class)),
                        caseId == null ? null : new CaseId(caseId),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant()),
                Sha256.ofBytes(row.getBytes("sha256")));
    }
}
