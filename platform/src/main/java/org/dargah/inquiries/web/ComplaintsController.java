package org.dargah.inquiries.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.identity.CurrentOfficer;
import org.dargah.inquiries.Complaint;
import org.dargah.inquiries.Complaints;
import org.dargah.inquiries.Usage;
import org.dargah.inquiries.UsageWords;
import org.dargah.inquiries.Usages;
import org.dargah.kernel.ComplaintId;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Due;
import org.dargah.ui.Errors;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.dargah.ui.View;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Work of the data-protection officer: complaints that wait, and their answers. */
@Controller
class ComplaintsController {

    private static final String HOME = "/work/complaints";
    private static final String ANSWERED = "answered";
    private static final int PAGE = 50;
    private static final int SOON = 2;

    private final Complaints complaints;
    private final Usages usages;
    private final UsageWords telling;
    private final UsageRows rows;
    private final Vocabulary vocabulary;

    ComplaintsController(
            Complaints complaints,
            Usages usages,
            UsageWords telling,
            UsageRows rows,
            Vocabulary vocabulary) {
        this.complaints = complaints;
        this.usages = usages;
        this.telling = telling;
        this.rows = rows;
        this.vocabulary = vocabulary;
    }

    @GetMapping(HOME)
    ModelAndView list(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String before,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        boolean answered = view.equals(ANSWERED);
        ComplaintId start = ComplaintId.parse(before).orElse(null);
        List<Complaint> found =
                answered
                        ? complaints.answered(officer.province(), start, PAGE + 1)
                        : complaints.waiting(officer.province(), PAGE);
        List<Complaint> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = HOME + "?view=" + ANSWERED;
        return Reply.page(
                "inquiries/complaints",
                new ComplaintsPage(
                        words.t(
                                answered
                                        ? "inquiries.complaints.answered"
                                        : "inquiries.complaints.waiting"),
                        views(answered, officer, words),
                        shown.isEmpty() ? null : table(shown, officer, words),
                        new Pager(
                                start == null ? null : here,
                                found.size() > PAGE
                                        ? here + "&before=" + shown.getLast().id()
                                        : null)));
    }

    private List<View> views(boolean answered, CurrentOfficer officer, Words words) {
        return List.of(
                new View(
                        words.t("inquiries.complaints.waiting"),
                        HOME,
                        complaints.countWaiting(officer.province()),
                        !answered),
                new View(
                        words.t("inquiries.complaints.answered"),
                        HOME + "?view=" + ANSWERED,
                        complaints.countAnswered(officer.province()),
                        answered));
    }

    private DataTable table(List<Complaint> shown, CurrentOfficer officer, Words words) {
        return new DataTable(
                words.t("inquiries.complaints.caption"),
                List.of(
                        words.t("inquiries.usage.office"),
                        words.t("inquiries.usage.who"),
                        words.t("inquiries.usage.why"),
                        words.t("inquiries.complaints.used"),
                        words.t("inquiries.complaints.made"),
                        words.t("inquiries.complaints.due")),
                shown.stream().map(complaint -> row(complaint, officer, words)).toList());
    }

    private List<Cell> row(Complaint complaint, CurrentOfficer officer, Words words) {
        Usage usage = usage(complaint, officer);
        return List.of(
                Cell.link(telling.office(usage, words), HOME + "/" + complaint.id()),
                Cell.text(telling.who(usage, words)),
                Cell.text(telling.why(usage, words)),
                Cell.time(usage.at()),
                Cell.time(complaint.madeAt()),
                due(complaint, words));
    }

    private Cell due(Complaint complaint, Words words) {
        if (complaint.isAnswered()) {
            return Cell.text(words.shortDate(complaints.dueOn(complaint)));
        }
        int left = complaints.daysLeft(complaint);
        String text =
                left > 0
                        ? words.t("inquiries.complaints.left", left)
                        : words.t(
                                left == 0
                                        ? "inquiries.complaints.today"
                                        : "inquiries.complaints.late");
        Due.Urgency urgency =
                left < 0 ? Due.Urgency.LATE : left <= SOON ? Due.Urgency.SOON : Due.Urgency.CALM;
        return Cell.due(new Due(text, complaints.dueOn(complaint), urgency));
    }

    /** Evidence is never deleted, so a complaint about nothing is a bug. */
    private Usage usage(Complaint complaint, CurrentOfficer officer) {
        return usages.findEvenHidden(officer.province(), complaint.person(), complaint.usage())
                .orElseThrow();
    }

    @GetMapping(HOME + "/{id}")
    ModelAndView open(@PathVariable String id, CurrentOfficer officer, Locale locale) {
        Complaint complaint = complaint(id, officer);
        Complaint.Answer answer = complaint.answer();
        String text = answer == null ? "" : answer.text();
        return Reply.page(
                "inquiries/complaint",
                page(complaint, text, false, Errors.none(), officer, locale));
    }

    private Complaint complaint(String id, CurrentOfficer officer) {
        return ComplaintId.parse(id)
                .flatMap(parsed -> complaints.find(officer.province(), parsed))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ComplaintPage page(
            Complaint complaint,
            String text,
            boolean overtaken,
            Errors errors,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        return new ComplaintPage(
                complaint.id().toString(),
                complaint.isAnswered()
                        ? new Tag(words.t("inquiries.complaints.state.answered"), Tone.OK)
                        : new Tag(words.t("inquiries.complaints.state.waiting"), Tone.WARN),
                facts(complaint, complaint.answer(), words),
                rows.of(usage(complaint, officer), words),
                complaint.words(),
                text,
                !complaint.isAnswered(),
                overtaken,
                errors);
    }

    private static List<Row> facts(
            Complaint complaint, Complaint.@Nullable Answer answer, Words words) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row(words.t("inquiries.complaints.made"), words.moment(complaint.madeAt())));
        if (answer != null) {
            facts.add(new Row(words.t("inquiries.complaints.by"), words.digits(answer.by())));
            facts.add(new Row(words.t("inquiries.complaints.at"), words.moment(answer.at())));
        }
        return facts;
    }

    @PostMapping(HOME + "/{id}/answer")
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            CurrentOfficer officer,
            Locale locale) {
        Complaint complaint = complaint(id, officer);
        String said = PersianText.normaliseLines(text);
        Optional<String> wrong = wrong(said);
        if (wrong.isPresent()) {
            Errors errors = Errors.of("text", vocabulary.in(locale).t(wrong.get()));
            return Reply.invalid(
                    "inquiries/complaint", page(complaint, said, false, errors, officer, locale));
        }
        if (complaints.answer(complaint, said, officer)) {
            return Reply.seeOther(HOME + "/" + id);
        }
        Complaint now = complaint(id, officer);
        Complaint.Answer first = now.answer();
        boolean same = first != null && first.text().equals(said);
        return same
                ? Reply.seeOther(HOME + "/" + id)
                : Reply.page(
                        "inquiries/complaint",
                        page(
                                now,
                                first == null ? "" : first.text(),
                                true,
                                Errors.none(),
                                officer,
                                locale),
                        HttpStatus.CONFLICT);
    }

    private static Optional<String> wrong(String said) {
        if (said.isBlank()) {
            return Optional.of("inquiries.complaint.error.empty");
        }
        return said.length() > Complaints.LONGEST
                ? Optional.of("inquiries.complaint.error.long")
                : Optional.empty();
    }
}
