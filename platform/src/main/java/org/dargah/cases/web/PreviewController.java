package org.dargah.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.TrialCase;
import org.dargah.catalog.Example;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Previews;
import org.dargah.catalog.Service;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Reply;
import org.dargah.ui.Tag;
import org.dargah.ui.Task;
import org.dargah.ui.TaskGroup;
import org.dargah.ui.Tone;
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
import org.springframework.web.util.WebUtils;

/**
 * A form that is not published yet, page by page as applicants will see it. Nothing is kept: each
 * page carries what was typed so far, and the replies of registries are those of an example.
 */
@Controller
class PreviewController {

    private final Previews previews;
    private final PreviewTables tables;
    private final PreviewFiles files;
    private final TrialCase trial;
    private final Carried.Press press;
    private final Vocabulary vocabulary;

    PreviewController(
            Previews previews,
            PreviewTables tables,
            PreviewFiles files,
            TrialCase trial,
            Carried.Press press,
            Vocabulary vocabulary) {
        this.previews = previews;
        this.tables = tables;
        this.files = files;
        this.trial = trial;
        this.press = press;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/preview/{token}")
    ModelAndView open(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String example,
            HttpServletResponse response,
            Locale locale) {
        Previews.Preview preview = find(token, response);
        Words words = vocabulary.in(locale);
        String home = "/preview/" + token;
        Service service = preview.checked().service();
        if (service == null) {
            return Reply.page(
                    "cases/preview",
                    new PreviewPage(
                            words.t("cases.preview"),
                            "",
                            home,
                            words.moment(preview.expiresAt()),
                            List.of(),
                            "",
                            List.of(),
                            List.of(),
                            preview.checked().problems().size()));
        }
        Trying trying = trying(preview, service, home, new Carried(example, Map.of()));
        return Reply.page("cases/preview", page(preview, trying, example, words));
    }

    private Previews.Preview find(String token, HttpServletResponse response) {
        Previews.hide(response::setHeader);
        return previews.find(token)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Trying trying(Previews.Preview preview, Service service, String home, Carried carried) {
        Example example =
                preview.checked().examples().stream()
                        .filter(one -> one.file().equals(carried.example()))
                        .findFirst()
                        .orElse(null);
        Facts replied = example == null ? Facts.on(trial.today()) : example.replied();
        return new Trying(
                home,
                service,
                example == null ? NOBODY : example,
                trial.of(service, replied, service.form().derived(carried.answers(), replied)),
                trial.today());
    }

    private static final Example NOBODY = Carried.nobody();

    private PreviewPage page(Previews.Preview preview, Trying trying, String example, Words words) {
        Service service = trying.service();
        List<Form.Page> pages = service.form().pages();
        var groups = new ArrayList<TaskGroup>();
        for (Form.Section section : service.form().sections()) {
            groups.add(
                    new TaskGroup(
                            words.pick(section.title().fa(), section.title().en()),
                            pages.stream()
                                    .filter(page -> page.section().equals(section.id()))
                                    .map(page -> task(page, trying, example, words))
                                    .toList()));
        }
        return new PreviewPage(
                AnswerTexts.title(service, words),
                words.pick(service.summary().fa(), service.summary().en()),
                trying.home(),
                words.moment(preview.expiresAt()),
                preview.checked().examples().stream()
                        .map(
                                one ->
                                        new Link(
                                                words.prose(one.persona()),
                                                trying.home() + "?example=" + one.file()))
                        .toList(),
                trying.example().persona(),
                groups.stream().filter(group -> !group.tasks().isEmpty()).toList(),
                DraftView.fetched(trying.file(), service, words),
                0);
    }

    private static Task task(Form.Page page, Trying trying, String example, Words words) {
        return new Task(
                words.pick(page.title().fa(), page.title().en()),
                page.when() == null ? "" : words.t("cases.preview.when"),
                trying.home()
                        + "/form/"
                        + page.id()
                        + (example.isEmpty() ? "" : "?example=" + example),
                page.when() == null
                        ? new Tag(words.t("cases.preview.always"), Tone.INFO)
                        : new Tag(words.t("cases.preview.sometimes"), Tone.PLAIN));
    }

    @GetMapping("/preview/{token}/form/{page}")
    ModelAndView ask(
            @PathVariable String token,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String example,
            HttpServletResponse response,
            Locale locale) {
        Previews.Preview preview = find(token, response);
        Carried carried = new Carried(example, Map.of());
        Trying trying = trying(preview, readable(preview), "/preview/" + token, carried);
        Form.Page asked = asked(trying, page);
        return shown(trying, asked, carried, vocabulary.in(locale));
    }

    /** As applicants see it, with what was typed before or what the example's person answers. */
    private ModelAndView shown(Trying trying, Form.Page asked, Carried carried, Words words) {
        Optional<Form.Field> table = TableView.field(asked);
        if (table.isEmpty()) {
            return Reply.page(
                    "cases/question",
                    view(trying, asked, carried, begun(trying, asked), Errors.none(), words));
        }
        TableView view = tables.view(trying, asked, table.get(), carried, words);
        return Reply.page("cases/table", view.asked(view.way("")));
    }

    private static Service readable(Previews.Preview preview) {
        Service service = preview.checked().service();
        if (service == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return service;
    }

    /** Also a page that would not be asked of this person: whoever looks may look at each. */
    private static Form.Page asked(Trying trying, String id) {
        return trying.service()
                .form()
                .page(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What was typed before, else what the example's person answers. */
    private Map<String, String> begun(Trying trying, Form.Page asked) {
        Map<String, Object> answers = new HashMap<>(trying.example().answers());
        answers.putAll(trying.file().answers());
        return QuestionView.answers(
                trial.of(trying.service(), Facts.on(trial.today()), answers), asked);
    }

    private QuestionPage view(
            Trying trying,
            Form.Page asked,
            Carried carried,
            Map<String, String> typed,
            Errors errors,
            Words words) {
        return QuestionView.page(
                trying.home(),
                trying.file(),
                trying.service(),
                trying.pages(asked),
                asked,
                typed,
                errors,
                press.written(carried),
                words);
    }

    @PostMapping("/preview/{token}/form/{page}")
    ModelAndView answer(
            @PathVariable String token,
            @PathVariable String page,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Previews.Preview preview = find(token, response);
        Service service = readable(preview);
        Carried carried = press.read(sent.getOrDefault("_carried", ""));
        String home = "/preview/" + token;
        Trying trying = trying(preview, service, home, carried);
        Form.Page asked = asked(trying, page);
        Words words = vocabulary.in(locale);
        Optional<Form.Field> table = TableView.field(asked);
        var upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (table.isPresent()) {
            MultipartFile list = upload == null ? null : upload.getFile(table.get().name());
            var typed = new PreviewTables.Typed(carried, sent, list);
            return switch (tables.answered(trying, asked, table.get(), typed, words)) {
                case PreviewTables.Outcome.Shown(ModelAndView again) -> again;
                case PreviewTables.Outcome.Answered(Map<String, Object> values) ->
                        next(preview, trying, asked, carried.with(asked, values), words);
            };
        }
        Map<String, String> typed = QuestionView.typed(asked, sent);
        List<FieldProblem> wrong = files.wrong(asked, upload);
        Form.Checked checked =
                service.form()
                        .check(
                                asked,
                                PreviewFiles.with(asked, typed, upload, carried),
                                trying.facts());
        if (!checked.isGood() || !wrong.isEmpty()) {
            return Reply.invalid(
                    "cases/question",
                    view(
                            trying,
                            asked,
                            carried,
                            typed,
                            QuestionView.errors(
                                    wrong.isEmpty() ? checked.problems() : wrong, words),
                            words));
        }
        return next(preview, trying, asked, carried.with(asked, checked.values()), words);
    }

    private ModelAndView next(
            Previews.Preview preview, Trying before, Form.Page asked, Carried more, Words words) {
        Trying now = trying(preview, before.service(), before.home(), more);
        List<Form.Page> pages = now.service().form().pages(now.facts());
        int next = pages.indexOf(asked) + 1;
        return next >= pages.size()
                ? Reply.page(
                        "cases/previewEnd",
                        PreviewEndView.page(
                                now.home(), now.file(), now.service(), pages, trial.today(), words))
                : shown(now, pages.get(next), more, words);
    }
}
