package org.dargah.documents;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.documents.internal.FileKind;
import org.dargah.documents.internal.FileRows;
import org.dargah.documents.internal.FileStore;
import org.dargah.documents.internal.Sha256;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Province;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The files that people hand in. */
@Component
public final class Documents {

    private final FileRows rows;
    private final FileStore store;
    private final Acts acts;
    private final Clock clock;
    private final long limit;
    private final TransactionOperations transaction;

    Documents(
            FileRows rows,
            FileStore store,
            Acts acts,
            Clock clock,
            DocumentsSettings settings,
            TransactionOperations transaction) {
        this.rows = rows;
        this.store = store;
        this.acts = acts;
        this.clock = clock;
        this.limit = settings.limit().toBytes();
        this.transaction = transaction;
    }

    /**
     * Keeps a file: its bytes are on the disk before its row commits, in the caller's transaction
     * if there is one. What it is, is told by its content. The stream is not closed.
     */
    public Storing store(Upload upload, InputStream content, Caller caller) {
        FileStore.Arrived arrived = store.take(content, limit);
        FileKind kind = arrived.kind();
        if (arrived.size() == 0) {
            return refuse(arrived, new Storing.Empty());
        }
        if (kind == null) {
            return refuse(arrived, new Storing.WrongType());
        }
        if (arrived.size() > limit) {
            return refuse(arrived, new Storing.TooLarge(limit));
        }
        store.keep(arrived);
        return new Storing.Stored(
                register(describe(upload, kind, arrived.size()), arrived.sha256(), caller));
    }

    private Storing refuse(FileStore.Arrived arrived, Storing refusal) {
        store.drop(arrived);
        return refusal;
    }

    private StoredFile describe(Upload upload, FileKind kind, long size) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new StoredFile(
                upload.province(),
                upload.id(),
                upload.owner(),
                upload.caseId(),
                upload.name(),
                kind.mediaType(),
                size,
                now);
    }

    private StoredFile register(StoredFile file, Sha256 sha256, Caller caller) {
        return transaction.execute(
                status -> {
                    if (rows.insert(file, sha256)) {
                        acts.record(Act.FILE_UPLOADED, entry(file, caller));
                        return file;
                    }
                    return rows.find(file.province(), file.id()).orElseThrow().file();
                });
    }

    /** What a file is, by how it begins; empty for kinds that are not accepted. */
    public static Optional<String> mediaType(byte[] head) {
        return Optional.ofNullable(FileKind.of(head)).map(FileKind::mediaType);
    }

    /** What is known of a file without opening it. */
    public Optional<StoredFile> find(Province province, DocumentId id) {
        return rows.find(province, id).map(FileRows.Row::file);
    }

    /** The files of a case, oldest first. */
    public List<StoredFile> ofCase(Province province, CaseId caseId) {
        return rows.ofCase(province, caseId);
    }

    /**
     * Opens a file for the caller, whose right to it the calling module has checked. That it was
     * opened, by whom and why is recorded before it is handed out.
     */
    public Opening open(Province province, DocumentId id, Caller caller) {
        Optional<FileRows.Row> row = rows.find(province, id);
        if (row.isEmpty()) {
            return new Opening.Missing();
        }
        StoredFile file = row.get().file();
        byte[] content = store.read(row.get().sha256());
        transaction.executeWithoutResult(
                status -> acts.record(Act.FILE_OPENED, entry(file, caller)));
        return new Opening.Opened(file.name(), file.mediaType(), new ByteArrayResource(content));
    }

    /** Takes a file away, as an applicant may before sending; false when there is none. */
    public boolean remove(Province province, DocumentId id, Caller caller) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            Optional<FileRows.Row> row = rows.find(province, id);
                            row.ifPresent(
                                    found -> {
                                        rows.delete(province, id);
                                        acts.record(Act.FILE_REMOVED, entry(found.file(), caller));
                                    });
                            return row.isPresent();
                        }));
    }

    private static Entry entry(StoredFile file, Caller caller) {
        return Entry.by(file.province(), caller)
                .about(file.owner())
                .in(file.caseId() == null ? caller.caseId() : file.caseId())
                .with("document", file.id().toString());
    }
}
