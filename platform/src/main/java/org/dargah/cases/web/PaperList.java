package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dargah.cases.Cases;
import org.dargah.cases.Rows;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.documents.StoredFile;
import org.dargah.ui.Paper;
import org.dargah.ui.Words;

/** The documents of a case: what was issued, what was sent. */
final class PaperList {

    private PaperList() {}

    /**
     * @param base address of the case's page
     */
    static List<Paper> of(Cases.Whole whole, Service service, String base, Words words) {
        var papers = new ArrayList<Paper>();
        for (Certificate certificate : whole.certificates()) {
            papers.add(
                    new Paper(
                            certificate.title(),
                            standing(certificate, words),
                            base + "/certificates/" + certificate.id().value()));
        }
        for (StoredFile file : whole.files()) {
            papers.add(
                    new Paper(
                            file.name(),
                            words.t(
                                    origin(file, whole),
                                    words.fileSize(file.size()),
                                    file.storedAt()),
                            base + "/files/" + file.id().value()));
        }
        for (Map.Entry<String, Object> answer : whole.file().answers().entrySet()) {
            if (answer.getValue() instanceof Rows rows) {
                papers.add(
                        new Paper(
                                service.form()
                                        .field(answer.getKey())
                                        .map(field -> TableTexts.label(field, words))
                                        .orElse(answer.getKey()),
                                words.t("cases.table.rows", rows.size()),
                                base + "/lists/" + answer.getKey()));
            }
        }
        return papers;
    }

    /** One that no longer counts says so where it is opened. */
    private static String standing(Certificate certificate, Words words) {
        Certificate.Revocation revocation = certificate.revocation();
        if (revocation != null) {
            return words.t("cases.papers.revoked", revocation.at(), revocation.reason());
        }
        Certificate.Replacement replacement = certificate.replacement();
        return replacement != null
                ? words.t("cases.papers.replaced", replacement.at())
                : words.t("cases.papers.certificate", certificate.issuedAt());
    }

    private static String origin(StoredFile file, Cases.Whole whole) {
        if (isOfVisit(file, whole)) {
            return "cases.visit.photo.of";
        }
        return whole.file().answers().containsValue(file.id().value().toString())
                ? "cases.papers.sent"
                : "cases.papers.former";
    }

    /** Taken by the inspector and named in the report, not sent by the applicant. */
    private static boolean isOfVisit(StoredFile file, Cases.Whole whole) {
        return whole.file()
                .said(Inspection.FACTS)
                .map(said -> said.fields().containsValue(file.id().value().toString()))
                .orElse(false);
    }
}
