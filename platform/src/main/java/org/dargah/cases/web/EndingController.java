package org.dargah.cases.web;

import java.util.Locale;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Correspondence;
import org.dargah.cases.Stage;
import org.dargah.identity.CurrentPerson;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Throwing a draft away and taking an application back: asked once more before it is done. */
@Controller
class EndingController {

    private final Applications applications;
    private final Correspondence correspondence;
    private final Own own;
    private final Vocabulary vocabulary;

    EndingController(
            Applications applications,
            Correspondence correspondence,
            Own own,
            Vocabulary vocabulary) {
        this.applications = applications;
        this.correspondence = correspondence;
        this.own = own;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/cases/{code}/discard")
    ModelAndView askDiscard(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        return file.stage() == Stage.DRAFT
                ? ask("discard", file, locale)
                : Reply.seeOther("/cases/" + code);
    }

    @PostMapping("/cases/{code}/discard")
    ModelAndView discard(@PathVariable String code, CurrentPerson person) {
        applications.discard(own.applicant(person), own.file(person, code));
        return Reply.seeOther("/cases");
    }

    @GetMapping("/cases/{code}/withdrawal")
    ModelAndView askWithdrawal(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        boolean open = file.stage().isSubmitted() && !file.stage().isEnd();
        return open ? ask("withdrawal", file, locale) : Reply.seeOther("/cases/" + code);
    }

    @PostMapping("/cases/{code}/withdrawal")
    ModelAndView withdraw(@PathVariable String code, CurrentPerson person) {
        correspondence.withdraw(own.applicant(person), own.file(person, code));
        return Reply.seeOther("/cases/" + code);
    }

    private ModelAndView ask(String what, CaseFile file, Locale locale) {
        Words words = vocabulary.in(locale);
        String base = "/cases/" + file.tracking().text();
        return Reply.page(
                "cases/confirm",
                new ConfirmPage(
                        words.t("cases." + what + ".title"),
                        words.t("cases." + what + ".text"),
                        words.t("cases." + what + ".yes"),
                        base + "/" + what,
                        base));
    }
}
