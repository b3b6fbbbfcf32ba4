package org.dargah.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.Doing;
import org.dargah.cases.Official;
import org.dargah.cases.Opinions;
import org.dargah.cases.Task;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What another agency asks, and this one's answer. */
@Controller
class OpinionController {

    private static final String TEMPLATE = "cases/opinion";

    private final Opinions opinions;
    private final NeededFacts needed;
    private final InboxController inbox;
    private final CaseTimeline timeline;
    private final Vocabulary vocabulary;

    OpinionController(
            Opinions opinions,
            NeededFacts needed,
            InboxController inbox,
            CaseTimeline timeline,
            Vocabulary vocabulary) {
        this.opinions = opinions;
        this.needed = needed;
        this.inbox = inbox;
        this.timeline = timeline;
        this.vocabulary = vocabulary;
    }

    /** What came back to the form. */
    private record Typed(
            String choice, String text, List<String> conditions, boolean overtaken, Errors errors) {

        static final Typed NOTHING = new Typed("", "", List.of(), false, Errors.none());
    }

    @GetMapping("/work/opinions/{id}")
    ModelAndView open(@PathVariable String id, CurrentOfficer officer, Locale locale) {
        return Reply.page(TEMPLATE, page(found(id, officer), Typed.NOTHING, vocabulary.in(locale)));
    }

    @GetMapping("/work/opinions/{id}/files/{file}")
    ResponseEntity<Resource> file(
            @PathVariable String id, @PathVariable String file, CurrentOfficer officer) {
        Opinions.Open open = found(id, officer);
        if (!open.task().isOpen()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return needed.file(open, file, Official.of(officer));
    }

    @PostMapping("/work/opinions/{id}")
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> conditions,
            CurrentOfficer officer,
            Locale locale) {
        Opinions.Open open = found(id, officer);
        Words words = vocabulary.in(locale);
        Optional<Opinions.Choice> chosen = Opinions.Choice.of(choice);
        if (chosen.isEmpty()) {
            Errors errors = Errors.of("choice", words.t("cases.opinion.flaw.choice"));
            return wrong(open, new Typed("", text, conditions, false, errors), words);
        }
        Doing doing =
                opinions.answer(
                        Official.of(officer),
                        open.task().id(),
                        revision,
                        new Opinions.Answer(
                                chosen.get(),
                                PersianText.normaliseLines(text),
                                conditions.stream()
                                        .filter(c -> c.matches("[0-9]{1,3}"))
                                        .map(Integer::valueOf)
                                        .toList()));
        return switch (doing) {
            case Doing.Done done -> Reply.seeOther("/work/opinions/" + id);
            case Doing.Overtaken other ->
                    Reply.page(
                            TEMPLATE,
                            page(
                                    found(id, officer),
                                    new Typed(choice, text, conditions, true, Errors.none()),
                                    words),
                            HttpStatus.CONFLICT);
            case Doing.Flawed flawed ->
                    wrong(
                            open,
                            new Typed(choice, text, conditions, false, Flaws.errors(flawed, words)),
                            words);
        };
    }

    private ModelAndView wrong(Opinions.Open open, Typed typed, Words words) {
        return Reply.invalid(TEMPLATE, page(open, typed, words));
    }

    private Opinions.Open found(String id, CurrentOfficer officer) {
        return TaskIds.parse(id)
                .flatMap((UUID task) -> opinions.open(Official.of(officer), task))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OpinionPage page(Opinions.Open open, Typed typed, Words words) {
        Task task = open.task();
        String title = TaskTexts.pick(open.asked().title(), words);
        String service = AnswerTexts.title(open.service(), words);
        return new OpinionPage(
                words.list(title, service),
                service,
                timeline.agency(open.file().agency(), words),
                TaskTexts.pick(open.asked().question(), words),
                words.t(
                        "cases.opinion.silence."
                                + open.asked().silence().name().toLowerCase(Locale.ROOT)),
                task.id().toString(),
                open.file().tracking().text(),
                task.isOpen() && task.dueOn() != null
                        ? inbox.due(open.file(), task.dueOn(), words)
                        : null,
                task.isOpen() ? needed.rows(open, words) : List.of(),
                task.isOpen() ? needed.papers(open, words) : List.of(),
                given(open, words),
                typed.choice(),
                typed.text(),
                ConditionTexts.options(open.service(), words),
                typed.conditions(),
                task.revision(),
                typed.overtaken(),
                typed.errors());
    }

    private static String given(Opinions.Open open, Words words) {
        if (open.task().isOpen()) {
            return "";
        }
        return open.task().isDone()
                ? OpinionTexts.of(open.asked(), open.file(), words)
                : words.t("cases.opinion.dropped");
    }
}
