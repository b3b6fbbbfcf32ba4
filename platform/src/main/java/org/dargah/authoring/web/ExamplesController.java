package org.dargah.authoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dargah.authoring.Draft;
import org.dargah.cases.Rehearsals;
import org.dargah.cases.Rehearsed;
import org.dargah.catalog.Example;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentOfficer;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The examples of a draft, walked through everything that is real, and their documents. */
@Controller
class ExamplesController {

    private static final String ONE = ServicesController.HOME + "/drafts/{id}";

    private final Doors doors;
    private final Checks checks;
    private final Rehearsals rehearsals;
    private final Vocabulary vocabulary;

    ExamplesController(Doors doors, Checks checks, Rehearsals rehearsals, Vocabulary vocabulary) {
        this.doors = doors;
        this.checks = checks;
        this.rehearsals = rehearsals;
        this.vocabulary = vocabulary;
    }

    @GetMapping(ONE + "/examples")
    ModelAndView run(@PathVariable String id, CurrentOfficer officer, Locale locale) {
        Draft draft = doors.draft(officer, id);
        Words words = vocabulary.in(locale);
        Publishing.Checked checked = checks.of(draft);
        Service service = checked.service();
        List<Rehearsed> all = service == null ? List.of() : checks.rehearsed(draft);
        return Reply.page(
                "authoring/examples",
                new ExamplesPage(
                        words.pick(draft.title().fa(), draft.title().en()),
                        DraftWords.at(draft),
                        words.t(
                                "authoring.examples.summary",
                                all.size(),
                                all.stream().filter(Rehearsed::isGood).count()),
                        service == null
                                ? null
                                : all.stream()
                                        .map(one -> result(one, draft, service, words))
                                        .toList()));
    }

    private static ExamplesPage.Result result(
            Rehearsed one, Draft draft, Service service, Words words) {
        Example example = one.example();
        boolean printed =
                one.got().document().isPresent()
                        || (!service.outputs().isEmpty()
                                && example.expected().outcome().equals(Example.APPROVED));
        return new ExamplesPage.Result(
                example.file(),
                DraftController.fileAt(draft, example.file()),
                words.prose(example.persona()),
                outcome(example.expected().outcome(), words),
                outcome(one.got().outcome().orElse(""), words),
                one.isGood(),
                differences(one, words),
                printed ? DraftWords.at(draft) + "/specimen.pdf?example=" + example.file() : null);
    }

    private static String outcome(String code, Words words) {
        String key = "authoring.outcome." + code;
        return words.has(key) ? words.t(key) : code;
    }

    private static List<String> differences(Rehearsed one, Words words) {
        var sentences = new ArrayList<String>();
        one.differences()
                .forEach(
                        it ->
                                sentences.add(
                                        words.t(
                                                "authoring.examples.differs",
                                                it.field(),
                                                it.expected(),
                                                it.got())));
        if (!one.trouble().isEmpty()) {
            sentences.add(one.trouble());
        }
        return sentences;
    }

    /** The document of an example, marked so that nobody takes it for a genuine one. */
    @GetMapping(ONE + "/specimen.pdf")
    ResponseEntity<byte[]> specimen(
            @PathVariable String id, @RequestParam String example, CurrentOfficer officer) {
        Publishing.Checked checked = checks.of(doors.draft(officer, id));
        Service service = checked.service();
        if (service == null) {
            throw Doors.notFound();
        }
        byte[] pdf =
                checked.examples().stream()
                        .filter(one -> one.file().equals(example))
                        .findFirst()
                        .flatMap(one -> rehearsals.specimen(service, one))
                        .orElseThrow(Doors::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"specimen.pdf\"")
                .body(pdf);
    }
}
