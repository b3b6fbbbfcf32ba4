package org.dargah.cases.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Desk;
import org.dargah.cases.Doing;
import org.dargah.cases.Official;
import org.dargah.documents.Documents;
import org.dargah.documents.Storing;
import org.dargah.documents.Upload;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the pictures of a visit: what they are is told by their content. */
@Component
class Photos {

    private static final List<String> KINDS = List.of(InspectionForm.PHOTOS.split(",", -1));

    private final Documents documents;
    private final Clock clock;

    Photos(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** A picture as it came, and the id under which the report names it. */
    record Sent(String field, DocumentId id, MultipartFile content) {}

    Sent sent(String field, MultipartFile content) {
        return new Sent(field, DocumentId.next(clock), content);
    }

    /** What is wrong with each that was not kept. */
    List<Doing.Flaw> keep(CaseFile file, Official inspector, List<Sent> photos) {
        var flaws = new ArrayList<Doing.Flaw>();
        for (Sent photo : photos) {
            keep(file, inspector, photo)
                    .ifPresent(key -> flaws.add(new Doing.Flaw(photo.field(), key, List.of())));
        }
        return flaws;
    }

    private Optional<String> keep(CaseFile file, Official inspector, Sent photo) {
        String name = photo.content().getOriginalFilename();
        var upload =
                new Upload(
                        file.province(),
                        photo.id(),
                        file.subject(),
                        file.id(),
                        name == null ? "" : name);
        var caller =
                new Caller(
                        inspector.agency(),
                        inspector.actor(),
                        Channel.PORTAL,
                        Desk.DECIDING,
                        file.id(),
                        null);
        try (InputStream content = photo.content().getInputStream()) {
            return switch (documents.store(upload, content, caller)) {
                case Storing.Stored kept when KINDS.contains(kept.file().mediaType()) ->
                        Optional.empty();
                case Storing.Stored other -> Optional.of("cases.visit.flaw.photo.kind");
                case Storing.WrongType wrong -> Optional.of("cases.visit.flaw.photo.kind");
                case Storing.TooLarge large -> Optional.of("cases.visit.flaw.photo.large");
                case Storing.Empty empty -> Optional.of("cases.file.empty");
            };
        } catch (IOException e) {
            throw new UncheckedIOException("a picture that came could not be read", e);
        }
    }
}
