package org.dargah.inquiries.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dargah.evidence.Receipt;
import org.dargah.exchange.Inquiries;
import org.dargah.exchange.Trace;
import org.dargah.identity.CurrentPerson;
import org.dargah.inquiries.Complaint;
import org.dargah.inquiries.Complaints;
import org.dargah.inquiries.ConsentWords;
import org.dargah.inquiries.Usage;
import org.dargah.inquiries.UsageWords;
import org.dargah.inquiries.Usages;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Moment;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One use of a citizen's own data, whole, and «این من نبودم». */
@Controller
class UsageController {

    private final Usages usages;
    private final Complaints complaints;
    private final UsageWords telling;
    private final UsageRows rows;
    private final Vocabulary vocabulary;

    UsageController(
            Usages usages,
            Complaints complaints,
            UsageWords telling,
            UsageRows rows,
            Vocabulary vocabulary) {
        this.usages = usages;
        this.complaints = complaints;
        this.telling = telling;
        this.rows = rows;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/me/usages")
    ModelAndView list() {
        return Reply.seeOther("/me#looks");
    }

    @GetMapping("/me/usages/{id}")
    ModelAndView open(@PathVariable String id, CurrentPerson person, Locale locale) {
        Words words = vocabulary.in(locale);
        Usage usage = own(id, person);
        Optional<Complaint> complaint =
                complaints.about(person.province(), person.id(), usage.id());
        boolean mayComplain = complaint.isEmpty() && !UsageRows.isOwn(usage);
        return Reply.page(
                "inquiries/usage",
                new UsagePage(
                        words.t("inquiries.usage.title", telling.office(usage, words)),
                        telling.outcome(usage, words),
                        words.t(meaning(usage)),
                        rows.of(usage, usages.hiddenUntil(person.id(), usage), words),
                        complaint.map(it -> course(it, words)).orElse(List.of()),
                        complaint.map(Complaint::words).orElse(""),
                        complaint.map(Complaint::answer).map(Complaint.Answer::text).orElse(""),
                        isProved(usage, person) ? UsageWords.PAGE + usage.id() + "/receipt" : "",
                        consent(usage),
                        mayComplain ? UsageWords.PAGE + usage.id() + "/complaint" : ""));
    }

    private Usage own(String id, CurrentPerson person) {
        return InquiryId.parse(id)
                .map(InquiryId::value)
                .flatMap((UUID parsed) -> usages.find(person.province(), person.id(), parsed))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean isProved(Usage usage, CurrentPerson person) {
        return usage instanceof Usage.Asked
                && usages.receipt(person.province(), person.id(), usage.id())
                        instanceof Inquiries.Proof.Proved;
    }

    private static String consent(Usage usage) {
        return usage instanceof Usage.Asked(Trace trace) && trace.consent() != null
                ? ConsentWords.PAGE + "/" + trace.consent()
                : "";
    }

    private static String meaning(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen -> "inquiries.meaning.seen";
            case Usage.Asked(Trace trace) ->
                    switch (trace.inquiry().outcome()) {
                        case KNOWN ->
                                trace.isMatch()
                                        ? "inquiries.meaning.compared"
                                        : "inquiries.meaning.known";
                        case NOT_FOUND -> "inquiries.meaning.not-found";
                        case REFUSED -> "inquiries.meaning.refused";
                        case UNREACHABLE -> "inquiries.meaning.unreachable";
                    };
        };
    }

    private List<Moment> course(Complaint complaint, Words words) {
        Complaint.Answer answer = complaint.answer();
        Moment made = done(words.t("inquiries.complaint.made"), "", complaint.madeAt(), words);
        return answer == null
                ? List.of(made, waits(complaints.dueOn(complaint), words))
                : List.of(
                        made,
                        done(
                                words.t("inquiries.complaint.answered"),
                                words.digits(answer.by()),
                                answer.at(),
                                words));
    }

    private static Moment done(String title, String who, Instant at, Words words) {
        return new Moment(
                Moment.Phase.DONE, title, "", who, words.moment(at), words.machineTime(at));
    }

    private static Moment waits(LocalDate due, Words words) {
        return new Moment(
                Moment.Phase.NOW,
                words.t("inquiries.complaint.waits"),
                words.t("inquiries.complaint.waits.text", words.date(due)),
                "",
                "",
                null);
    }

    /** The same words as the API gives to the program that asked. */
    record ReceiptFile(String proof, String record, String salt) {

        static ReceiptFile of(Receipt receipt) {
            return new ReceiptFile(
                    receipt.proof(), receipt.opened().text(), receipt.opened().saltBase64());
        }
    }

    @GetMapping(path = "/me/usages/{id}/receipt", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptFile> receipt(@PathVariable String id, CurrentPerson person) {
        Usage usage = own(id, person);
        if (usages.receipt(person.province(), person.id(), usage.id())
                instanceof Inquiries.Proof.Proved(Receipt receipt)) {
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"dargah-" + usage.id() + ".json\"")
                    .body(ReceiptFile.of(receipt));
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @GetMapping("/me/usages/{id}/complaint")
    ModelAndView ask(@PathVariable String id, CurrentPerson person, Locale locale) {
        Usage usage = own(id, person);
        return Reply.page("inquiries/complain", confirming(usage, "", Errors.none(), locale));
    }

    private ComplainPage confirming(Usage usage, String said, Errors errors, Locale locale) {
        String back = UsageWords.PAGE + usage.id();
        return new ComplainPage(
                back,
                back + "/complaint",
                rows.of(usage, vocabulary.in(locale)).subList(0, 4),
                said,
                errors);
    }

    @PostMapping("/me/usages/{id}/complaint")
    ModelAndView complain(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            CurrentPerson person,
            Locale locale) {
        Usage usage = own(id, person);
        if (UsageRows.isOwn(usage)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String said = PersianText.normaliseLines(text);
        if (said.length() > Complaints.LONGEST) {
            String error = vocabulary.in(locale).t("inquiries.complaint.error.long");
            return Reply.invalid(
                    "inquiries/complain",
                    confirming(usage, said, Errors.of("text", error), locale));
        }
        complaints.make(person, usage, said);
        return Reply.seeOther(UsageWords.PAGE + usage.id());
    }
}
