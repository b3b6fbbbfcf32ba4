package org.dargah.authoring.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.authoring.Approvals;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftState;
import org.dargah.authoring.Drafts;
import org.dargah.authoring.Step;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
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

/** What the second person decides about a draft. */
@Controller
class ApprovalController {

    private static final String ONE = ServicesController.HOME + "/drafts/{id}/approval";
    private static final int LONGEST_REASON = 1000;
    private static final Pattern HOUR = Pattern.compile("([01]?\\d|2[0-3])[:٫.]([0-5]\\d)");

    /** What was typed. */
    private record Typed(String choice, List<String> date, String hour, String reason) {

        static Typed of(Map<String, String> sent) {
            return new Typed(
                    sent.getOrDefault("choice", ""),
                    List.of(
                            sent.getOrDefault("date.day", ""),
                            sent.getOrDefault("date.month", ""),
                            sent.getOrDefault("date.year", "")),
                    sent.getOrDefault("hour", ""),
                    sent.getOrDefault("reason", "").strip());
        }
    }

    private final Doors doors;
    private final Drafts drafts;
    private final Approvals approvals;
    private final Checks checks;
    private final ProblemWords problems;
    private final DraftWords telling;
    private final Publishing publishing;
    private final DifferenceWords differences;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ApprovalController(
            Doors doors,
            Drafts drafts,
            Approvals approvals,
            Checks checks,
            ProblemWords problems,
            DraftWords telling,
            Publishing publishing,
            DifferenceWords differences,
            Vocabulary vocabulary,
            Clock clock) {
        this.doors = doors;
        this.drafts = drafts;
        this.approvals = approvals;
        this.checks = checks;
        this.problems = problems;
        this.telling = telling;
        this.publishing = publishing;
        this.differences = differences;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping(ONE)
    ModelAndView ask(@PathVariable String id, CurrentOfficer approver, Locale locale) {
        Draft draft = doors.toApprove(approver, id);
        if (draft.state() != DraftState.HANDED_IN && draft.state() != DraftState.APPROVED) {
            return Reply.seeOther(DraftWords.at(draft));
        }
        var nothing = Typed.of(Map.of());
        return Reply.page(
                "authoring/approval",
                page(draft, approver, nothing, Errors.none(), vocabulary.in(locale)));
    }

    private ApprovalPage page(
            Draft draft, CurrentOfficer approver, Typed typed, Errors errors, Words words) {
        Publishing.Checked checked = checks.of(draft);
        Service after = checked.service();
        Optional<Publishing.Offered> before = publishing.offered(draft.code());
        boolean own = drafts.isAuthor(draft, approver);
        return new ApprovalPage(
                words.pick(draft.title().fa(), draft.title().en()),
                DraftWords.at(draft),
                telling.state(draft, words),
                facts(draft, words),
                after == null
                        ? null
                        : before.map(it -> differences.ofDraft(it.service(), after, words))
                                .orElse(null),
                before.isPresent() && !before.get().service().version().equals(draft.base()),
                problems.lines(checked.problems(), draft, words),
                Checks.onceOnly(checked, words),
                own,
                draft.state() == DraftState.APPROVED ? telling.starts(draft, words) : "",
                typed.choice(),
                choices(draft, own, words),
                typed.date(),
                typed.hour(),
                typed.reason(),
                draft.revision(),
                errors);
    }

    private List<Row> facts(Draft draft, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(
                new Row(
                        words.t("authoring.draft.authors"),
                        String.join(words.isPersian() ? "؛ " : "; ", drafts.authors(draft))));
        Draft.Signature handedIn = draft.handedIn();
        if (handedIn != null) {
            rows.add(
                    new Row(words.t("authoring.draft.handed-in"), handedIn.name())
                            .from(words.moment(handedIn.at())));
        }
        Draft.Signature approved = draft.approved();
        if (approved != null) {
            rows.add(
                    new Row(words.t("authoring.draft.approved"), approved.name())
                            .from(words.moment(approved.at())));
        }
        return rows;
    }

    /** What was approved and waits for its hour can only be sent back. */
    private static List<Option> choices(Draft draft, boolean own, Words words) {
        var choices = new ArrayList<Option>();
        if (draft.state() == DraftState.HANDED_IN && !own) {
            choices.add(new Option("now", words.t("authoring.approval.now")));
            choices.add(new Option("later", words.t("authoring.approval.later")));
        }
        choices.add(new Option("return", words.t("authoring.approval.return")));
        return choices;
    }

    @PostMapping(ONE)
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam Map<String, String> sent,
            CurrentOfficer approver,
            Locale locale) {
        Draft draft = doors.toApprove(approver, id);
        Draft seen = DraftController.seen(draft, revision);
        Words words = vocabulary.in(locale);
        Typed typed = Typed.of(sent);
        if (!typed.choice().equals("return") && !checks.keepsItsPromises(draft)) {
            return wrong(draft, approver, typed, "choice", "authoring.step.examples", words);
        }
        return switch (typed.choice()) {
            case "now" ->
                    after(approvals.approve(approver, seen, null), draft, approver, typed, words);
            case "later" -> later(draft, seen, approver, typed, words);
            case "return" -> sendBack(draft, seen, approver, typed, words);
            default -> wrong(draft, approver, typed, "choice", "authoring.approval.choose", words);
        };
    }

