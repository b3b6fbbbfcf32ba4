package org.dargah.cases.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Desk;
import org.dargah.cases.Official;
import org.dargah.cases.Opinions;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Inspection;
import org.dargah.documents.Documents;
import org.dargah.documents.Opening;
import org.dargah.documents.StoredFile;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Paper;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The facts of a case that its pack lists for another agency; there are no others for it. */
@Component
class NeededFacts {

    private static final String ANSWERS = "answers.";

    private final Documents documents;
    private final Clock clock;

    NeededFacts(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    List<Row> rows(Opinions.Open open, Words words) {
        var rows = new ArrayList<Row>();
        for (String fact : open.asked().sees()) {
            rows.addAll(
                    fact.startsWith(ANSWERS)
                            ? answer(open, fact.substring(ANSWERS.length()), words)
                            : said(open, fact, words));
        }
        return rows;
    }

    /** As the applicant's own page shows it, for that one question. */
    private List<Row> answer(Opinions.Open open, String name, Words words) {
        CaseFile file = open.file();
        return open.service().form().shown(file.facts(Tehran.today(clock))).stream()
                .map(page -> only(page, name))
                .filter(page -> !page.fields().isEmpty())
                .flatMap(
                        page ->
                                AnswerTexts.answers(page, file, open.service(), words, null)
                                        .stream())
                .toList();
    }

    private static Form.Page only(Form.Page page, String name) {
        return new Form.Page(
                page.id(),
                page.section(),
                page.title(),
                page.when(),
                page.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .filter(field -> field.kind() != FieldKind.FILE)
                        .toList());
    }

    private List<Row> said(Opinions.Open open, String fact, Words words) {
        int dot = fact.indexOf('.');
        String of = fact.substring(0, dot);
        String field = fact.substring(dot + 1);
        if (of.equals(Inspection.FACTS)) {
            return Findings.row(open.service(), open.file(), field, words);
        }
        Optional<Ask> ask = open.service().ask(of);
        Optional<Facts.Said> what = open.file().said(of);
        return ask.isPresent() && what.isPresent()
                ? AnswerTexts.said(only(ask.get(), field), what.get(), words)
                : List.of();
    }

    private static Ask only(Ask ask, String field) {
        return new Ask(
                ask.name(),
                ask.registry(),
                List.of(field),
                ask.keys(),
                ask.when(),
                ask.title(),
                ask.from(),
                ask.about(),
                ask.why(),
                ask.legalBasis(),
                ask.purpose(),
                ask.condition());
    }

    /** The files among them. */
    List<Paper> papers(Opinions.Open open, Words words) {
        return files(open).stream()
                .map(
                        file ->
                                new Paper(
                                        file.name(),
                                        words.t(
                                                "cases.papers.sent",
                                                words.fileSize(file.size()),
                                                file.storedAt()),
                                        "/work/opinions/"
                                                + open.task().id()
                                                + "/files/"
                                                + file.id().value()))
                .toList();
    }

    private List<StoredFile> files(Opinions.Open open) {
        CaseFile file = open.file();
        List<String> named =
                open.asked().sees().stream()
                        .flatMap(fact -> file.facts(Tehran.today(clock)).value(fact).stream())
                        .map(String::valueOf)
                        .toList();
        return documents.ofCase(file.province(), file.id()).stream()
                .filter(stored -> named.contains(stored.id().value().toString()))
                .toList();
    }

    /** One of them; that it was opened is recorded. Any other does not exist here. */
    ResponseEntity<Resource> file(Opinions.Open open, String id, Official official) {
        DocumentId wanted =
                DocumentId.parse(id)
                        .filter(it -> files(open).stream().anyMatch(f -> f.id().equals(it)))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var caller =
                new Caller(
                        official.agency(),
                        official.actor(),
                        Channel.PORTAL,
                        Desk.DECIDING,
                        open.file().id(),
                        null);
        return switch (documents.open(open.file().province(), wanted, caller)) {
            case Opening.Missing missing -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Opening.Opened opened ->
                    ResponseEntity.ok()
                            .contentType(MediaType.parseMediaType(opened.mediaType()))
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    ContentDisposition.inline()
                                            .filename(opened.name(), StandardCharsets.UTF_8)
                                            .build()
                                            .toString())
                            .header("X-Content-Type-Options", "nosniff")
                            .body(opened.content());
        };
    }
}
