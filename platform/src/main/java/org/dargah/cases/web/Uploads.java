package org.dargah.cases.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Text;
import org.dargah.documents.Documents;
import org.dargah.documents.Storing;
import org.dargah.documents.Upload;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a form: what they are is told by their content, never by their name. */
@Component
class Uploads {

    private static final Purpose APPLYING = new Purpose("application");

    private final Documents documents;
    private final Words persian;
    private final Words english;
    private final Clock clock;

    Uploads(Documents documents, Vocabulary vocabulary, Clock clock) {
        this.documents = documents;
        this.persian = vocabulary.in(Words.PERSIAN);
        this.english = vocabulary.in(Words.ENGLISH);
        this.clock = clock;
    }

    /** A file as it came with a page, and the id under which the answer names it. */
    record Sent(Form.Field field, DocumentId id, MultipartFile content) {}

    Sent sent(Form.Field field, MultipartFile content) {
        return new Sent(field, DocumentId.next(clock), content);
    }

    /** What is wrong with each file that was not kept. */
    List<FieldProblem> keep(CaseFile file, List<Sent> files) {
        var problems = new ArrayList<FieldProblem>();
        for (Sent sent : files) {
            keep(file, sent).ifPresent(text -> problems.add(problem(sent, text)));
        }
        return problems;
    }

    private static FieldProblem problem(Sent sent, Text text) {
        return new FieldProblem(sent.field().name(), text);
    }

    private Optional<Text> keep(CaseFile file, Sent sent) {
        long most = sent.field().maxBytes();
        if (sent.content().getSize() > most) {
            return Optional.of(large(most));
        }
        try (InputStream content = sent.content().getInputStream()) {
            return switch (documents.store(upload(file, sent), content, caller(file))) {
                case Storing.Stored kept
                        when sent.field().accept().contains(kept.file().mediaType()) ->
                        Optional.empty();
                case Storing.Stored other -> Optional.of(text("cases.file.type"));
                case Storing.WrongType wrong -> Optional.of(text("cases.file.type"));
                case Storing.TooLarge large -> Optional.of(large(large.limit()));
                case Storing.Empty empty -> Optional.of(text("cases.file.empty"));
            };
        } catch (IOException e) {
            throw new UncheckedIOException("a file that came could not be read", e);
        }
    }

    /** What is wrong with a file that a preview looks at and does not keep. */
    Optional<Text> wrong(Form.Field field, MultipartFile content) {
        if (content.getSize() > field.maxBytes()) {
            return Optional.of(large(field.maxBytes()));
        }
        try (InputStream bytes = content.getInputStream()) {
            return Documents.mediaType(bytes.readNBytes(16))
                            .filter(field.accept()::contains)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(text("cases.file.type"));
        } catch (IOException e) {
            throw new UncheckedIOException("a file that came could not be read", e);
        }
    }

    private static Upload upload(CaseFile file, Sent sent) {
        String name = sent.content().getOriginalFilename();
        return new Upload(
                file.province(), sent.id(), file.subject(), file.id(), name == null ? "" : name);
    }

    private Caller caller(CaseFile file) {
        var actor =
                new Actor(
                        Actor.Kind.CITIZEN,
                        file.subject().toString(),
                        persian.t("cases.applicant"));
        return new Caller(file.agency(), actor, Channel.PORTAL, APPLYING, file.id(), null);
    }

    private Text large(long most) {
        return new Text(
                persian.t("cases.file.large", persian.fileSize(most)),
                english.t("cases.file.large", english.fileSize(most)));
    }

    private Text text(String key) {
        return new Text(persian.t(key), english.t(key));
    }
}
