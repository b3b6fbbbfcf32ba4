package org.dargah.cases.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Desk;
import org.dargah.cases.Official;
import org.dargah.cases.Ruling;
import org.dargah.cases.Verdict;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.TrackingCode;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A case on an officer's desk, and his decision. */
@Controller
class OfficerCaseController {

    private final Desk desk;
    private final OfficerCaseView view;
    private final Vocabulary vocabulary;

    OfficerCaseController(Desk desk, OfficerCaseView view, Vocabulary vocabulary) {
        this.desk = desk;
        this.view = view;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/work/cases/{code}")
    ModelAndView open(@PathVariable String code, CurrentOfficer officer, Locale locale) {
        CaseFile file = file(code, officer);
        return Reply.page(
                "cases/officer",
                view.page(officer, file, OfficerCaseView.Typed.NOTHING, vocabulary.in(locale)));
    }

    @PostMapping("/work/cases/{code}/decision")
    ModelAndView decide(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(defaultValue = "") List<String> conditions,
            @RequestParam(defaultValue = "") String explanation,
            CurrentOfficer officer,
            Locale locale) {
        CaseFile file = file(code, officer);
        Words words = vocabulary.in(locale);
        var chosen =
                Arrays.stream(Verdict.Choice.values())
                        .filter(c -> c.name().equals(choice))
                        .findFirst();
        if (chosen.isEmpty()) {
            Errors errors = Errors.of("choice", words.t("cases.flaw.no_choice"));
            return wrong(
                    officer,
                    file,
                    new OfficerCaseView.Typed("", conditions, explanation, false, errors),
                    words);
        }
        var verdict =
                new Verdict(
                        chosen.get(),
                        revision,
                        conditions.stream()
                                .filter(c -> c.matches("[0-9]{1,3}"))
                                .map(Integer::valueOf)
                                .toList(),
                        PersianText.normaliseLines(explanation));
        return switch (desk.rule(Official.of(officer), file, verdict)) {
            case Ruling.Done done -> Reply.seeOther("/work/cases/" + code);
            case Ruling.Overtaken other ->
                    Reply.page(
                            "cases/officer",
                            view.page(
                                    officer,
                                    other.file(),
                                    new OfficerCaseView.Typed(
                                            choice, conditions, explanation, true, Errors.none()),
                                    words),
                            HttpStatus.CONFLICT);
            case Ruling.Unfounded unfounded ->
                    wrong(
                            officer,
                            file,
                            new OfficerCaseView.Typed(
                                    choice,
                                    conditions,
                                    explanation,
                                    false,
                                    errors(unfounded, words)),
                            words);
        };
    }

    private ModelAndView wrong(
            CurrentOfficer officer, CaseFile file, OfficerCaseView.Typed typed, Words words) {
        return Reply.invalid("cases/officer", view.page(officer, file, typed, words));
    }

    private static Errors errors(Ruling.Unfounded unfounded, Words words) {
        Errors errors = Errors.none();
        for (Ruling.Flaw flaw : unfounded.flaws()) {
            String field =
                    switch (flaw) {
                        case NO_CHOICE, OWN_CASE, NOT_YOURS, OWN_INSPECTION, HINDERED -> "choice";
                        case NO_CONDITION, UNKNOWN_CONDITION -> "conditions";
                        case NO_EXPLANATION, TOO_LONG -> "explanation";
                    };
            errors =
                    errors.with(
                            field, words.t("cases.flaw." + flaw.name().toLowerCase(Locale.ROOT)));
        }
        return errors;
    }

    private CaseFile file(String code, CurrentOfficer officer) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> desk.open(Official.of(officer), tracking))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
