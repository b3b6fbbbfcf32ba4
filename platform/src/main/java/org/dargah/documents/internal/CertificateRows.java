package org.dargah.documents.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dargah.documents.Certificate;
import org.dargah.documents.VerificationCode;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code documents.certificate}. */
@Repository
public class CertificateRows {

    /** A certificate and where its signed PDF lies. */
    public record Row(Certificate certificate, Sha256 sha256) {}

    private final JdbcClient jdbc;

    CertificateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the id was there before. */
    public boolean insert(Certificate certificate, Sha256 sha256, int size) {
        CaseId caseId = certificate.caseId();
        return jdbc.sql(
                                """
                                insert into documents.certificate (province, id, code, holder,
                                    holder_masked, case_id, title, number, agency, agency_title,
                                    issued_at, valid_until, size, sha256)
                                values (:province, :id, :code, :holder,
                                    :holderMasked, :caseId, :title, :number, :agency, :agencyTitle,
                                    :issuedAt, :validUntil, :size, :sha256)
                                on conflict (province, id) do nothing
                                """)
                        .param("province", certificate.province().code())
                        .param("id", certificate.id().value())
                        .param("code", certificate.code().text())
                        .param("holder", certificate.holder().value())
                        .param("holderMasked", certificate.holderMasked())
                        .param("caseId", caseId == null ? null : caseId.value())
                        .param("title", certificate.title())
                        .param("number", certificate.number())
                        .param("agency", certificate.agency().value())
                        .param("agencyTitle", certificate.agencyTitle())
                        .param("issuedAt", certificate.issuedAt().atOffset(ZoneOffset.UTC))
                        .param("validUntil", certificate.validUntil())
                        .param("size", size)
                        .param("sha256", sha256.bytes())
                        .update()
                == 1;
    }

    public Optional<Row> find(Province province, DocumentId id) {
        return jdbc.sql(
                        """
                        select * from documents.certificate where province = :province and id = :id
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .query((row, n) -> row(row))
                .optional();
    }

    public Optional<Certificate> hold(Province province, DocumentId id) {
        return jdbc.sql(
                        """
                        select * from documents.certificate where province = :province and id = :id
                        for update
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .query((row, n) -> row(row).certificate())
                .optional();
    }

    public Optional<Certificate> byCode(Province province, VerificationCode code) {
        return jdbc.sql(
                        """
                        select * from documents.certificate
                        where province = :province and code = :code
                        """)
                .param("province", province.code())
                .param("code", code.text())
                .query((row, n) -> row(row).certificate())
                .optional();
    }

    public Optional<Certificate> byContent(Province province, Sha256 sha256) {
        return jdbc.sql(
                        """
                        select * from documents.certificate
                        where province = :province and sha256 = :sha256
                        """)
                .param("province", province.code())
                .param("sha256", sha256.bytes())
                .query((row, n) -> row(row).certificate())
                .optional();
    }

    public List<Certificate> ofCase(Province province, CaseId caseId) {
        return jdbc.sql(
                        """
                        select * from documents.certificate
                        where province = :province and case_id = :caseId order by id
                        """)
                .param("province", province.code())
                .param("caseId", caseId.value())
                .query((row, n) -> row(row).certificate())
                .list();
    }

    public List<Certificate> ofHolder(Province province, PersonId holder) {
        return jdbc.sql(
                        """
                        select * from documents.certificate
                        where province = :province and holder = :holder order by id desc
                        """)
                .param("province", province.code())
                .param("holder", holder.value())
                .query((row, n) -> row(row).certificate())
                .list();
    }

    /** False when it had been revoked before, or is none. */
    public boolean revoke(Province province, DocumentId id, Instant at, String because) {
        return jdbc.sql(
                                """
                                update documents.certificate
                                set revoked_at = :at, revoked_because = :because
                                where province = :province and id = :id and revoked_at is null
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("because", because)
                        .param("province", province.code())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** False when it was replaced or revoked before, or is none. */
    public boolean replace(Province province, DocumentId id, Instant at, DocumentId by) {
        return jdbc.sql(
                                """
                                update documents.certificate
                                set replaced_at = :at, replaced_by = :by
                                where province = :province and id = :id
                                    and replaced_at is null and revoked_at is null
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .param("province", province.code())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    public List<Certificate> ending(
            Province province, LocalDate from, LocalDate to, @Nullable DocumentId after, int most) {
        return jdbc.sql(
                        """
                        select * from documents.certificate
                        where province = :province and valid_until between :from and :to
                            and revoked_at is null and replaced_at is null and id > :after
                        order by id limit :most
                        """)
                .param("province", province.code())
                .param("from", from)
                .param("to", to)
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("most", most)
                .query((row, n) -> row(row).certificate())
                .list();
    }

    public boolean any(Province province) {
        return jdbc.sql(
                        """
                        select exists (select 1 from documents.certificate where province = :province)
                        """)
                .param("province", province.code())
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new Row(
                new Certificate(
                        new Province(row.getString("province")),
                        new DocumentId(row.getObject("id", UUID.class)),
                        new VerificationCode(row.getString("code")),
                        new PersonId(row.getObject("holder", UUID.class)),
                        row.getString("holder_masked"),
                        caseId == null ? null : new CaseId(caseId),
                        row.getString("title"),
                        row.getString("number"),
                        new AgencyCode(row.getString("agency")),
                        row.getString("agency_title"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("valid_until", LocalDate.class),
                        revocation(row),
                        replacement(row)),
                Sha256.ofBytes(row.getBytes("sha256")));
    }

    private static Certificate.@Nullable Revocation revocation(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("revoked_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Certificate.Revocation(
                        at.toInstant(), Objects.requireNonNull(row.getString("revoked_because")));
    }

    private static Certificate.@Nullable Replacement replacement(ResultSet row)
            throws SQLException {
        OffsetDateTime at = row.getObject("replaced_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Certificate.Replacement(
                        at.toInstant(), new DocumentId(row.getObject("replaced_by", UUID.class)));
    }
}
