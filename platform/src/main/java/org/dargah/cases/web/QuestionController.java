package org.dargah.cases.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dargah.cases.Answered;
import org.dargah.cases.Applicant;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
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

/** One page of a service's form: shown, checked, kept. */
@Controller
class QuestionController {

    private final Applications applications;
    private final Uploads uploads;
    private final Own own;
    private final Vocabulary vocabulary;
    private final Clock clock;

    QuestionController(
            Applications applications,
            Uploads uploads,
            Own own,
            Vocabulary vocabulary,
            Clock clock) {
        this.applications = applications;
        this.uploads = uploads;
        this.own = own;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/cases/{code}/form/{page}")
    ModelAndView ask(
            @PathVariable String code,
            @PathVariable String page,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        if (file.stage() != Stage.DRAFT) {
            return Reply.seeOther("/cases/" + code);
        }
        Form.Page asked = page(file, page);
        return Reply.page(
                "cases/question",
                view(file, asked, answers(file, asked), Errors.none(), words(locale)));
    }

    @PostMapping("/cases/{code}/form/{page}")
    ModelAndView answer(
            @PathVariable String code,
            @PathVariable String page,
            @RequestParam Map<String, String> typed,
            CurrentPerson person,
            Locale locale) {
        return answered(code, page, typed, List.of(), person, locale);
    }

    @PostMapping(path = "/cases/{code}/form/{page}", consumes = "multipart/form-data")
    ModelAndView answerWithFile(
            @PathVariable String code,
            @PathVariable String page,
            @RequestParam Map<String, String> typed,
            MultipartHttpServletRequest request,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
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
        return answered(code, page, all, files, person, locale);
    }

    private ModelAndView answered(
            String code,
            String page,
            Map<String, String> sent,
            List<Uploads.Sent> files,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        if (file.stage() != Stage.DRAFT) {
            return Reply.seeOther("/cases/" + code);
        }
        Words words = words(locale);
        Form.Page asked = page(file, page);
        Map<String, String> typed = typed(asked, sent);
        Applicant applicant = own.applicant(person);
        Answered answered =
                applications.answer(applicant, file, asked, typed, () -> uploads.keep(file, files));
        if (!answered.isGood()) {
            Errors errors = errors(answered.problems(), words);
            return Reply.invalid(
                    "cases/question", view(answered.file(), asked, typed, errors, words));
        }
        return Reply.seeOther(
                sent.containsKey("save") ? "/cases/" + code : next(answered.file(), asked));
    }

    private static Errors errors(List<FieldProblem> problems, Words words) {
        Errors errors = Errors.none();
        for (FieldProblem problem : problems) {
            errors =
                    errors.with(
                            problem.field(),
                            words.pick(problem.sentence().fa(), problem.sentence().en()));
        }
        return errors;
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
        List<Form.Page> pages = service.form().pages(file.facts(Tehran.today(clock)));
        boolean single = asked.fields().size() == 1;
        List<Field> fields =
                asked.fields().stream()
                        .map(field -> field(field, typed, words).error(errors))
                        .map(field -> single ? field.asHeading() : field)
                        .toList();
        return new QuestionPage(
                AnswerTexts.title(service, words),
                words.pick(asked.title().fa(), asked.title().en()),
                file.tracking().text(),
                "/cases/" + file.tracking().text() + "/form/" + asked.id(),
                pages.indexOf(asked) + 1,
                pages.size(),
                fields,
                errors,
                asked.fields().stream().anyMatch(AnswerTexts::isFile),
                asked.fields().stream()
                                .filter(AnswerTexts::isFile)
                                .anyMatch(f -> file.answers().containsKey(f.name()))
                        ? words.t("cases.answer.file")
                        : "",
                DraftView.fetched(file, service, words));
    }

    private static Field field(Form.Field asked, Map<String, String> typed, Words words) {
        String label = words.pick(asked.label().fa(), asked.label().en());
        String value = typed.getOrDefault(asked.name(), "");
        Field field =
                switch (asked.kind()) {
                    case TEXT -> Field.text(asked.name(), label).width(20).value(value);
                    case TEXTAREA -> Field.textArea(asked.name(), label).value(value);
                    case NUMBER -> Field.digits(asked.name(), label).width(4).value(value);
                    case POSTCODE ->
                            Field.digits(asked.name(), label)
                                    .width(10)
                                    .autocomplete("postal-code")
                                    .value(value);
                    case MOBILE ->
                            Field.digits(asked.name(), label)
                                    .width(10)
                                    .autocomplete("tel")
                                    .value(value);
                    case CHOICE ->
                            Field.radios(asked.name(), label, options(asked, words)).value(value);
                    case DATE ->
                            Field.date(asked.name(), label)
                                    .values(
                                            List.of(
                                                    typed.getOrDefault(asked.name() + "-day", ""),
                                                    typed.getOrDefault(asked.name() + "-month", ""),
                                                    typed.getOrDefault(
                                                            asked.name() + "-year", "")));
                    case FILE -> Field.file(asked.name(), label, String.join(",", asked.accept()));
                };
        Field hinted =
                asked.hint()
                        .map(hint -> field.hint(words.pick(hint.fa(), hint.en())))
                        .orElse(field);
        return asked.optional() ? hinted.optional() : hinted;
    }

    private static List<Option> options(Form.Field asked, Words words) {
        return asked.options().stream()
                .map(
                        option ->
                                new Option(
                                        option.value(),
                                        words.pick(option.label().fa(), option.label().en())))
                .toList();
    }

    /**
     * A date's parts come from the page as {@code name.day} and go to the form as {@code name-day}.
     */
    private static Map<String, String> typed(Form.Page asked, Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        for (Form.Field field : asked.fields()) {
            for (String part : List.of("", "day", "month", "year")) {
                String text = sent.get(part.isEmpty() ? field.name() : field.name() + "." + part);
                if (text != null) {
                    typed.put(part.isEmpty() ? field.name() : field.name() + "-" + part, text);
                }
            }
        }
        return typed;
    }

    /** What was answered before, as it is typed. */
    private static Map<String, String> answers(CaseFile file, Form.Page asked) {
        Map<String, String> typed = new HashMap<>();
        for (Form.Field field : asked.fields()) {
            Object value = file.answers().get(field.name());
            if (value != null && field.kind() == FieldKind.DATE) {
                var date =
                        org.dargah.kernel.JalaliDate.of(
                                java.time.LocalDate.parse(value.toString()));
                typed.put(field.name() + "-day", String.valueOf(date.day()));
                typed.put(field.name() + "-month", String.valueOf(date.month()));
                typed.put(field.name() + "-year", String.valueOf(date.year()));
            } else if (value != null) {
                typed.put(field.name(), value.toString());
            }
        }
        return typed;
    }

    private Words words(Locale locale) {
        return vocabulary.in(locale);
    }
}
