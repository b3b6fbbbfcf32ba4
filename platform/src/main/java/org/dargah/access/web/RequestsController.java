package org.dargah.access.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dargah.access.Outcomes;
import org.dargah.access.Requests;
import org.dargah.agencies.Agencies;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Decision;
import org.dargah.cases.Effects;
import org.dargah.cases.Stage;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Said;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
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

/** An organisation's programs, its requests for access, and where each stands. */
@Controller
class RequestsController {

    static final String HOME = "/work/access";

    private final Requests requests;
    private final Outcomes outcomes;
    private final Cases cases;
    private final Effects effects;
    private final Catalog catalog;
    private final Agencies agencies;
    private final Vocabulary vocabulary;

    RequestsController(
            Requests requests,
            Outcomes outcomes,
            Cases cases,
            Effects effects,
            Catalog catalog,
            Agencies agencies,
            Vocabulary vocabulary) {
        this.requests = requests;
        this.outcomes = outcomes;
        this.cases = cases;
        this.effects = effects;
        this.catalog = catalog;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    @GetMapping(HOME)
    ModelAndView home(CurrentOfficer official, Locale locale) {
        Words words = vocabulary.in(locale);
        List<CurrentClient> programs = requests.programs(official);
        List<CaseFile> files = requests.all(official);
        return Reply.page(
                "access/requests",
                new AccessPage(
                        agencies.title(official.agency(), locale),
                        programs.isEmpty() ? null : programs(programs, words),
                        files.isEmpty() ? null : files(files, words)));
    }

    private static DataTable programs(List<CurrentClient> programs, Words words) {
        return new DataTable(
                words.t("access.programs"),
                List.of(words.t("inquiries.rights.program"), words.t("access.ask.column")),
                programs.stream()
                        .map(
                                program ->
                                        List.of(
                                                Cell.text(words.digits(program.title())),
                                                Cell.link(
                                                        words.t("access.ask"),
                                                        NewRequestController.address(
                                                                program.id()))))
                        .toList());
    }

    private static DataTable files(List<CaseFile> files, Words words) {
        return new DataTable(
                words.t("access.requests"),
                List.of(
                        words.t("access.request.code"),
                        words.t("inquiries.rights.program"),
                        words.t("inquiries.right.registry"),
                        words.t("access.request.stage"),
                        words.t("access.request.submitted")),
                files.stream()
                        .map(
                                file ->
                                        List.of(
                                                Cell.code(
                                                        file.tracking().text(),
                                                        HOME
                                                                + "/requests/"
                                                                + file.tracking().text()),
                                                Cell.text(words.digits(told(file, "title"))),
                                                Cell.text(told(file, "registry")),
                                                Cell.tag(
                                                        words.t(file.stage().key()),
                                                        tone(file.stage())),
                                                Cell.time(
                                                        Objects.requireNonNull(
                                                                file.submittedAt()))))
                        .toList());
    }

    private static String told(CaseFile file, String name) {
        return file.said(Effects.FACTS)
                .map(said -> said.fields().get(name))
                .map(Object::toString)
                .orElse("");
    }

    private static Tone tone(Stage stage) {
        return switch (stage) {
            case DRAFT, WITHDRAWN -> Tone.PLAIN;
            case SUBMITTED, REVIEWING -> Tone.INFO;
            case AWAITING_SIGNATURES, AWAITING_PAYMENT, AWAITING_APPLICANT, AWAITING_REGISTRY ->
                    Tone.WARN;
            case APPROVED -> Tone.OK;
            case REFUSED -> Tone.ERR;
        };
    }

    @GetMapping(HOME + "/requests/{code}")
    ModelAndView open(@PathVariable String code, CurrentOfficer official, Locale locale) {
        CaseFile file = file(code, official);
        return Reply.page("access/request", page(file, "", Errors.none(), vocabulary.in(locale)));
    }

    private CaseFile file(String code, CurrentOfficer official) {
        return TrackingCode.parse(code)
                .flatMap(tracking -> requests.find(official, tracking))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RequestPage page(CaseFile file, String text, Errors errors, Words words) {
        Service service = catalog.version(file.version()).orElseThrow();
        Cases.Whole whole = cases.whole(file);
        return new RequestPage(
                file.tracking().text(),
                words.digits(told(file, "title")),
                new Tag(words.t(file.stage().key()), tone(file.stage())),
                facts(file, whole, service, words),
                effects.rows(file, service, words),
                whole.messages().stream()
                        .map(
                                m ->
                                        new Said(
                                                m.text(),
                                                m.author(),
                                                m.at(),
                                                m.kind().isFromApplicant()))
                        .toList(),
                file.stage() == Stage.AWAITING_APPLICANT,
                text,
                errors);
    }

    private List<Row> facts(CaseFile file, Cases.Whole whole, Service service, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(Row.code(words.t("access.request.code"), file.tracking().text()));
        rows.add(
                new Row(
                        words.t("access.request.submitted"),
                        words.moment(Objects.requireNonNull(file.submittedAt()))));
        if (!file.stage().isEnd()) {
            rows.add(
                    new Row(
                            words.t("access.request.due"),
                            words.longDate(Objects.requireNonNull(file.dueOn()))));
        }
        whole.decision().ifPresent(decision -> rows.addAll(decided(decision, service, words)));
        if (file.stage() == Stage.APPROVED) {
            rows.add(new Row(words.t("access.request.right"), right(file, words)));
        }
        return rows;
    }

    private static List<Row> decided(Decision decision, Service service, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(
                new Row(
                        words.t("access.request.decision"),
                        words.list(
                                words.digits(decision.decidedBy()), words.moment(decision.at()))));
        for (int number : decision.conditions()) {
            service.condition(number)
                    .ifPresent(
                            condition ->
                                    rows.add(
                                            new Row(
                                                    words.t("access.request.conditions"),
                                                    words.t(
                                                            "cases.refusal.condition",
                                                            number,
                                                            words.pick(
                                                                    condition.text().fa(),
                                                                    condition.text().en())))));
        }
        if (!decision.explanation().isEmpty()) {
            rows.add(new Row(words.t("access.request.explanation"), decision.explanation()));
        }
        return rows;
    }

    private String right(CaseFile file, Words words) {
        return outcomes.find(file.province(), file.id())
                .filter(outcome -> outcome.right() != null)
                .map(outcome -> words.t("access.request.right.granted", words.moment(outcome.at())))
                .orElseGet(() -> words.t("access.request.right.waits"));
    }

    @PostMapping(HOME + "/requests/{code}/correction")
    ModelAndView correct(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            CurrentOfficer official,
            Locale locale) {
        CaseFile file = file(code, official);
        if (requests.correct(official, file, text)) {
            return Reply.seeOther(HOME + "/requests/" + code);
        }
        Words words = vocabulary.in(locale);
        Errors errors = Errors.of("text", words.t("access.request.correction.error"));
        return Reply.invalid(
                "access/request", page(file, PersianText.normaliseLines(text), errors, words));
    }
}
