package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Corrections;
import org.dargah.cases.Correspondence;
import org.dargah.cases.Inspections;
import org.dargah.cases.LaterPayments;
import org.dargah.cases.Message;
import org.dargah.cases.Stage;
import org.dargah.cases.Visit;
import org.dargah.catalog.Form;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.Service;
import org.dargah.exchange.Looks;
import org.dargah.identity.CurrentPerson;
import org.dargah.payments.Invitation;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Said;
import org.dargah.ui.Tag;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A citizen's own case: a draft as its task list, later the case with all that happened. */
@Controller
class CaseController {

    private final Cases cases;
    private final Applications applications;
    private final Correspondence correspondence;
    private final Corrections corrections;
    private final LaterPayments laterPayments;
    private final Inspections inspections;
    private final Own own;
    private final DraftView drafts;
    private final CaseTimeline timeline;
    private final TermTexts terms;
    private final Looks looks;
    private final Vocabulary vocabulary;

    CaseController(
            Cases cases,
            Applications applications,
            Correspondence correspondence,
            Corrections corrections,
            LaterPayments laterPayments,
            Inspections inspections,
            Own own,
            DraftView drafts,
            CaseTimeline timeline,
            TermTexts terms,
            Looks looks,
            Vocabulary vocabulary) {
        this.cases = cases;
        this.applications = applications;
        this.correspondence = correspondence;
        this.corrections = corrections;
        this.laterPayments = laterPayments;
        this.inspections = inspections;
        this.own = own;
        this.drafts = drafts;
        this.timeline = timeline;
        this.terms = terms;
        this.looks = looks;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/cases/{code}")
    ModelAndView open(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String payment,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        Words words = vocabulary.in(locale);
        if (file.stage() == Stage.AWAITING_SIGNATURES) {
            return Reply.seeOther("/cases/" + code + "/signatures");
        }
        if (file.stage() == Stage.AWAITING_PAYMENT) {
            return Reply.seeOther("/cases/" + code + "/check");
        }
        if (!file.stage().isSubmitted()) {
            CaseFile fetched = applications.fetch(own.applicant(person), file);
            boolean failed = payment.equals("failed");
            return Reply.page(
                    "cases/draft", drafts.page(fetched, own.service(file), words, failed));
        }
        return Reply.page("cases/case", page(file, Errors.none(), words));
    }

    @PostMapping("/cases/{code}/messages")
    ModelAndView write(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        return correspondence.write(own.applicant(person), file, text)
                ? Reply.seeOther("/cases/" + code + "#messages")
                : wrong(file, "text", "cases.message.error", locale);
    }

    /** Asks for another day of a visit. */
    @PostMapping("/cases/{code}/visit-wish")
    ModelAndView wish(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String wish,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        return inspections.wish(own.applicant(person), file, wish)
                ? Reply.seeOther("/cases/" + code)
                : wrong(file, "wish", "cases.visit.wish.error", locale);
    }

    @PostMapping("/cases/{code}/rating")
    ModelAndView rate(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam(defaultValue = "") String word,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        return correspondence.rate(own.applicant(person), file, score, word)
                ? Reply.seeOther("/cases/" + code)
                : wrong(file, "score", "cases.rating.error", locale);
    }

    private ModelAndView wrong(CaseFile file, String field, String key, Locale locale) {
        Words words = vocabulary.in(locale);
        return Reply.invalid("cases/case", page(file, Errors.of(field, words.t(key)), words));
    }

    private CasePage page(CaseFile file, Errors errors, Words words) {
        Cases.Whole whole = cases.whole(file);
        Service service = own.service(file);
        List<String> refusal = new ArrayList<>();
        whole.decision()
                .ifPresent(
                        decision ->
                                decision.conditions().stream()
                                        .flatMap(number -> service.condition(number).stream())
                                        .map(
                                                condition ->
                                                        words.t(
                                                                "cases.refusal.condition",
                                                                condition.number(),
                                                                words.pick(
                                                                        condition.text().fa(),
                                                                        condition.text().en())))
                                        .forEach(refusal::add));
        CasePage.Payment payment = payment(file, words);
        return new CasePage(
                AnswerTexts.title(service, words),
                file.tracking().text(),
                timeline.agency(file.agency(), words),
                stage(file, words),
                words.t(file.stage().key() + ".yours"),
                file.stage().isEnd() ? null : file.dueOn(),
                payment == null ? request(file, whole) : "",
                mending(file),
                new ChangeTexts(service, "/cases/" + file.tracking().text(), words)
                        .sent(file, corrections.of(file)),
                payment,
                visit(file, service, words),
                terms.lines(file, service, words),
                Findings.rows(service, file, words),
                OpinionTexts.rows(service, file, words),
                refusal,
                whole.decision().map(d -> d.explanation()).orElse(""),
                timeline.past(file, whole.acts(), CaseTimeline.Reader.APPLICANT, words),
                whole.messages().stream()
                        .map(
                                m ->
                                        new Said(
                                                m.text(),
                                                m.author(),
                                                m.at(),
                                                m.kind().isFromApplicant()))
                        .toList(),
                PaperList.of(whole, service, "/cases/" + file.tracking().text(), words),
                rows(file, service, words),
                !file.stage().isEnd(),
                !file.stage().isEnd(),
                file.stage().isEnd() && file.stage() != Stage.WITHDRAWN && whole.rating().isEmpty(),
                looks.table(
                        whole.acts().stream().filter(act -> act.act().reveals()).toList(), words),
                errors);
    }

    private CasePage.Mending mending(CaseFile file) {
        if (!corrections.mayAnswer(file)) {
            return CasePage.Mending.NOT_POSSIBLE;
        }
        Corrections.Opened opened = corrections.open(file);
        return opened.revision() == 0 || corrections.changes(file, opened).isEmpty()
                ? CasePage.Mending.POSSIBLE
                : CasePage.Mending.BEGUN;
    }

    private CasePage.@Nullable Payment payment(CaseFile file, Words words) {
        return laterPayments
                .due(file)
                .map(
                        due ->
                                new CasePage.Payment(
                                        words.pick(
                                                due.what().title().fa(), due.what().title().en()),
                                        due.fee().lines().stream()
                                                .map(
                                                        line ->
                                                                new Row(
                                                                        words.pick(
                                                                                line.text().fa(),
                                                                                line.text().en()),
                                                                        words.money(line.amount())))
                                                .toList(),
                                        due.fee().total(),
                                        "/cases/" + file.tracking().text() + "/payment"))
                .orElse(null);
    }

    /** Pays what the case waits for, at the provider. */
    @PostMapping("/cases/{code}/payment")
    ModelAndView pay(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        Optional<LaterPayments.Due> due = laterPayments.due(file);
        if (due.isEmpty()) {
            return Reply.seeOther("/cases/" + code);
        }
        return switch (laterPayments.invite(own.applicant(person), file, due.get())) {
            case Invitation.Pay pay -> Reply.seeOther(pay.provider().toString());
            case Invitation.AlreadyPaid paid -> Reply.seeOther("/cases/" + code);
            case Invitation.Unavailable closed -> {
                Words words = vocabulary.in(locale);
                Errors errors = Errors.of("pay", words.t("cases.payment.closed"));
                yield Reply.page(
                        "cases/case", page(file, errors, words), HttpStatus.SERVICE_UNAVAILABLE);
            }
        };
    }

    /** The visit that is awaited; null for most cases. */
    private CasePage.@Nullable Awaited visit(CaseFile file, Service service, Words words) {
        Inspection declared = service.inspection();
        if (declared == null || file.stage().isEnd()) {
            return null;
        }
        Optional<Visit> visit = inspections.awaited(file);
        return visit.isEmpty() ? null : awaited(declared, visit.get(), words);
    }

    private CasePage.Awaited awaited(Inspection declared, Visit visit, Words words) {
        return new CasePage.Awaited(
                TaskTexts.pick(declared.title(), words),
                VisitTexts.when(visit, words),
                TaskTexts.pick(declared.notice(), words),
                visit.isDisputed(),
                inspections.mayWish(visit));
    }

    private static String request(CaseFile file, Cases.Whole whole) {
        return file.stage() != Stage.AWAITING_APPLICANT
                ? ""
                : whole.messages().stream()
                        .filter(m -> m.kind() == Message.Kind.CORRECTION_REQUEST)
                        .reduce((earlier, later) -> later)
                        .map(Message::text)
                        .orElse("");
    }

    private static List<Row> rows(CaseFile file, Service service, Words words) {
        return service.form().shown(file.facts(java.time.LocalDate.EPOCH)).stream()
                .flatMap(
                        (Form.Page page) ->
                                AnswerTexts.answers(page, file, service, words, null).stream())
                .toList();
    }

    static Tag stage(CaseFile file, Words words) {
        return new Tag(words.t(file.stage().key()), StageTones.of(file.stage()));
    }
}
