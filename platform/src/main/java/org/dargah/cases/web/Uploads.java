package org.dargah.cases.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Form;
import org.dargah.documents.Documents;
import org.dargah.documents.Storing;
import org.dargah.documents.Upload;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a form: what they are is told by their content, never by their name. */
@Component
class Uploads {

    private static final Purpose APPLYING = new Purpose("application");

    private final Documents documents;
    private final Clock clock;

    Uploads(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What came of a file.
     *
     * @param document its id, empty when it was refused
     * @param problem what to do about it in words, empty when it was kept
     */
    record Kept(String document, String problem) {}

    Kept keep(CaseFile file, Form.Field field, MultipartFile sent, Words words) throws IOException {
        if (sent.getSize() > field.maxBytes()) {
            return new Kept("", words.t("cases.file.large", words.fileSize(field.maxBytes())));
        }
        String name = sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        var upload =
                new Upload(
                        file.province(), DocumentId.next(clock), file.subject(), file.id(), name);
        var actor =
                new Actor(
                        Actor.Kind.CITIZEN, file.subject().toString(), words.t("cases.applicant"));
        var caller = new Caller(file.agency(), actor, Channel.PORTAL, APPLYING, file.id(), null);
        try (InputStream content = sent.getInputStream()) {
            return switch (documents.store(upload, content, caller)) {
                case Storing.Stored kept when field.accept().contains(kept.file().mediaType()) ->
                        new Kept(kept.file().id().value().toString(), "");
                case Storing.Stored other -> {
                    documents.remove(file.province(), other.file().id(), caller);
                    yield new Kept("", words.t("cases.file.type"));
                }
                case Storing.WrongType wrong -> new Kept("", words.t("cases.file.type"));
                case Storing.TooLarge large ->
                        new Kept("", words.t("cases.file.large", words.fileSize(large.limit())));
                case Storing.Empty empty -> new Kept("", words.t("cases.file.empty"));
            };
        }
    }
}
