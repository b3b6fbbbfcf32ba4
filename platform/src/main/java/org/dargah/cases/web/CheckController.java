package org.dargah.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dargah.agencies.Agencies;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CoSigning;
import org.dargah.cases.Renewable;
import org.dargah.cases.Stage;
import org.dargah.cases.Submission;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Fee;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentPerson;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last look before handing in, and handing in. */
@Controller
class CheckController {

    private final Applications applications;
    private final CoSigning signing;
    private final Rules rules;
    private final Agencies agencies;
    private final WorkingCalendar calendar;
    private final Own own;
    private final Vocabulary vocabulary;
    private final Clock clock;

    CheckController(
            Applications applications,
            CoSigning signing,
            Rules rules,
            Agencies agencies,
            WorkingCalendar calendar,
            Own own,
            Vocabulary vocabulary,
            Clock clock) {
        this.applications = applications;
        this.signing = signing;
        this.rules = rules;
        this.agencies = agencies;
        this.calendar = calendar;
        this.own = own;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/cases/{code}/check")
    ModelAndView check(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        if (file.stage().isSubmitted()) {
            return Reply.seeOther("/cases/" + code);
        }
        if (!signing.signedByAll(file) && file.stage() == Stage.AWAITING_SIGNATURES) {
            return Reply.seeOther("/cases/" + code + "/signatures");
        }
        Service service = own.service(file);
        boolean complete =
                service.form().pages(file.facts(Tehran.today(clock))).stream()
                        .allMatch(page -> file.pagesDone().contains(page.id()));
        return complete
                ? Reply.page(
                        "cases/check", view(file, service, Errors.none(), vocabulary.in(locale)))
                : Reply.seeOther("/cases/" + code);
    }

    /** Where the payer comes back to from the provider. */
    @GetMapping("/cases/{code}/paid")
    ModelAndView paid(@PathVariable String code, CurrentPerson person) {
        return switch (own.file(person, code).stage()) {
            case DRAFT -> Reply.seeOther("/cases/" + code + "?payment=failed");
            case AWAITING_SIGNATURES -> Reply.seeOther("/cases/" + code + "/signatures");
            case AWAITING_PAYMENT -> Reply.seeOther("/cases/" + code + "/check");
            case SUBMITTED,
                    REVIEWING,
                    AWAITING_APPLICANT,
                    AWAITING_REGISTRY,
                    APPROVED,
                    REFUSED,
                    WITHDRAWN ->
                    Reply.seeOther("/cases/" + code + "/receipt");
        };
    }

    @PostMapping("/cases/{code}/submission")
    ModelAndView submit(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean agreed,
            CurrentPerson person,
            Locale locale) {
        CaseFile file = own.file(person, code);
        Words words = vocabulary.in(locale);
        Service service = own.service(file);
        if (!agreed && !file.stage().isSubmitted()) {
            Errors errors = Errors.of("agreed", words.t("cases.check.agree.error"));
            return Reply.invalid("cases/check", view(file, service, errors, words));
        }
        return switch (applications.submit(own.applicant(person), file)) {
            case Submission.Submitted done -> Reply.seeOther("/cases/" + code + "/receipt");
            case Submission.SignaturesDue due -> Reply.seeOther("/cases/" + code + "/signatures");
            case Submission.PaymentDue due -> Reply.seeOther(due.provider().toString());
            case Submission.NotRenewable(CaseFile draft, Renewable.Standing standing) -> {
                Errors errors = Errors.of("agreed", words.t(standing.key()));
                yield Reply.invalid("cases/check", view(draft, service, errors, words));
            }
            case Submission.NotOffered(CaseFile draft) -> {
                Errors errors = Errors.of("agreed", words.t("cases.retired.text"));
                yield Reply.invalid("cases/check", view(draft, service, errors, words));
            }
            case Submission.Withdrawn gone -> Reply.seeOther("/cases/" + code);
            case Submission.PaymentClosed closed -> {
                Errors errors = Errors.of("pay", words.t("cases.payment.closed"));
                yield Reply.page(
                        "cases/check",
                        view(closed.file(), service, errors, words),
                        HttpStatus.SERVICE_UNAVAILABLE);
            }
            case Submission.Incomplete missing -> {
                Errors errors = Errors.none();
                for (FieldProblem problem : missing.problems()) {
                    errors =
                            errors.with(
                                    problem.field(),
                                    words.pick(problem.sentence().fa(), problem.sentence().en()));
                }
                yield Reply.invalid("cases/check", view(missing.file(), service, errors, words));
            }
        };
    }

    private CheckPage view(CaseFile file, Service service, Errors errors, Words words) {
        Facts facts = file.facts(Tehran.today(clock));
        Fee fee = rules.fee(service, facts);
        LocalDate due = calendar.plusWorkingDays(Tehran.today(clock), service.workingDays());
        return new CheckPage(
                AnswerTexts.title(service, words),
                file.tracking().text(),
                parts(file, service, facts, words),
                fee.lines().stream()
                        .map(
                                line ->
                                        new Row(
                                                words.pick(line.text().fa(), line.text().en()),
                                                words.money(line.amount())))
                        .toList(),
                fee.total(),
                agencies.find(service.agency())
                        .map(a -> words.pick(a.titleFa(), a.titleEn()))
                        .orElse(""),
                due,
                file.stage() == Stage.AWAITING_PAYMENT,
                errors);
    }

    private static List<CheckPage.Part> parts(
            CaseFile file, Service service, Facts facts, Words words) {
        var parts = new ArrayList<CheckPage.Part>();
        List<Row> fetched = AnswerTexts.allSaid(service, file, words);
        if (!fetched.isEmpty()) {
            parts.add(new CheckPage.Part(words.t("cases.check.fetched"), fetched));
        }
        String form =
                file.stage() == Stage.DRAFT ? "/cases/" + file.tracking().text() + "/form" : null;
        List<Form.Page> pages = service.form().shown(facts);
        for (Form.Section section : service.form().sections()) {
            List<Row> rows =
                    pages.stream()
                            .filter(page -> page.section().equals(section.id()))
                            .flatMap(
                                    page ->
                                            AnswerTexts.answers(page, file, service, words, form)
                                                    .stream())
                            .toList();
            parts.add(
                    new CheckPage.Part(
                            words.pick(section.title().fa(), section.title().en()), rows));
        }
        return parts;
    }
}
