package org.dargah.cases.web;

import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Desk;
import org.dargah.cases.Doing;
import org.dargah.cases.Official;
import org.dargah.cases.Supervision;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A supervisor's signature under an officer's proposal, or its way back. */
@Controller
class SigningController {

    private static final String TEMPLATE = "cases/officer";

    private final Desk desk;
    private final Supervision supervision;
    private final OfficerCaseView view;
    private final Vocabulary vocabulary;

    SigningController(
            Desk desk, Supervision supervision, OfficerCaseView view, Vocabulary vocabulary) {
        this.desk = desk;
        this.supervision = supervision;
        this.view = view;
        this.vocabulary = vocabulary;
    }

    @PostMapping("/work/cases/{code}/signing")
    ModelAndView sign(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String signing,
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer officer,
            Locale locale) {
        Official official = Official.of(officer);
        CaseFile file =
                TrackingCode.parse(code)
                        .flatMap(tracking -> desk.open(official, tracking))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Words words = vocabulary.in(locale);
        Doing doing =
                switch (signing) {
                    case "SIGN" -> supervision.sign(official, file, revision);
                    case "SEND_BACK" -> supervision.sendBack(official, file, revision, reason);
                    default ->
                            new Doing.Flawed(
                                    List.of(
                                            new Doing.Flaw(
                                                    "signing",
                                                    "cases.signing.flaw.choice",
                                                    List.of())));
                };
        return switch (doing) {
            case Doing.Done done -> Reply.seeOther("/work/cases/" + code);
            case Doing.Overtaken other ->
                    Reply.page(
                            TEMPLATE,
                            view.page(officer, other.file(), typed(signing, reason, true), words),
                            HttpStatus.CONFLICT);
            case Doing.Flawed flawed ->
                    Reply.invalid(
                            TEMPLATE,
                            view.page(
                                    officer,
                                    file,
                                    typed(signing, reason, false, Flaws.errors(flawed, words)),
                                    words));
        };
    }

    private static OfficerCaseView.Typed typed(String signing, String reason, boolean overtaken) {
        return new OfficerCaseView.Typed(signing, List.of(), reason, overtaken, Errors.none());
    }

    private static OfficerCaseView.Typed typed(
            String signing, String reason, boolean overtaken, Errors errors) {
        return new OfficerCaseView.Typed(signing, List.of(), reason, overtaken, errors);
    }
}
