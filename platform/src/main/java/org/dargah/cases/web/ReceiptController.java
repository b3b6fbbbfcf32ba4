package org.dargah.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dargah.cases.Applicant;
import org.dargah.cases.CaseFile;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.catalog.Service;
import org.dargah.documents.Qr;
import org.dargah.identity.CurrentPerson;
import org.dargah.payments.Payment;
import org.dargah.payments.Payments;
import org.dargah.ui.Receipt;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The receipt of a submitted case. */
@Controller
class ReceiptController {

    private final Own own;
    private final CaseTimeline timeline;
    private final CaseTexts texts;
    private final Payments payments;
    private final Vocabulary vocabulary;

    ReceiptController(
            Own own,
            CaseTimeline timeline,
            CaseTexts texts,
            Payments payments,
            Vocabulary vocabulary) {
        this.payments = payments;
        this.own = own;
        this.timeline = timeline;
        this.texts = texts;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/cases/{code}/receipt")
    ModelAndView receipt(@PathVariable String code, CurrentPerson person, Locale locale) {
        CaseFile file = own.file(person, code);
        if (file.submittedAt() == null) {
            return Reply.seeOther("/cases/" + code);
        }
        Words words = vocabulary.in(locale);
        Service service = own.service(file);
        Applicant applicant = own.applicant(person);
        return Reply.page(
                "cases/receipt",
                new ReceiptPage(
                        file.tracking().text(),
                        receipt(file, service, words),
                        timeline.next(file, service.decidesItself(), words),
                        payment(file, words),
                        applicant.mobile().digits(),
                        file.stage().isEnd()));
    }

    private List<Row> payment(CaseFile file, Words words) {
        return payments.ofCase(file.province(), file.id()).stream()
                .filter(Payment::isPaid)
                .findFirst()
                .map(
                        paid ->
                                List.of(
                                        new Row(
                                                words.t("cases.receipt.amount"),
                                                words.money(paid.amount())),
                                        Row.code(
                                                words.t("cases.receipt.reference"),
                                                Objects.requireNonNull(paid.reference())),
                                        new Row(
                                                words.t("cases.receipt.paid"),
                                                words.moment(
                                                        Objects.requireNonNull(paid.paidAt())))))
                .orElse(List.of());
    }

    private Receipt receipt(CaseFile file, Service service, Words words) {
        Instant at = Objects.requireNonNull(file.submittedAt());
        Qr qr = Qr.of(texts.trackingAddress(file));
        return new Receipt(
                words.t("cases.receipt.title"),
                words.list(AnswerTexts.title(service, words), words.moment(at)),
                words.t("cases.tracking"),
                file.tracking().text(),
                qr.path(),
                qr.size(),
                words.t("cases.receipt.qr"));
    }
}
