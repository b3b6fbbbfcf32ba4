package org.dargah.cases.web;

import java.util.Locale;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Corrections;
import org.dargah.identity.CurrentPerson;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The answer to an officer who asked for a correction: mended answers, words, or both. */
@Controller
class CorrectionController {

    private final Corrections corrections;
    private final Applications applications;
    private final CorrectionView view;
    private final Own own;
    private final Vocabulary vocabulary;

    CorrectionController(
            Corrections corrections,
            Applications applications,
            CorrectionView view,
            Own own,
            Vocabulary vocabulary) {
        this.corrections = corrections;
        this.applications = applications;
        this.view = view;
        this.own = own;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/cases/{code}/correction")
    ModelAndView open(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        if (!corrections.isAwaited(file)) {
            return Reply.seeOther("/cases/" + code);
        }
        Corrections.Opened opened = corrections.open(file);
        if (opened.revision() > 0) {
            applications.fetch(own.applicant(person), opened.file());
        }
        return Reply.page(
                "cases/correction", view.page(file, "", Errors.none(), vocabulary.in(locale)));
    }

    @PostMapping("/cases/{code}/correction")
    ModelAndView send(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String correction,
            @RequestParam(defaultValue = "0") int revision,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        Words words = vocabulary.in(locale);
        return switch (corrections.send(own.applicant(person), file, revision, correction)) {
            case Corrections.Sent.Done done -> Reply.seeOther("/cases/" + code);
            case Corrections.Sent.NotAwaited gone -> Reply.seeOther("/cases/" + code);
            case Corrections.Sent.Nothing nothing ->
                    wrong(file, correction, error(words, "cases.correction.error"), words);
            case Corrections.Sent.TooLong tooLong ->
                    wrong(file, correction, error(words, "cases.correction.long"), words);
            case Corrections.Sent.Overtaken overtaken ->
                    Reply.page(
                            "cases/correction",
                            view.page(
                                    file,
                                    correction,
                                    error(words, "cases.correction.overtaken"),
                                    words),
                            HttpStatus.CONFLICT);
            case Corrections.Sent.CostsElse(var before, var after) ->
                    wrong(
                            file,
                            correction,
                            Errors.of(
                                    "correction",
                                    words.t(
                                            "cases.correction.costs",
                                            words.money(after),
                                            words.money(before))),
                            words);
            case Corrections.Sent.Incomplete(var problems) ->
                    wrong(file, correction, view.errors(file, problems, words), words);
        };
    }

    private ModelAndView wrong(CaseFile file, String text, Errors errors, Words words) {
        return Reply.invalid("cases/correction", view.page(file, text, errors, words));
    }

    private static Errors error(Words words, String key) {
        return Errors.of("correction", words.t(key));
    }

    /** Lets the answers be as they were. */
    @PostMapping("/cases/{code}/correction/removal")
    ModelAndView undo(@PathVariable String code, CurrentPerson person) {
        corrections.undo(own.applicant(person), own.file(person, code));
        return Reply.seeOther("/cases/" + code + "/correction");
    }
}
