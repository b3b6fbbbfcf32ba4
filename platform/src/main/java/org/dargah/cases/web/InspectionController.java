package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Doing;
import org.dargah.cases.Inspections;
import org.dargah.cases.Official;
import org.dargah.cases.Task;
import org.dargah.cases.Visit;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A visit before its inspector: the day, then the report, at a desk or on a phone. */
@Controller
class InspectionController {

    private static final String TEMPLATE = "cases/inspection";

    private final Inspections inspections;
    private final Catalog catalog;
    private final Photos photos;
    private final InboxController inbox;
    private final Vocabulary vocabulary;
    private final java.time.Clock clock;

    InspectionController(
            Inspections inspections,
            Catalog catalog,
            Photos photos,
            InboxController inbox,
            Vocabulary vocabulary,
            java.time.Clock clock) {
        this.inspections = inspections;
        this.catalog = catalog;
        this.photos = photos;
        this.inbox = inbox;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** What came back to a form. */
    private record Typed(Map<String, String> fields, boolean overtaken, Errors errors) {

        static final Typed NOTHING = new Typed(Map.of(), false, Errors.none());
    }

    @GetMapping("/work/inspections/{id}")
    ModelAndView open(@PathVariable String id, CurrentOfficer officer, Locale locale) {
        return Reply.page(TEMPLATE, page(found(id, officer), Typed.NOTHING, vocabulary.in(locale)));
    }

    @PostMapping("/work/inspections/{id}/day")
    ModelAndView setDay(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "-1") int revision,
            CurrentOfficer officer,
            Locale locale) {
        Inspections.Open open = found(id, officer);
        Words words = vocabulary.in(locale);
        Errors errors = Errors.none();
        Optional<JalaliDate> day = InspectionForm.day(typed);
        Optional<Visit.Hours> hours = InspectionForm.hours(typed);
        if (day.isEmpty()) {
            errors = errors.with("day", words.t("cases.visit.flaw.date"));
        }
        if (hours.isEmpty()) {
            errors = errors.with("hours", words.t("cases.visit.flaw.hours"));
        }
        if (!errors.isEmpty()) {
            return wrong(open, typed, errors, words);
        }
        Doing doing =
                inspections.schedule(
                        Official.of(officer),
                        open.task().id(),
                        revision,
                        day.orElseThrow().toLocalDate(),
                        hours.orElseThrow());
        return reply(doing, id, typed, officer, words);
    }

    @PostMapping(path = "/work/inspections/{id}/report", consumes = "multipart/form-data")
    ModelAndView report(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "-1") int revision,
            MultipartHttpServletRequest request,
            CurrentOfficer officer,
            Locale locale) {
        Inspections.Open open = found(id, officer);
        Words words = vocabulary.in(locale);
        Inspection declared = declared(open.file());
        Map<String, MultipartFile> sent = sent(declared, request);
        InspectionForm.Read read = new InspectionForm(declared, words).read(typed, sent);
        if (!read.errors().isEmpty()) {
            return wrong(open, typed, read.errors(), words);
        }
        List<Photos.Sent> named = new ArrayList<>();
        Map<String, Object> all = new HashMap<>(read.report().found());
        sent.forEach(
                (item, file) -> {
                    Photos.Sent photo = photos.sent(InspectionForm.ITEM + item, file);
                    named.add(photo);
                    all.put(item, photo.id().value().toString());
                });
        var whole = new Inspections.Report(all, read.report().passed(), read.report().note());
        Official inspector = Official.of(officer);
        Doing doing =
                inspections.report(
                        inspector,
                        open.task().id(),
                        revision,
                        whole,
                        () -> photos.keep(open.file(), inspector, named));
        return reply(doing, id, typed, officer, words);
    }

    private static Map<String, MultipartFile> sent(
            Inspection declared, MultipartHttpServletRequest request) {
        Map<String, MultipartFile> sent = new HashMap<>();
        for (Inspection.Item item : declared.checklist()) {
            MultipartFile file =
                    item.kind() == Inspection.Kind.PHOTO
                            ? request.getFile(InspectionForm.ITEM + item.name())
                            : null;
            if (file != null && !file.isEmpty()) {
                sent.put(item.name(), file);
            }
        }
        return sent;
    }

    private ModelAndView reply(
            Doing doing,
            String id,
            Map<String, String> typed,
            CurrentOfficer officer,
            Words words) {
        return switch (doing) {
            case Doing.Done done -> Reply.seeOther("/work/inspections/" + id);
            case Doing.Overtaken other ->
                    Reply.page(
                            TEMPLATE,
                            page(found(id, officer), new Typed(typed, true, Errors.none()), words),
                            HttpStatus.CONFLICT);
            case Doing.Flawed flawed ->
                    wrong(found(id, officer), typed, Flaws.errors(flawed, words), words);
        };
    }

    private ModelAndView wrong(
            Inspections.Open open, Map<String, String> typed, Errors errors, Words words) {
        return Reply.invalid(TEMPLATE, page(open, new Typed(typed, false, errors), words));
    }

    private Inspections.Open found(String id, CurrentOfficer officer) {
        return TaskIds.parse(id)
                .flatMap((UUID task) -> inspections.open(Official.of(officer), task))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Inspection declared(CaseFile file) {
        return Objects.requireNonNull(
                catalog.version(file.version()).orElseThrow().inspection(),
                "the process asks for a visit");
    }

    private InspectionPage page(Inspections.Open open, Typed typed, Words words) {
        CaseFile file = open.file();
        Task task = open.task();
        Service service = catalog.version(file.version()).orElseThrow();
        var form = new InspectionForm(declared(file), words);
        String title = AnswerTexts.title(service, words);
        Optional<Visit> visit = open.visit();
        boolean there =
                visit.filter(v -> !v.isDisputed())
                        .filter(v -> !Tehran.today(clock).isBefore(v.day()))
                        .isPresent();
        return new InspectionPage(
                words.list(file.applicant(), title),
                title,
                TaskTexts.title(task, service, words),
                task.id().toString(),
                file.tracking().text(),
                task.isOpen() ? inbox.due(file, words) : null,
                CaseController.stage(file, words),
                place(service, file, words),
                visit.map(v -> VisitTexts.when(v, words)).orElse(""),
                visit.filter(Visit::isDisputed)
                        .map(v -> Objects.requireNonNull(v.wish()))
                        .orElse(""),
                task.isOpen() ? form.day(typed.fields(), typed.errors()) : List.of(),
                task.isOpen() && there ? form.report(typed.fields(), typed.errors()) : List.of(),
                task.isOpen() ? List.of() : Findings.rows(service, file, words),
                task.revision(),
                typed.overtaken(),
                typed.errors());
    }

    /** What registries said and the applicant answered: where to go, and what to compare. */
    private List<Row> place(Service service, CaseFile file, Words words) {
        var rows = new ArrayList<>(AnswerTexts.allSaid(service, file, words));
        service.form().shown(file.facts(Tehran.today(clock))).stream()
                .flatMap(page -> AnswerTexts.answers(page, file, service, words, null).stream())
                .forEach(rows::add);
        return rows;
    }
}
