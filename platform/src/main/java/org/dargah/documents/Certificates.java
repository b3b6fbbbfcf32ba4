package org.dargah.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.documents.internal.CertificateRows;
import org.dargah.documents.internal.FileStore;
import org.dargah.documents.internal.MaskedName;
import org.dargah.documents.internal.Printer;
import org.dargah.documents.internal.ReadSheet;
import org.dargah.documents.internal.Sha256;
import org.dargah.documents.internal.Sheets;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The certificates that agencies issue: printed, signed, kept, and taken back. */
@Component
public final class Certificates {

    private static final String PDF = "application/pdf";

    private final CertificateRows rows;
    private final FileStore store;
    private final Printer printer;
    private final Acts acts;
    private final Clock clock;
    private final DocumentsSettings settings;
    private final Sheets sheets;
    private final TransactionOperations transaction;

    Certificates(
            CertificateRows rows,
            FileStore store,
            Printer printer,
            Acts acts,
            Clock clock,
            DocumentsSettings settings,
            TransactionOperations transaction) {
        this.rows = rows;
        this.store = store;
        this.printer = printer;
        this.acts = acts;
        this.clock = clock;
        this.settings = settings;
        this.sheets = new Sheets(settings.remark());
        this.transaction = transaction;
    }

    /**
     * Prints, signs and keeps a certificate; the same {@link Order#id} again gives the one that
     * exists. Takes about a tenth of a second: call it off the request and outside a long
     * transaction where nobody waits.
     */
    public Certificate issue(Order order, Caller caller) {
        return rows.find(order.province(), order.id())
                .map(CertificateRows.Row::certificate)
                .orElseGet(() -> make(order, caller));
    }

    private Certificate make(Order order, Caller caller) {
        Certificate certificate = describe(order);
        byte[] pdf =
                printer.printSigned(
                        sheets.certificate(
                                certificate,
                                order,
                                order.template().body().children(),
                                settings.verifyAt()),
                        certificate.issuedAt());
        Sha256 sha256 = store.keep(pdf);
        return transaction.execute(
                status -> {
                    if (rows.insert(certificate, sha256, pdf.length)) {
                        acts.record(Act.CERTIFICATE_ISSUED, entry(certificate, caller));
                        replace(order, certificate, caller);
                        return certificate;
                    }
                    return rows.find(order.province(), order.id()).orElseThrow().certificate();
                });
    }

    /** One that was taken back meanwhile stays so: nothing comes in its place. */
    private void replace(Order order, Certificate certificate, Caller caller) {
        DocumentId old = order.replaces();
        if (old != null
                && rows.replace(order.province(), old, certificate.issuedAt(), certificate.id())) {
            Certificate replaced = rows.find(order.province(), old).orElseThrow().certificate();
            acts.record(Act.CERTIFICATE_REPLACED, entry(replaced, caller));
        }
    }

    /**
     * The words that such a certificate would have, in one line and in the order of the page;
     * nothing is issued.
     */
    public String read(Order order) {
        return ReadSheet.text(
                sheets.certificate(
                        describe(order),
                        order,
                        order.template().body().children(),
                        settings.verifyAt()));
    }

    /**
     * The same on paper, unsigned, marked as a specimen and without a code: nobody can take it for
     * a document that was issued.
     */
    public byte[] specimen(Order order) {
        Certificate certificate = describe(order);
        return printer.print(
                sheets.specimen(
                        certificate,
                        order,
                        order.template().body().children(),
                        settings.verifyAt()),
                certificate.issuedAt());
    }

    private Certificate describe(Order order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Certificate(
                order.province(),
                order.id(),
                VerificationCode.next(order.province()),
                order.holder().id(),
                MaskedName.of(order.holder().name()),
                order.caseId(),
                order.template().title(),
                order.number(),
                order.letterhead().agency(),
                order.letterhead().agencyTitle(),
                now,
                order.validUntil(),
                null,
                null);
    }

    public Optional<Certificate> find(Province province, DocumentId id) {
        return rows.find(province, id).map(CertificateRows.Row::certificate);
    }

    /** The same, kept from changing until the caller's transaction ends. */
    public Optional<Certificate> hold(Province province, DocumentId id) {
        return rows.hold(province, id);
    }

    /** Those of a case, oldest first. */
    public List<Certificate> ofCase(Province province, CaseId caseId) {
        return rows.ofCase(province, caseId);
    }

    /** Those of a person, newest first. */
    public List<Certificate> ofHolder(Province province, PersonId holder) {
        return rows.ofHolder(province, holder);
    }

    /** Those that still stand and whose last day lies between two days, both of them included. */
    public List<Certificate> ending(
            Province province, LocalDate from, LocalDate to, @Nullable DocumentId after, int most) {
        return rows.ending(province, from, to, after, most);
    }

    /**
     * The signed PDF for the caller, whose right to it the calling module has checked. A holder
     * takes what is theirs; anybody else looks at a person's data, and is recorded so.
     */
    public Opening open(Province province, DocumentId id, Caller caller) {
        Optional<CertificateRows.Row> row = rows.find(province, id);
        if (row.isEmpty()) {
            return new Opening.Missing();
        }
        Certificate certificate = row.get().certificate();
        byte[] content = store.read(row.get().sha256());
        boolean own = caller.actor().kind() == Actor.Kind.CITIZEN;
        transaction.executeWithoutResult(
                status ->
                        acts.record(
                                own ? Act.CERTIFICATE_DOWNLOADED : Act.FILE_OPENED,
                                entry(certificate, caller)));
        return new Opening.Opened(fileName(certificate), PDF, new ByteArrayResource(content));
    }

    /** Names the document and no person. */
    private static String fileName(Certificate certificate) {
        return (certificate.title() + " " + certificate.number()).replaceAll("[\\\\/:*?\"<>|]", "-")
                + ".pdf";
    }

    /** Takes a certificate back. The reason is shown to whoever checks it, so it names nobody. */
    public Revoking revoke(Province province, DocumentId id, String reason, Caller caller) {
        return transaction.execute(status -> revokeNow(province, id, reason, caller));
    }

    private Revoking revokeNow(Province province, DocumentId id, String reason, Caller caller) {
        if (rows.revoke(province, id, clock.instant(), reason)) {
            Certificate certificate = rows.find(province, id).orElseThrow().certificate();
            acts.record(Act.CERTIFICATE_REVOKED, entry(certificate, caller));
            return new Revoking.Done();
        }
        return find(province, id)
                .map(Certificate::revocation)
                .<Revoking>map(Revoking.AlreadyRevoked::new)
                .orElseGet(Revoking.Missing::new);
    }

    /** The one-page receipt of an application, unsigned; made anew whenever it is asked for. */
    public byte[] print(Receipt receipt) {
        return printer.print(sheets.receipt(receipt), receipt.submittedAt());
    }

    private static Entry entry(Certificate certificate, Caller caller) {
        return Entry.by(certificate.province(), caller)
                .about(certificate.holder())
                .in(certificate.caseId() == null ? caller.caseId() : certificate.caseId())
                .with("document", certificate.id().toString());
    }
}
