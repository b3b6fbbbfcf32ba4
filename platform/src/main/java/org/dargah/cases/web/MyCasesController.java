package org.dargah.cases.web;

import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.CoSigning;
import org.dargah.cases.Signature;
import org.dargah.identity.CurrentPerson;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The citizen's cases. */
@Controller
class MyCasesController {

    private final Cases cases;
    private final CoSigning signing;
    private final Own own;
    private final CaseTimeline timeline;
    private final Vocabulary vocabulary;

    MyCasesController(
            Cases cases, CoSigning signing, Own own, CaseTimeline timeline, Vocabulary vocabulary) {
        this.cases = cases;
        this.signing = signing;
        this.own = own;
        this.timeline = timeline;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/cases")
    ModelAndView mine(CurrentPerson person, Locale locale) {
        Words words = vocabulary.in(locale);
        List<CaseFile> files = cases.of(person.province(), person.id());
        List<List<Cell>> rows = files.stream().map(file -> row(file, words)).toList();
        return Reply.page(
                "cases/mine",
                new MyCasesPage(
                        rows.isEmpty()
                                ? null
                                : new DataTable(
                                        words.t("cases.mine.caption"), columns(words), rows),
                        invitations(person, words)));
    }

    /** What others filled in and ask this person to sign. */
    private @Nullable DataTable invitations(CurrentPerson person, Words words) {
        List<List<Cell>> rows =
                signing.invitations(person).stream().map(it -> invited(it, words)).toList();
        return rows.isEmpty()
                ? null
                : new DataTable(
                        words.t("cases.invitations.caption"),
                        List.of(
                                words.t("cases.service"),
                                words.t("cases.signature.applicant"),
                                words.t("cases.signature.yours"),
                                words.t("cases.stage")),
                        rows);
    }

    private List<Cell> invited(CoSigning.Invitation invitation, Words words) {
        CaseFile file = invitation.file();
        Signature signature = invitation.signature();
        return List.of(
                Cell.link(
                        AnswerTexts.title(own.service(file), words),
                        "/cases/" + file.tracking().text() + "/signature"),
                Cell.text(file.applicant()),
                Cell.tag(
                        words.t(signature.state().key()),
                        SignaturesController.tone(signature.state())),
                Cell.tag(words.t(file.stage().key()), StageTones.of(file.stage())));
    }

    private static List<String> columns(Words words) {
        return List.of(
                words.t("cases.service"),
                words.t("cases.stage"),
                words.t("cases.agency"),
                words.t("cases.opened"),
                words.t("cases.tracking"));
    }

    private List<Cell> row(CaseFile file, Words words) {
        String href = "/cases/" + file.tracking().text();
        return List.of(
                Cell.link(AnswerTexts.title(own.service(file), words), href),
                Cell.tag(words.t(file.stage().key()), StageTones.of(file.stage())),
                Cell.text(timeline.agency(file.agency(), words)),
                Cell.time(file.submittedAt() == null ? file.openedAt() : file.submittedAt()),
                Cell.code(file.tracking().text(), null));
    }
}
