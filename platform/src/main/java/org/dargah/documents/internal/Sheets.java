package org.dargah.documents.internal;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dargah.documents.Certificate;
import org.dargah.documents.Order;
import org.dargah.documents.Receipt;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Tehran;

/** Lays out what is printed: certificates and receipts. Printed sheets are Persian. */
public final class Sheets {

    private static final Locale PERSIAN = Locale.of("fa", "IR");

    private final String remark;

    /** With a remark at the foot of every sheet, unless it is empty. */
    public Sheets(String remark) {
        this.remark = remark;
    }

    /** The sheet of a certificate; {@code verifyAt} is the page where its code is typed. */
    public Sheet certificate(Certificate certificate, Order order, List<Node> body, URI verifyAt) {
        Map<String, String> frame = frame(certificate.title(), order.letterhead());
        frame.put("number", certificate.number());
        frame.put("issued", Tehran.jalali(certificate.issuedAt()).text(PERSIAN));
        LocalDate until = certificate.validUntil();
        if (until != null) {
            frame.put("valid-until", date(until));
        }
        frame.put("verify-at", verifyAt.toString().replaceFirst("^https?://", ""));
        frame.put("verify-code", certificate.code().text());
        return new Sheet(
                frame, verifyAt + "/" + certificate.code().text(), List.of(), body, order.values());
    }

    /** The sheet of a certificate that nobody issued: a mark behind the text, no code, no QR. */
    public Sheet specimen(Certificate certificate, Order order, List<Node> body, URI verifyAt) {
        Sheet sheet = certificate(certificate, order, body, verifyAt);
        Map<String, String> frame = new TreeMap<>(sheet.frame());
        frame.put("specimen", "نمونه");
        frame.put("verify-code", "نمونه");
        frame.put("remark", "این برگه نمونه است؛ سندی صادر نشده است.");
        return new Sheet(frame, verifyAt.toString(), sheet.parts(), sheet.body(), sheet.values());
    }

    public Sheet receipt(Receipt receipt) {
        Map<String, String> frame = frame("درخواست شما ثبت شد", receipt.letterhead());
        frame.put("tracking-code", receipt.code().text());
        frame.put("service", receipt.service());
        frame.put("applicant", receipt.applicant());
        frame.put(
                "moment",
                Tehran.jalali(receipt.submittedAt()).longText(PERSIAN)
                        + "، ساعت "
                        + Tehran.timeText(receipt.submittedAt(), PERSIAN));
        List<Sheet.Part> parts = new ArrayList<>();
        receipt.steps().forEach(step -> parts.add(step(step)));
        Receipt.Payment payment = receipt.payment();
        if (payment != null) {
            parts.add(payment(payment));
        }
        return new Sheet(frame, receipt.address().toString(), parts, List.of(), Map.of());
    }

    private Map<String, String> frame(String title, Order.Letterhead letterhead) {
        Map<String, String> frame = new TreeMap<>();
        frame.put("title", title);
        frame.put("province", letterhead.provinceTitle());
        frame.put("agency", letterhead.agencyTitle());
        if (!remark.isEmpty()) {
            frame.put("remark", remark);
        }
        return frame;
    }

    private static Sheet.Part step(Receipt.Step step) {
        LocalDate by = step.by();
        return new Sheet.Part(
                "step",
                Map.of(
                        "title",
                        step.title(),
                        "text",
                        step.text(),
                        "by",
                        by == null ? "" : JalaliDate.of(by).longText(PERSIAN)));
    }

    private static Sheet.Part payment(Receipt.Payment payment) {
        return new Sheet.Part(
                "payment",
                Map.of(
                        "amount", payment.amount().text(PERSIAN),
                        "reference", payment.reference(),
                        "at", Tehran.momentText(payment.at(), PERSIAN)));
    }

    private static String date(LocalDate date) {
        return JalaliDate.of(date).text(PERSIAN);
    }
}
