package org.dargah.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.CoSigning;
import org.dargah.cases.Corrections;
import org.dargah.cases.Desk;
import org.dargah.cases.Effects;
import org.dargah.cases.Extensions;
import org.dargah.cases.Official;
import org.dargah.cases.Proposal;
import org.dargah.cases.Signature;
import org.dargah.cases.Supervision;
import org.dargah.cases.Task;
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
import org.dargah.kernel.Tehran;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Said;
import org.dargah.ui.Tone;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a case on an officer's desk together. */
@Component
class OfficerCaseView {

    private final CoSigning signing;
    private final Corrections corrections;
    private final Desk desk;
    private final Cases cases;
    private final Catalog catalog;
    private final Rules rules;
    private final Effects effects;
    private final Supervision supervision;
    private final Extensions extensions;
    private final TermTexts terms;
    private final CaseTimeline timeline;
    private final InboxController inbox;
    private final Clock clock;

    OfficerCaseView(
            CoSigning signing,
            Corrections corrections,
            Desk desk,
            Cases cases,
            Catalog catalog,
            Rules rules,
            Effects effects,
            Supervision supervision,
            Extensions extensions,
            TermTexts terms,
            CaseTimeline timeline,
            InboxController inbox,
            Clock clock) {
        this.signing = signing;
        this.corrections = corrections;
        this.desk = desk;
        this.cases = cases;
        this.catalog = catalog;
        this.rules = rules;
        this.effects = effects;
        this.supervision = supervision;
        this.extensions = extensions;
        this.terms = terms;
        this.timeline = timeline;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** What the officer typed. */
    record Typed(
            String choice,
            List<String> conditions,
            String explanation,
            boolean overtaken,
            Errors errors) {

        static final Typed NOTHING = new Typed("", List.of(), "", false, Errors.none());
        static final Typed OVERTAKEN = new Typed("", List.of(), "", true, Errors.none());
    }

    OfficerCasePage page(CurrentOfficer officer, CaseFile file, Typed typed, Words words) {
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
                conditions(rules.assess(service, facts), new Shown(service, file, words), words),
                service.form().shown(facts).stream()
                        .map(page -> withoutEffect(page, service))
                        .flatMap(
                                page ->
                                        AnswerTexts.answers(page, file, service, words, null)
                                                .stream())
                        .toList(),
                new ChangeTexts(service, "/work/cases/" + file.tracking().text(), words)
                        .sent(file, corrections.of(file)),
                AnswerTexts.told(service, file, words),
                Findings.rows(service, file, words),
                OpinionTexts.rows(service, file, words),
                terms.lines(file, service, words),
                prolonging(officer, file, words),
                effects.rows(file, service, words),
                hindrances(file, service, words),
                PaperList.of(whole, service, "/work/cases/" + file.tracking().text(), words),
                revocations(officer, file, whole, words),
                signatures(file, words),
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
                waits(file, service, words),
                signing(officer, file, service, words),
                returned(file),
                file.revision(),
                typed.choice(),
                ConditionTexts.options(service, words),
                typed.conditions(),
                typed.explanation(),
                typed.overtaken(),
                typed.errors());
    }

    /** Whom or what the case waits for, each with its last day where it has one. */
    private List<String> waits(CaseFile file, Service service, Words words) {
        return desk.open(file).stream().map(task -> wait(task, service, words)).toList();
    }

    private static String wait(Task task, Service service, Words words) {
        String title = TaskTexts.title(task, service, words);
        LocalDate due = task.dueOn();
        return due == null ? title : words.list(title, words.t("cases.until", words.longDate(due)));
    }

    private @Nullable Link prolonging(CurrentOfficer officer, CaseFile file, Words words) {
        return extensions.offer(Official.of(officer), file).isEmpty()
                ? null
                : new Link(
                        words.t("cases.extension.link"),
                        "/work/cases/" + file.tracking().text() + "/extension");
    }

    /** What waits for a signature, before whoever looks; null in most cases. */
    private OfficerCasePage.@Nullable Signing signing(
            CurrentOfficer officer, CaseFile file, Service service, Words words) {
        Optional<Proposal> awaiting = supervision.awaiting(file);
        return awaiting.isEmpty()
                ? null
                : signing(
                        awaiting.get(),
                        supervision.maySign(Official.of(officer), file, awaiting.get()),
                        service,
                        words);
    }

    private static OfficerCasePage.Signing signing(
            Proposal proposal, boolean yours, Service service, Words words) {
        return new OfficerCasePage.Signing(
                words.t(proposal.approved() ? "cases.decision.approve" : "cases.decision.refuse"),
                ConditionTexts.cited(service, proposal.conditions(), words),
                proposal.explanation(),
                words.list(proposal.proposedTitle(), words.moment(proposal.at())),
                yours);
    }

    /** Why the supervisor gave the last proposal back; empty when nobody did. */
    private String returned(CaseFile file) {
        return supervision.returned(file).map(Proposal::returned).orElse("");
    }

    private @Nullable DataTable signatures(CaseFile file, Words words) {
        List<Signature> signatures = signing.of(file);
        return signatures.isEmpty() ? null : SignaturesController.table(signatures, words);
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

    private static DataTable conditions(Assessment assessment, Shown shown, Words words) {
        return new DataTable(
                words.t("cases.conditions"),
                List.of(
                        words.t("cases.condition.number"),
                        words.t("cases.condition"),
                        words.t("cases.condition.evidence"),
                        words.t("cases.condition.source"),
                        words.t("cases.condition.standing")),
                assessment.findings().stream().map(finding -> row(finding, shown, words)).toList(),
                1);
    }

    private static List<Cell> row(Assessment.Finding finding, Shown shown, Words words) {
        List<Shown.Evidence> evidence = shown.of(finding);
        return List.of(
                Cell.figure(words.number(finding.condition().number())),
                Cell.text(
                        words.pick(
                                finding.condition().text().fa(), finding.condition().text().en())),
                Cell.text(words.list(evidence.stream().map(Shown.Evidence::text).toList())),
                Cell.text(
                        words.list(
                                evidence.stream().map(Shown.Evidence::source).distinct().toList())),
                switch (finding.standing()) {
                    case MET -> Cell.tag(words.t("cases.standing.met"), Tone.OK);
                    case FAILED -> Cell.tag(words.t("cases.standing.failed"), Tone.ERR);
                    case UNKNOWN -> Cell.tag(words.t("cases.standing.unknown"), Tone.WARN);
                });
    }
}
