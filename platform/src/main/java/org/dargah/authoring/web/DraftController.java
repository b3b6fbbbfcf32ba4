package org.dargah.authoring.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dargah.agencies.Agencies;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftFile;
import org.dargah.authoring.DraftState;
import org.dargah.authoring.Drafts;
import org.dargah.authoring.Step;
import org.dargah.catalog.Previews;
import org.dargah.catalog.Publishing;
import org.dargah.identity.CurrentOfficer;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One draft: where it stands, and the steps that its authors take. */
@Controller
class DraftController {

    private static final String ONE = ServicesController.HOME + "/drafts/{id}";

    private final Doors doors;
    private final Drafts drafts;
    private final Checks checks;
    private final Previews previews;
    private final Publishing publishing;
    private final Agencies agencies;
    private final ProblemWords problems;
    private final DraftWords telling;
    private final Vocabulary vocabulary;
    private final String address;

    DraftController(
            Doors doors,
            Drafts drafts,
            Checks checks,
            Previews previews,
            Publishing publishing,
            Agencies agencies,
            ProblemWords problems,
            DraftWords telling,
            Vocabulary vocabulary,
            @Value("${dargah.address}") String address) {
        this.doors = doors;
        this.drafts = drafts;
        this.checks = checks;
        this.previews = previews;
        this.publishing = publishing;
        this.agencies = agencies;
        this.problems = problems;
        this.telling = telling;
        this.vocabulary = vocabulary;
        this.address = address;
    }

    @GetMapping(ONE)
    ModelAndView open(@PathVariable String id, CurrentOfficer officer, Locale locale) {
        Draft draft = doors.draft(officer, id);
        return Reply.page("authoring/draft", page(draft, officer, "", "", vocabulary.in(locale)));
    }

    private OpenDraftPage page(
            Draft draft, CurrentOfficer officer, String said, String preview, Words words) {
        Publishing.Checked checked = checks.of(draft);
        boolean writes = doors.mayWrite(officer, draft) && draft.state().isOpen();
        boolean approves =
                doors.mayApprove(officer, draft)
                        && (draft.state() == DraftState.HANDED_IN
                                || draft.state() == DraftState.APPROVED);
        return new OpenDraftPage(
                words.pick(draft.title().fa(), draft.title().en()),
                DraftWords.at(draft),
                telling.state(draft, words),
                facts(draft, words),
                said,
                draft.state() == DraftState.RETURNED ? draft.reason() : "",
                problems.lines(checked.problems(), draft, words),
                Checks.onceOnly(checked, words),
                files(draft, words),
                preview,
                previews.openUntil(draft.id().value()).map(words::moment).orElse(""),
                checked.service() != null,
                published(draft, words),
                writes && isOutdated(draft),
                writes,
                doors.mayWrite(officer, draft) && draft.state() == DraftState.HANDED_IN,
                approves,
                draft.revision(),
                Errors.none());
    }

    /** The current version is another than the one from which it was begun. */
    private boolean isOutdated(Draft draft) {
        return publishing
                .offered(draft.code())
                .filter(now -> !now.service().version().equals(draft.base()))
                .isPresent();
    }

    /** Where its service is now; empty before it is offered. */
    private static List<Link> published(Draft draft, Words words) {
        return draft.state() == DraftState.PUBLISHED
                ? List.of(
                        new Link(
                                words.t("authoring.draft.public"),
                                "/services/" + draft.agency() + "/" + draft.code()),
                        new Link(
                                words.t("authoring.draft.versions"),
                                ServicesController.HOME + "/" + draft.code() + "/versions"))
                : List.of();
    }

    private List<Row> facts(Draft draft, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(Row.code(words.t("authoring.draft.code"), draft.code().value()));
        rows.add(
                new Row(
                        words.t("authoring.draft.agency"),
                        agencies.title(draft.agency(), words.locale())));
        rows.add(
                new Row(
                        words.t("authoring.draft.authors"),
                        String.join(words.isPersian() ? "؛ " : "; ", drafts.authors(draft))));
        rows.add(new Row(words.t("authoring.draft.changed"), words.moment(draft.changedAt())));
        signature(rows, words.t("authoring.draft.handed-in"), draft.handedIn(), words);
        signature(rows, words.t("authoring.draft.approved"), draft.approved(), words);
        Instant starts = draft.startsAt();
        if (starts != null && draft.state() == DraftState.APPROVED) {
            rows.add(new Row(words.t("authoring.draft.starts"), words.moment(starts)));
        }
        return rows;
    }

    private static void signature(
            List<Row> rows, String name, Draft.@Nullable Signature signature, Words words) {
        if (signature != null) {
            rows.add(new Row(name, signature.name()).from(words.moment(signature.at())));
        }
    }

    private DataTable files(Draft draft, Words words) {
        return new DataTable(
                words.t("authoring.files.caption"),
                List.of(
                        words.t("authoring.file"),
                        words.t("authoring.file.what"),
                        words.t("authoring.file.by"),
                        words.t("authoring.at")),
                drafts.files(draft).stream().map(file -> row(file, draft, words)).toList());
    }

