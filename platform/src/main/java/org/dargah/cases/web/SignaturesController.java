package org.dargah.cases.web;

import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CoSigning;
import org.dargah.cases.Signature;
import org.dargah.cases.Stage;
import org.dargah.identity.CurrentPerson;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Reply;
import org.dargah.ui.Tone;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The applicant sees who has signed, and may take the application back to change it. */
@Controller
class SignaturesController {

    private final CoSigning signing;
    private final Own own;
    private final Vocabulary vocabulary;

    SignaturesController(CoSigning signing, Own own, Vocabulary vocabulary) {
        this.signing = signing;
        this.own = own;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/cases/{code}/signatures")
    ModelAndView signatures(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        List<Signature> signatures = signing.of(file);
        if (file.stage().isSubmitted() || signatures.isEmpty()) {
            return Reply.seeOther("/cases/" + code);
        }
        Words words = vocabulary.in(locale);
        return Reply.page(
                "cases/signatures",
                new SignaturesPage(
                        AnswerTexts.title(own.service(file), words),
                        code,
                        table(signatures, words),
                        signing.signedByAll(file),
                        file.stage() == Stage.AWAITING_SIGNATURES));
    }

    @PostMapping("/cases/{code}/signatures/return")
    ModelAndView takeBack(@PathVariable String code, CurrentPerson person) {
        signing.takeBack(own.applicant(person), own.file(person, code));
        return Reply.seeOther("/cases/" + code);
    }

    static DataTable table(List<Signature> signatures, Words words) {
        return new DataTable(
                words.t("cases.signatures.caption"),
                List.of(
                        words.t("cases.signatures.who"),
                        words.t("cases.signatures.state"),
                        words.t("cases.signatures.when"),
                        words.t("cases.signatures.reason")),
                signatures.stream().map(it -> row(it, words)).toList());
    }

    private static List<Cell> row(Signature signature, Words words) {
        return List.of(
                Cell.text(signature.name()),
                Cell.tag(words.t(signature.state().key()), tone(signature.state())),
                Cell.time(
                        signature.answeredAt() == null
                                ? signature.askedAt()
                                : signature.answeredAt()),
                Cell.text(signature.reason()));
    }

    static Tone tone(Signature.State state) {
        return switch (state) {
            case ASKED -> Tone.WARN;
            case GIVEN -> Tone.OK;
            case REFUSED -> Tone.ERR;
        };
    }
}
