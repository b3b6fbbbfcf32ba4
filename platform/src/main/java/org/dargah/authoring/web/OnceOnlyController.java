package org.dargah.authoring.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.dargah.agencies.Agencies;
import org.dargah.catalog.OnceOnly;
import org.dargah.catalog.OnceOnlyReports;
import org.dargah.catalog.OnceOnlyReports.Report;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Link;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How many questions and papers each service of the province could drop. */
@Controller
class OnceOnlyController {

    private final OnceOnlyReports reports;
    private final Agencies agencies;
    private final Vocabulary vocabulary;

    OnceOnlyController(OnceOnlyReports reports, Agencies agencies, Vocabulary vocabulary) {
        this.reports = reports;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    @GetMapping(ServicesController.HOME + "/once-only")
    ModelAndView report(CurrentOfficer officer, Locale locale) {
        Words words = vocabulary.in(locale);
        List<Report> all =
                reports.all().stream()
                        .sorted(Comparator.comparingLong(it -> -spared(it.onceOnly())))
                        .toList();
        boolean writes = officer.is(Role.ANALYST) || officer.is(Role.APPROVER);
        return Reply.page(
                "authoring/onceOnlyReport",
                new OnceOnlyReportPage(
                        writes
                                ? new Link(words.t("authoring.title"), ServicesController.HOME)
                                : null,
                        total(all, words),
                        table(all, words),
                        all.stream()
                                .filter(it -> !isClean(it.onceOnly()))
                                .map(it -> detail(it, words))
                                .toList()));
    }

    private static long spared(OnceOnly found) {
        return found.sparedQuestions() + found.sparedPapers();
    }

    private static boolean isClean(OnceOnly found) {
        return found.findings().isEmpty() && found.doubts().isEmpty();
    }

    private static OnceOnlyReportPage.Detail detail(Report report, Words words) {
        return new OnceOnlyReportPage.Detail(
                title(report, words), OnceOnlyView.of(report.onceOnly(), words));
    }

    private static String title(Report report, Words words) {
        return words.pick(report.service().title().fa(), report.service().title().en());
    }

    private static String total(List<Report> all, Words words) {
        return words.t(
                "authoring.once-only.report.total",
                all.size(),
                sum(all, OnceOnly::questions),
                sum(all, OnceOnly::papers),
                sum(all, OnceOnly::sparedQuestions),
                sum(all, OnceOnly::sparedPapers),
                sum(all, OnceOnlyController::lawful));
    }

    private static long sum(List<Report> all, ToLongFunction<OnceOnly> what) {
        return all.stream().map(Report::onceOnly).mapToLong(what).sum();
    }

    private static long lawful(OnceOnly found) {
        return found.findings().stream().filter(it -> it.legalReason().isPresent()).count();
    }

    private DataTable table(List<Report> all, Words words) {
        return new DataTable(
                words.t("authoring.once-only.report.caption"),
                List.of(
                        words.t("authoring.draft.service"),
                        words.t("authoring.draft.agency"),
                        words.t("authoring.once-only.questions"),
                        words.t("authoring.once-only.papers"),
                        words.t("authoring.once-only.spared"),
                        words.t("authoring.once-only.lawful"),
                        words.t("authoring.once-only.doubts")),
                all.stream().map(it -> row(it, words)).toList());
    }

    private List<Cell> row(Report report, Words words) {
        OnceOnly found = report.onceOnly();
        return List.of(
                Cell.link(title(report, words), report.service().path()),
                Cell.text(agencies.title(report.service().agency(), words.locale())),
                Cell.figure(words.number(found.questions())),
                Cell.figure(words.number(found.papers())),
                Cell.figure(words.number(spared(found))),
                Cell.figure(words.number(lawful(found))),
                Cell.figure(words.number(found.doubts().size())));
    }
}