    private static List<Cell> row(DraftFile file, Draft draft, Words words) {
        return List.of(
                Cell.code(file.path(), fileAt(draft, file.path())),
                Cell.text(what(file.path(), words)),
                Cell.text(file.by()),
                Cell.time(file.at()));
    }

    static String fileAt(Draft draft, String path) {
        return DraftWords.at(draft)
                + "/file?path="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    static String what(String path, Words words) {
        String kind =
                path.startsWith("output/")
                        ? "output"
                        : path.startsWith("examples/")
                                ? "example"
                                : path.substring(0, path.lastIndexOf('.'));
        return words.has("authoring.file." + kind) ? words.t("authoring.file." + kind) : "";
    }

    /** Whoever reloads the answer to a form by its address is back at the draft. */
    @GetMapping({ONE + "/submission", ONE + "/recall", ONE + "/preview", ONE + "/look"})
    ModelAndView back(@PathVariable String id, CurrentOfficer officer) {
        return Reply.seeOther(DraftWords.at(doors.draft(officer, id)));
    }

    @PostMapping(ONE + "/submission")
    ModelAndView handIn(
            @PathVariable String id,
            @RequestParam int revision,
            CurrentOfficer analyst,
            Locale locale) {
        Draft draft = doors.own(analyst, id);
        if (draft.state() == DraftState.HANDED_IN && draft.revision() == revision) {
            return Reply.seeOther(DraftWords.at(draft));
        }
        return checks.keepsItsPromises(draft)
                ? after(drafts.handIn(analyst, seen(draft, revision)), draft, analyst, locale)
                : refused(draft, analyst, "authoring.step.examples", vocabulary.in(locale));
    }

    /** The draft as the reader saw it when the form was drawn. */
    static Draft seen(Draft draft, int revision) {
        return new Draft(
                draft.province(),
                draft.id(),
                draft.agency(),
                draft.code(),
                draft.title(),
                draft.state(),
                revision,
                draft.base(),
                draft.begunAt(),
                draft.changedAt(),
                draft.handedIn(),
                draft.approved(),
                draft.startsAt(),
                draft.reason(),
                draft.version());
    }

    @PostMapping(ONE + "/recall")
    ModelAndView takeBack(@PathVariable String id, CurrentOfficer analyst, Locale locale) {
        Draft draft = doors.own(analyst, id);
        return after(drafts.takeBack(analyst, draft), draft, analyst, locale);
    }

    @GetMapping(ONE + "/discarding")
    ModelAndView askToDiscard(@PathVariable String id, CurrentOfficer analyst, Locale locale) {
        Draft draft = doors.own(analyst, id);
        Words words = vocabulary.in(locale);
        return Reply.page(
                "authoring/confirm",
                new ConfirmPage(
                        words.t("authoring.discard.title"),
                        words.t("authoring.discard.text"),
                        words.t("authoring.discard.yes"),
                        DraftWords.at(draft) + "/discarding",
                        DraftWords.at(draft),
                        false,
                        "",
                        Errors.none()));
    }

    @PostMapping(ONE + "/discarding")
    ModelAndView discard(@PathVariable String id, CurrentOfficer analyst, Locale locale) {
        Draft draft = doors.own(analyst, id);
        Step step = drafts.discard(analyst, draft);
        return step instanceof Step.Done
                ? Reply.seeOther(ServicesController.HOME)
                : after(step, draft, analyst, locale);
    }

    private ModelAndView after(Step step, Draft draft, CurrentOfficer officer, Locale locale) {
        Words words = vocabulary.in(locale);
        return switch (step) {
            case Step.Done done -> Reply.seeOther(DraftWords.at(draft));
            case Step.Bad bad -> refused(draft, officer, "authoring.step.bad", words);
            case Step.Overtaken overtaken ->
                    refused(overtaken.draft(), officer, "authoring.step.overtaken", words);
            case Step.OwnWork own -> refused(draft, officer, "authoring.step.own-work", words);
        };
    }

    private ModelAndView refused(Draft draft, CurrentOfficer officer, String why, Words words) {
        return Reply.invalid("authoring/draft", page(draft, officer, words.t(why), "", words));
    }

    /** A new secret address; it is shown once, since only its hash is kept. */
    @PostMapping(ONE + "/preview")
    ModelAndView preview(@PathVariable String id, CurrentOfficer officer, Locale locale) {
        Draft draft = doors.draft(officer, id);
        String token = previews.open(draft.id().value(), drafts.pack(draft));
        return Reply.page(
                "authoring/draft",
                page(draft, officer, "", address + "/preview/" + token, vocabulary.in(locale)));
    }

    /** Straight to the page of the service, as people will see it. */
    @PostMapping(ONE + "/look")
    ModelAndView look(@PathVariable String id, CurrentOfficer officer) {
        Draft draft = doors.draft(officer, id);
        String token = previews.openBeside(draft.id().value(), drafts.pack(draft));
        return Reply.seeOther("/preview/" + token + "/service");
    }

    @GetMapping(ONE + "/pack.zip")
    ResponseEntity<byte[]> zip(@PathVariable String id, CurrentOfficer officer) {
        Draft draft = doors.draft(officer, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(draft.code() + ".zip")
                                .build()
                                .toString())
                .body(publishing.zip(drafts.pack(draft)));
    }
}
