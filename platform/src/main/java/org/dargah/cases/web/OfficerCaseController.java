package org.dargah.cases.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Desk;
import org.dargah.cases.Effects;
import org.dargah.cases.Official;
import org.dargah.cases.Ruling;
import org.dargah.cases.Verdict;
import org.dargah.catalog.Assessment;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Effect;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.documents.Certificate;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Said;
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

/** A case on an officer's desk, and his decision. */
@Controller
class OfficerCaseController {

    private final Desk desk;
    private final Cases cases;
    private final Catalog catalog;
    private final Rules rules;
    private final Effects effects;
    private final CaseTimeline timeline;
    private final InboxController inbox;
    private final Vocabulary vocabulary;
    private final Clock clock;

    OfficerCaseController(
            Desk desk,
            Cases cases,
            Catalog catalog,
            Rules rules,
            Effects effects,
            CaseTimeline timeline,
            InboxController inbox,
            Vocabulary vocabulary,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.catalog = catalog;
        this.rules = rules;
        this.effects = effects;
        this.timeline = timeline;
        this.inbox = inbox;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** What the officer typed. */
    private record Typed(
            String choice,
            List<String> conditions,
            String explanation,
            boolean overtaken,
            Errors errors) {

        static final Typed NOTHING = new Typed("", List.of(), "", false, Errors.none());
    }

    @GetMapping("/work/cases/{code}")
    ModelAndView open(@PathVariable String code, CurrentOfficer officer, Locale locale) {
        CaseFile file = file(code, officer);
        return Reply.page(
                "cases/officer", page(officer, file, Typed.NOTHING, vocabulary.in(locale)));
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
                    officer, file, new Typed("", conditions, explanation, false, errors), words);
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
                            page(
                                    officer,
                                    other.file(),
                                    new Typed(choice, conditions, explanation, true, Errors.none()),
                                    words),
                            HttpStatus.CONFLICT);
            case Ruling.Unfounded unfounded ->
                    wrong(
                            officer,
                            file,
                            new Typed(
                                    choice,
                                    conditions,
                                    explanation,
                                    false,
                                    errors(unfounded, words)),
                            words);
        };
    }

    private ModelAndView wrong(CurrentOfficer officer, CaseFile file, Typed typed, Words words) {
        return Reply.invalid("cases/officer", page(officer, file, typed, words));
    }

    private static Errors errors(Ruling.Unfounded unfounded, Words words) {
        Errors errors = Errors.none();
        for (Ruling.Flaw flaw : unfounded.flaws()) {
            String field =
                    switch (flaw) {
                        case NO_CHOICE, OWN_CASE, OWN_INSPECTION, HINDERED -> "choice";
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

    private OfficerCasePage page(CurrentOfficer officer, CaseFile file, Typed typed, Words words) {
        Service service = catalog.version(file.version()).orElseThrow();
        Cases.Whole whole = cases.whole(file);
        Facts facts = file.facts(Tehran.today(clock));
        String title = AnswerTexts.title(service, words);
        return new OfficerCasePage(
                words.list(file.applicant(), title),
                title,
                file.tracking().text(),
                file.stage().isEnd() ? null : inbox.due(file, words),
                CaseController.stage(file, words),
                conditions(rules.assess(service, facts), words),
                service.form().shown(facts).stream()
                        .map(page -> withoutEffect(page, service))
                        .flatMap(
                                page ->
                                        AnswerTexts.answers(page, file, service, words, null)
                                                .stream())
                        .toList(),
                AnswerTexts.allSaid(service, file, words),
                Findings.rows(service, file, words),
                effects.rows(file, service, words),
                hindrances(file, service, words),
                PaperList.of(whole, service, "/work/cases/" + file.tracking().text(), words),
                revocations(officer, file, whole, words),
                whole.messages().stream()
                        .map(
                                m ->
                                        new Said(
                                                m.text(),
                                                m.author(),
                                                m.at(),
                                                !m.kind().isFromApplicant()))
                        .toList(),
                timeline.past(file, whole.acts(), CaseTimeline.Reader.OFFICIAL, words),
                desk.awaitsDecision(file),
                file.revision(),
                typed.choice(),
                service.conditions().stream()
                        .map(
                                c ->
                                        new Option(
                                                "" + c.number(),
                                                words.t(
                                                        "cases.refusal.condition",
                                                        c.number(),
                                                        words.pick(c.text().fa(), c.text().en()))))
                        .toList(),
                typed.conditions(),
                typed.explanation(),
                typed.overtaken(),
                typed.errors());
    }

    private static List<Link> revocations(
            CurrentOfficer officer, CaseFile file, Cases.Whole whole, Words words) {
        if (!officer.is(Role.SUPERVISOR)) {
            return List.of();
        }
        String base = "/work/cases/" + file.tracking().text() + "/certificates/";
        return whole.certificates().stream()
                .filter(Certificate::stands)
                .map(
                        it ->
                                new Link(
                                        words.t("cases.revocation.link", it.number()),
                                        base + it.id() + "/revocation"))
                .toList();
    }

    /** What the effect is about is told in its own words; here it would be codes. */
    private static Form.Page withoutEffect(Form.Page page, Service service) {
        Effect effect = service.effect();
        return effect == null
                ? page
                : new Form.Page(
                        page.id(),
                        page.section(),
                        page.title(),
                        page.when(),
                        page.fields().stream()
                                .filter(field -> !effect.with().containsValue(field.name()))
                                .toList());
    }

    /** Before the decision only: afterwards its own deed would stand in its way. */
    private List<String> hindrances(CaseFile file, Service service, Words words) {
        return file.stage().isEnd()
                ? List.of()
                : effects.hindrances(file, service).stream()
                        .map(it -> words.pick(it.sentence().fa(), it.sentence().en()))
                        .toList();
    }

    private static DataTable conditions(Assessment assessment, Words words) {
        return new DataTable(
                words.t("cases.conditions"),
                List.of(
                        words.t("cases.condition.number"),
                        words.t("cases.condition"),
                        words.t("cases.condition.evidence"),
                        words.t("cases.condition.source"),
                        words.t("cases.condition.standing")),
                assessment.findings().stream().map(finding -> row(finding, words)).toList(),
                1);
    }

    private static List<Cell> row(Assessment.Finding finding, Words words) {
        String evidence =
                words.list(
                        finding.evidence().stream()
                                .flatMap(
                                        e ->
                                                AnswerTexts.said(
                                                        e.ask(),
                                                        new Facts.Said(
                                                                e.found(), e.values(), e.at()),
                                                        words)
                                                        .stream())
                                .map(row -> words.digits(row.value()))
                                .toList());
        String source =
                words.list(
                        finding.evidence().stream()
                                .map(e -> words.pick(e.ask().from().fa(), e.ask().from().en()))
                                .distinct()
                                .toList());
        return List.of(
                Cell.figure(words.number(finding.condition().number())),
                Cell.text(
                        words.pick(
                                finding.condition().text().fa(), finding.condition().text().en())),
                Cell.text(evidence),
                Cell.text(source),
                switch (finding.standing()) {
                    case MET -> Cell.tag(words.t("cases.standing.met"), Tone.OK);
                    case FAILED -> Cell.tag(words.t("cases.standing.failed"), Tone.ERR);
                    case UNKNOWN -> Cell.tag(words.t("cases.standing.unknown"), Tone.WARN);
                });
    }
}
