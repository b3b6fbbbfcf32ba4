package org.dargah.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.TrialCase;
import org.dargah.catalog.Example;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Previews;
import org.dargah.catalog.Service;
import org.dargah.catalog.Sheet;
import org.dargah.catalog.TableFile;
import org.dargah.catalog.Text;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Reply;
import org.dargah.ui.Tag;
import org.dargah.ui.Task;
import org.dargah.ui.TaskGroup;
import org.dargah.ui.Tone;
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
import org.springframework.web.util.WebUtils;

/**
 * A form that is not published yet, page by page as applicants will see it. Nothing is kept: each
 * page carries what was typed so far, and the replies of registries are those of an example.
 */
@Controller
class PreviewController {

    private static final int MOST_ROWS = 200;

    private final Previews previews;
    private final Uploads uploads;
    private final TrialCase trial;
    private final Carried.Press press;
    private final Vocabulary vocabulary;

    PreviewController(
            Previews previews,
            Uploads uploads,
            TrialCase trial,
            Carried.Press press,
            Vocabulary vocabulary) {
        this.uploads = uploads;
        this.previews = previews;
        this.trial = trial;
        this.press = press;
        this.vocabulary = vocabulary;
    }

    /** One request: which pack is shown, and what is known so far. */
    private record Trying(String home, Service service, Example example, CaseFile file) {}

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
                trial.of(service, replied, service.form().derived(carried.answers(), replied)));
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
        TableView view = table(trying, asked, table.get(), carried, words);
        return Reply.page("cases/table", view.asked(view.way("")));
    }

    private TableView table(
            Trying trying, Form.Page asked, Form.Field field, Carried carried, Words words) {
        Map<String, Object> answers = new HashMap<>(trying.file().answers());
        if (!answers.containsKey(field.name())) {
            answers.putAll(rows(trying, asked, field));
        }
        return new TableView(
                trying.file().withAnswers(answers),
                trying.service(),
                pages(trying, asked),
                asked,
                field,
                new TableView.Place(
                        trying.home(),
                        trying.home() + "/form/" + asked.id(),
                        "",
                        press.written(carried)),
                words);
    }

    /** The rows of the example's person, as the form keeps them; nothing when they are wrong. */
    private Map<String, Object> rows(Trying trying, Form.Page asked, Form.Field field) {
        if (!(trying.example().answers().get(field.name()) instanceof List<?> rows)) {
            return Map.of();
        }
        Form.Checked checked =
                trying.service()
                        .form()
                        .check(
                                asked,
                                Map.of(field.name(), Sheet.of(rows)),
                                trying.file().facts(trial.today()));
        return checked.isGood() ? checked.values() : Map.of();
    }

    private List<Form.Page> pages(Trying trying, Form.Page asked) {
        Form form = trying.service().form();
        List<Form.Page> pages = form.pages(trying.file().facts(trial.today()));
        return pages.contains(asked) ? pages : form.pages();
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
                pages(trying, asked),
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
        var files = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (table.isPresent()) {
            MultipartFile upload = files == null ? null : files.getFile(table.get().name());
            return listed(preview, trying, asked, table.get(), carried, sent, upload, words);
        }
        Map<String, String> typed = QuestionView.typed(asked, sent);
        List<FieldProblem> wrong = wrong(asked, files);
        Form.Checked checked =
                service.form()
                        .check(
                                asked,
                                withFiles(asked, typed, files, carried),
                                trying.file().facts(trial.today()));
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
        List<Form.Page> pages = now.service().form().pages(now.file().facts(trial.today()));
        int next = pages.indexOf(asked) + 1;
        return next >= pages.size()
                ? Reply.page(
                        "cases/previewEnd",
                        PreviewEndView.page(
                                now.home(), now.file(), now.service(), pages, trial.today(), words))
                : shown(now, pages.get(next), more, words);
    }

    private ModelAndView listed(
            Previews.Preview preview,
            Trying trying,
            Form.Page asked,
            Form.Field field,
            Carried carried,
            Map<String, String> sent,
            @Nullable MultipartFile upload,
            Words words) {
        TableView view = table(trying, asked, field, carried, words);
        String way = view.way(sent.getOrDefault("other", sent.getOrDefault("way", "")));
        if (sent.containsKey("other")) {
            return Reply.page("cases/table", view.asked(way));
        }
        String pasted = sent.getOrDefault(field.name(), "");
        List<Map<String, String>> lines = TableView.lines(field, sent);
        if (way.equals(TableView.TYPE) && sent.containsKey("more")) {
            return Reply.page("cases/table", view.longer(lines));
        }
        if (TablePages.isNothing(way, pasted, upload) && view.hasRows()) {
            return next(preview, trying, asked, carried.with(asked, view.answers()), words);
        }
        return switch (TablePages.read(field, way, pasted, lines, upload)) {
            case TableFile.Outcome.Refused(Text sentence) ->
                    again(view, way, pasted, lines, new FieldProblem(field.name(), sentence));
            case TableFile.Outcome.Read(Sheet sheet) -> {
                Form.Checked checked =
                        trying.service()
                                .form()
                                .check(
                                        asked,
                                        Map.of(field.name(), sheet),
                                        trying.file().facts(trial.today()));
                Optional<FieldProblem> problem =
                        checked.problems().stream()
                                .findFirst()
                                .or(() -> tooLong(field, sheet.lines().size()));
                yield problem.isPresent()
                        ? again(view, way, pasted, lines, problem.get())
                        : next(
                                preview,
                                trying,
                                asked,
                                carried.with(asked, checked.values()),
                                words);
            }
        };
    }

    private static ModelAndView again(
            TableView view,
            String way,
            String pasted,
            List<Map<String, String>> lines,
            FieldProblem problem) {
        return Reply.invalid("cases/table", view.wrong(way, pasted, lines, problem));
    }

    /** What is not kept anywhere travels with the page. */
    private Optional<FieldProblem> tooLong(Form.Field field, int rows) {
        return rows <= MOST_ROWS
                ? Optional.empty()
                : Optional.of(
                        new FieldProblem(
                                field.name(),
                                new Text(
                                        vocabulary
                                                .in(Words.PERSIAN)
                                                .t("cases.preview.table.long", MOST_ROWS),
                                        vocabulary
                                                .in(Words.ENGLISH)
                                                .t("cases.preview.table.long", MOST_ROWS))));
    }

    /** A file is looked at as it would be, and not kept. */
    private List<FieldProblem> wrong(Form.Page asked, @Nullable MultipartHttpServletRequest files) {
        var problems = new ArrayList<FieldProblem>();
        for (Form.Field field : asked.fields()) {
            MultipartFile sent = sent(field, files);
            if (sent != null) {
                uploads.wrong(field, sent)
                        .ifPresent(text -> problems.add(new FieldProblem(field.name(), text)));
            }
        }
        return problems;
    }

    private static @Nullable MultipartFile sent(
            Form.Field field, @Nullable MultipartHttpServletRequest files) {
        MultipartFile file =
                files == null || field.kind() != FieldKind.FILE
                        ? null
                        : files.getFile(field.name());
        return file == null || file.isEmpty() ? null : file;
    }

    /** That a file was sent is all that is carried of it. */
    private static Map<String, String> withFiles(
            Form.Page asked,
            Map<String, String> typed,
            @Nullable MultipartHttpServletRequest files,
            Carried carried) {
        Map<String, String> all = new HashMap<>(typed);
        asked.fields().stream()
                .filter(field -> field.kind() == FieldKind.FILE)
                .filter(
                        field ->
                                sent(field, files) != null
                                        || carried.answers().containsKey(field.name()))
                .forEach(field -> all.put(field.name(), "preview"));
        return all;
    }
}