    private ModelAndView later(
            Draft draft, Draft seen, CurrentOfficer approver, Typed typed, Words words) {
        Optional<Instant> at = moment(typed);
        if (at.isEmpty()) {
            return wrong(draft, approver, typed, "date", "authoring.approval.date.wrong", words);
        }
        Instant now = clock.instant();
        if (!at.get().isAfter(now)
                || at.get().isAfter(now.plus(Duration.ofDays(Approvals.MOST_DAYS)))) {
            return wrong(draft, approver, typed, "date", "authoring.approval.date.range", words);
        }
        return after(approvals.approve(approver, seen, at.get()), draft, approver, typed, words);
    }

    private static Optional<Instant> moment(Typed typed) {
        String hour = PersianText.normalise(typed.hour());
        Matcher time = HOUR.matcher(hour.isEmpty() ? "0:00" : hour);
        if (!time.matches()) {
            return Optional.empty();
        }
        return JalaliDate.parse(typed.date().get(2), typed.date().get(1), typed.date().get(0))
                .map(JalaliDate::toLocalDate)
                .map(
                        day ->
                                day.atTime(
                                                Integer.parseInt(time.group(1)),
                                                Integer.parseInt(time.group(2)))
                                        .atZone(Tehran.ZONE)
                                        .toInstant());
    }

    private ModelAndView sendBack(
            Draft draft, Draft seen, CurrentOfficer approver, Typed typed, Words words) {
        if (typed.reason().length() < 5 || typed.reason().length() > LONGEST_REASON) {
            return wrong(
                    draft, approver, typed, "reason", "authoring.approval.reason.missing", words);
        }
        return after(
                approvals.sendBack(approver, seen, typed.reason()), draft, approver, typed, words);
    }

    private ModelAndView after(
            Step step, Draft draft, CurrentOfficer approver, Typed typed, Words words) {
        return switch (step) {
            case Step.Done done -> Reply.seeOther(DraftWords.at(draft));
            case Step.Bad bad ->
                    wrong(draft, approver, typed, "choice", "authoring.step.bad", words);
            case Step.OwnWork own ->
                    wrong(draft, approver, typed, "choice", "authoring.step.own-work", words);
            case Step.Overtaken(Draft now) ->
                    now.state() == DraftState.HANDED_IN || now.state() == DraftState.APPROVED
                            ? wrong(
                                    now,
                                    approver,
                                    typed,
                                    "choice",
                                    "authoring.step.overtaken",
                                    words)
                            : Reply.seeOther(DraftWords.at(now));
        };
    }

    private ModelAndView wrong(
            Draft draft,
            CurrentOfficer approver,
            Typed typed,
            String field,
            String why,
            Words words) {
        Errors errors = Errors.of(field, words.t(why));
        return Reply.invalid("authoring/approval", page(draft, approver, typed, errors, words));
    }
}
