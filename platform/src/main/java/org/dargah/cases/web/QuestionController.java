package org.dargah.cases.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.Answered;
import org.dargah.cases.Applicant;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
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

/** One page of a service's form: shown, checked, kept. */
@Controller
class QuestionController {

    private final Applications applications;
    private final Uploads uploads;
    private final TablePages tables;
    private final Own own;
    private final Vocabulary vocabulary;
    private final Clock clock;

    QuestionController(
            Applications applications,
            Uploads uploads,
            TablePages tables,
            Own own,
            Vocabulary vocabulary,
            Clock clock) {
        this.applications = applications;
        this.uploads = uploads;
        this.tables = tables;
        this.own = own;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/cases/{code}/form/{page}")
    ModelAndView ask(
            @PathVariable String code,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String way,
            CurrentPerson person,
            Locale locale) {
        Optional<CaseFile> open = own.writable(person, code);
        if (open.isEmpty()) {
            return Reply.seeOther("/cases/" + code);
        }
        CaseFile file = open.get();
        Form.Page asked = page(file, page);
        Optional<Form.Field> table = TableView.field(asked);
        if (table.isPresent()) {
            TableView view = table(file, asked, table.get(), words(locale));
            return Reply.page("cases/table", view.asked(view.way(way)));
        }
        return Reply.page(
                "cases/question",
                view(file, asked, QuestionView.answers(file, asked), Errors.none(), words(locale)));
    }

    @PostMapping("/cases/{code}/form/{page}")
    ModelAndView answer(
            @PathVariable String code,
            @PathVariable String page,
            @RequestParam Map<String, String> typed,
            CurrentPerson person,
            Locale locale) {
        Optional<ModelAndView> table = table(code, page, typed, null, person, locale);
        return table.orElseGet(
                () ->
                        answered(
                                own.writable(person, code).orElseThrow(),
                                page,
                                typed,
                                List.of(),
                                person,
                                locale));
    }

    /** The answer to a page that asks for a table; empty for other pages. */
    private Optional<ModelAndView> table(
            String code,
            String page,
            Map<String, String> sent,
            @Nullable MultipartHttpServletRequest request,
            CurrentPerson person,
            Locale locale) {
        Optional<CaseFile> open = own.writable(person, code);
        if (open.isEmpty()) {
            return Optional.of(Reply.seeOther("/cases/" + code));
        }
        CaseFile file = open.get();
        Form.Page asked = page(file, page);
        return TableView.field(asked)
                .map(
                        field ->
                                switch (tables.take(
                                        own.applicant(person),
                                        file,
                                        asked,
                                        field,
                                        sent,
                                        request == null ? null : request.getFile(field.name()),
                                        table(file, asked, field, words(locale)))) {
                                    case TablePages.Taken.Kept(CaseFile kept) ->
                                            Reply.seeOther(after(sent, kept, asked));
                                    case TablePages.Taken.Again(TablePage again, boolean wrong) ->
                                            wrong
                                                    ? Reply.invalid("cases/table", again)
                                                    : Reply.page("cases/table", again);
                                });
    }

    private TableView table(CaseFile file, Form.Page asked, Form.Field field, Words words) {
        Service service = own.service(file);
        return new TableView(
                file,
                service,
                service.form().pages(file.facts(Tehran.today(clock))),
                asked,
                field,
                TableView.Place.of(file, asked, field),
                words);
    }

    private String after(Map<String, String> sent, CaseFile file, Form.Page asked) {
        return sent.containsKey("save") || file.stage() != Stage.DRAFT
                ? Own.home(file)
                : next(file, asked);
    }

    @PostMapping(path = "/cases/{code}/form/{page}", consumes = "multipart/form-data")
    ModelAndView answerWithFile(
            @PathVariable String code,
            @PathVariable String page,
            @RequestParam Map<String, String> typed,
            MultipartHttpServletRequest request,
            CurrentPerson person,
            Locale locale) {
        Optional<ModelAndView> table = table(code, page, typed, request, person, locale);
        if (table.isPresent()) {
            return table.get();
        }
        CaseFile file = own.writable(person, code).orElseThrow();
        var files = new ArrayList<Uploads.Sent>();
        Map<String, String> all = new HashMap<>(typed);
        for (Form.Field field : page(file, page).fields()) {
            MultipartFile sent =
                    field.kind() == FieldKind.FILE ? request.getFile(field.name()) : null;
            Object kept = file.answers().get(field.name());
            if (sent != null && !sent.isEmpty()) {
                Uploads.Sent named = uploads.sent(field, sent);
                all.put(field.name(), named.id().value().toString());
                files.add(named);
            } else if (field.kind() == FieldKind.FILE && kept != null) {
                all.put(field.name(), kept.toString());
            }
        }
        return answered(file, page, all, files, person, locale);
    }

    private ModelAndView answered(
            CaseFile file,
            String page,
            Map<String, String> sent,
            List<Uploads.Sent> files,
            CurrentPerson person,
            Locale locale) {
        Words words = words(locale);
        Form.Page asked = page(file, page);
        Map<String, String> typed = QuestionView.typed(asked, sent);
        Applicant applicant = own.applicant(person);
        Answered answered =
                applications.answer(applicant, file, asked, typed, () -> uploads.keep(file, files));
        if (!answered.isGood()) {
            Errors errors = QuestionView.errors(answered.problems(), words);
            return Reply.invalid(
                    "cases/question", view(answered.file(), asked, typed, errors, words));
        }
        return Reply.seeOther(after(sent, answered.file(), asked));
    }

    /** The next unanswered page, else the check page once all is answered. */
    private String next(CaseFile file, Form.Page asked) {
        List<Form.Page> pages = own.service(file).form().pages(file.facts(Tehran.today(clock)));
        String base = "/cases/" + file.tracking().text();
        int here = pages.indexOf(asked);
        var order = new ArrayList<>(pages.subList(here + 1, pages.size()));
        order.addAll(pages.subList(0, Math.max(here, 0)));
        return order.stream()
                .filter(page -> !file.pagesDone().contains(page.id()))
                .findFirst()
                .map(page -> base + "/form/" + page.id())
                .orElse(base + "/check");
    }

    private Form.Page page(CaseFile file, String id) {
        return own.service(file).form().pages(file.facts(Tehran.today(clock))).stream()
                .filter(page -> page.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private QuestionPage view(
            CaseFile file, Form.Page asked, Map<String, String> typed, Errors errors, Words words) {
        Service service = own.service(file);
        return QuestionView.page(
                        "/cases/" + file.tracking().text(),
                        file,
                        service,
                        service.form().pages(file.facts(Tehran.today(clock))),
                        asked,
                        typed,
                        errors,
                        "",
                        words)
                .leadingTo(Own.home(file));
    }

    private Words words(Locale locale) {
        return vocabulary.in(locale);
    }
}
