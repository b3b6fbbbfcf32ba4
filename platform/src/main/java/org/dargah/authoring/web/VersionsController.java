package org.dargah.authoring.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.agencies.Agencies;
import org.dargah.authoring.Approvals;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Change;
import org.dargah.catalog.Published;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentOfficer;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The versions of a service: what differs, who published them, and the ways back and out. */
@Controller
class VersionsController {

    private static final String ONE = ServicesController.HOME + "/{code}";
    private static final int A_PAGE = 20;
    private static final int LONGEST_REASON = 1000;

    private final Doors doors;
    private final Publishing publishing;
    private final Catalog catalog;
    private final Approvals approvals;
    private final Agencies agencies;
    private final DraftWords telling;
    private final DifferenceWords differences;
    private final Vocabulary vocabulary;

    VersionsController(
            Doors doors,
            Publishing publishing,
            Catalog catalog,
            Approvals approvals,
            Agencies agencies,
            DraftWords telling,
            DifferenceWords differences,
            Vocabulary vocabulary) {
        this.doors = doors;
        this.publishing = publishing;
        this.catalog = catalog;
        this.approvals = approvals;
        this.agencies = agencies;
        this.telling = telling;
        this.differences = differences;
        this.vocabulary = vocabulary;
    }

    @GetMapping(ONE + "/versions")
    ModelAndView versions(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "1") int page,
            CurrentOfficer officer,
            Locale locale) {
        Publishing.Offered offered = doors.service(officer, code);
        List<Published> all = publishing.versions(offered.service().code());
        Words words = vocabulary.in(locale);
        Published late = chosen(all, after).orElse(all.getFirst());
        Published early = chosen(all, before).orElse(before(all, late));
        int now = Math.clamp(page, 1, 10_000);
        List<Change> changes =
                publishing.changes(offered.service().code(), (now - 1) * A_PAGE, A_PAGE + 1);
        return Reply.page(
                "authoring/versions",
                new VersionsPage(
                        words.pick(offered.service().title().fa(), offered.service().title().en()),
                        here(offered),
                        ServicesController.offered(offered, words),
                        facts(offered, words),
                        offered.current() ? offered.service().path() : "",
                        table(changes.stream().limit(A_PAGE).toList(), words),
                        pager(offered, now, changes.size() > A_PAGE),
                        all.stream().map(version -> option(version, words)).toList(),
                        early.id().toString(),
                        late.id().toString(),
                        early.equals(late)
                                ? null
                                : differences.between(service(early), service(late), words),
                        all.stream()
                                .filter(version -> !isCurrent(offered, version))
                                .map(version -> option(version, words))
                                .toList(),
                        offered.overruled(),
                        doors.mayApprove(officer, offered),
                        offered.current(),
                        all.size() > 1));
    }

    private static boolean isCurrent(Publishing.Offered offered, Published version) {
        return offered.current() && offered.service().version().equals(version.id());
    }

    private static String here(Publishing.Offered offered) {
        return ServicesController.HOME + "/" + offered.service().code();
    }

    private static Optional<Published> chosen(List<Published> all, String id) {
        return all.stream().filter(one -> one.id().toString().equals(id)).findFirst();
    }

    /** The one before it, or itself if it is the first. */
    private static Published before(List<Published> all, Published late) {
        int next = all.indexOf(late) + 1;
        return next < all.size() ? all.get(next) : late;
    }

    private Service service(Published version) {
        return catalog.version(version.id()).orElseThrow();
    }

    private List<Row> facts(Publishing.Offered offered, Words words) {
        Service service = offered.service();
        return List.of(
                Row.code(words.t("authoring.draft.code"), service.code().value()),
                new Row(
                        words.t("authoring.draft.agency"),
                        agencies.title(service.agency(), words.locale())),
                new Row(words.t("authoring.version"), words.number(service.number())),
                new Row(
                        words.t("authoring.versions.origin"),
                        words.t("authoring.versions.origin." + offered.origin().code())));
    }

    private DataTable table(List<Change> changes, Words words) {
        return new DataTable(
                words.t("authoring.versions.caption"),
                List.of(
                        words.t("authoring.versions.what"),
                        words.t("authoring.version"),
                        words.t("authoring.by"),
                        words.t("authoring.confirm.reason"),
                        words.t("authoring.at")),
                changes.stream().map(change -> row(change, words)).toList());
    }

    private List<Cell> row(Change change, Words words) {
        return List.of(
                Cell.text(words.t("authoring.change." + change.kind().code())),
                Cell.figure(words.number(change.number())),
                Cell.text(telling.by(change, words)),
                Cell.text(change.reason()),
                Cell.time(change.at()));
    }

    private static Pager pager(Publishing.Offered offered, int page, boolean more) {
        String list = here(offered) + "/versions?page=";
        return new Pager(page > 1 ? list + 1 : null, more ? list + (page + 1) : null);
    }

    private static Option option(Published version, Words words) {
        return new Option(
                version.id().toString(),
                words.t("authoring.versions.option", version.number(), version.at()));
    }

    @GetMapping(ONE + "/versions/{version}/return")
    ModelAndView askToReturn(
            @PathVariable String code,
            @PathVariable String version,
            CurrentOfficer approver,
            Locale locale) {
        Publishing.Offered offered = toApprove(approver, code);
        return Reply.page(
                "authoring/confirm",
                returning(offered, find(offered, version), "", Errors.none(), locale));
    }

    private Publishing.Offered toApprove(CurrentOfficer approver, String code) {
        Publishing.Offered offered = doors.service(approver, code);
        if (!doors.mayApprove(approver, offered)) {
            throw Doors.notFound();
        }
        return offered;
    }

    private Published find(Publishing.Offered offered, String version) {
        return chosen(publishing.versions(offered.service().code()), version)
                .orElseThrow(Doors::notFound);
    }

    private ConfirmPage returning(
            Publishing.Offered offered,
            Published version,
            String reason,
            Errors errors,
            Locale locale) {
        Words words = vocabulary.in(locale);
        return new ConfirmPage(
                words.t("authoring.return.title", version.number()),
                words.t("authoring.return.text", version.number()),
                words.t("authoring.return.yes"),
                here(offered) + "/versions/" + version.id() + "/return",
                here(offered) + "/versions",
                true,
                reason,
                errors);
    }

    @PostMapping(ONE + "/versions/{version}/return")
    ModelAndView returnTo(
            @PathVariable String code,
            @PathVariable String version,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer approver,
            Locale locale) {
        Publishing.Offered offered = toApprove(approver, code);
        Published wanted = find(offered, version);
        Errors errors = missing(reason, locale);
        if (!errors.isEmpty()) {
            return Reply.invalid(
                    "authoring/confirm", returning(offered, wanted, reason, errors, locale));
        }
        approvals.returnTo(approver, offered.service(), wanted.id(), reason.strip());
        return Reply.seeOther(here(offered) + "/versions");
    }

    private Errors missing(String reason, Locale locale) {
        int length = reason.strip().length();
        return length < 5 || length > LONGEST_REASON
                ? Errors.of("reason", vocabulary.in(locale).t("authoring.confirm.reason.missing"))
                : Errors.none();
    }

    @GetMapping(ONE + "/retirement")
    ModelAndView askToRetire(@PathVariable String code, CurrentOfficer approver, Locale locale) {
        Publishing.Offered offered = toApprove(approver, code);
        return Reply.page("authoring/confirm", retiring(offered, "", Errors.none(), locale));
    }

    private ConfirmPage retiring(
            Publishing.Offered offered, String reason, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        Service service = offered.service();
        return new ConfirmPage(
                words.t(
                        "authoring.retire.title",
                        words.pick(service.title().fa(), service.title().en())),
                words.t("authoring.retire.text"),
                words.t("authoring.retire.yes"),
                here(offered) + "/retirement",
                here(offered) + "/versions",
                true,
                reason,
                errors);
    }

    @PostMapping(ONE + "/retirement")
    ModelAndView retire(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer approver,
            Locale locale) {
        Publishing.Offered offered = toApprove(approver, code);
        Errors errors = missing(reason, locale);
        if (!errors.isEmpty()) {
            return Reply.invalid("authoring/confirm", retiring(offered, reason, errors, locale));
        }
        approvals.retire(approver, offered.service(), reason.strip());
        return Reply.seeOther(here(offered) + "/versions");
    }
}
