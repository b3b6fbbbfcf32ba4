package org.dargah.sandbox.pay;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dargah.sandbox.Database;
import org.dargah.sandbox.control.Control;
import org.dargah.sandbox.control.Part;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** What a merchant's program asks: request, look up, verify, refund. */
public final class PaymentProvider {

    record Request(String id, long amount, String callback, String description) {
        Request {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(callback, "callback");
            Objects.requireNonNull(description, "description");
            if (amount < 1) {
                throw new IllegalArgumentException("An amount is at least one rial");
            }
            if (!leadsSomewhere(callback)) {
                throw new IllegalArgumentException("A callback is http(s) or a path");
            }
        }

        private static boolean leadsSomewhere(String callback) {
            var uri = URI.create(callback);
            return uri.isAbsolute()
                    ? "http".equals(uri.getScheme()) || "https".equals(uri.getScheme())
                    : callback.startsWith("/") && !callback.startsWith("//");
        }
    }

    record Claim(String token, long amount) {
        Claim {
            Objects.requireNonNull(token, "token");
        }
    }

    record RefundRequest(String id, String token, long amount) {
        RefundRequest {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(token, "token");
        }
    }

    private final Till till;
    private final PayPage page;

    public PaymentProvider(Database database, Clock clock) {
        this.till = new Till(database, clock);
        this.page = new PayPage(till);
    }

    public void on(Routes routes, Control control) {
        routes.on("POST", "/pay/requests", control.behind(Part.PAY, this::request))
                .on("GET", "/pay/requests/{id}", control.behind(Part.PAY, this::look))
                .on("POST", "/pay/verify", control.behind(Part.PAY, this::verify))
                .on("POST", "/pay/refunds", control.behind(Part.PAY, this::refund));
        page.on(routes);
    }

    private Answer request(Call call) throws IOException, SQLException {
        var wanted = call.json(Request.class);
        var payment =
                till.open(wanted.id(), wanted.amount(), wanted.callback(), wanted.description());
        if (payment.amount() != wanted.amount() || !payment.callback().equals(wanted.callback())) {
            return Answer.problem(
                    409, "id-used", "Id already used", "This id has another amount or callback");
        }
        return Answer.json(
                Map.of(
                        "id", payment.id(),
                        "token", payment.token(),
                        "redirect", "/sandbox/pay/" + payment.token()));
    }

    private Answer look(Call call) throws SQLException {
        return till.find(call.path("id"))
                .<Answer>map(Answer::json)
                .orElseGet(PaymentProvider::unknown);
    }

    private Answer verify(Call call) throws IOException, SQLException {
        var claim = call.json(Claim.class);
        var found = till.byToken(claim.token());
        if (found.isEmpty()) {
            return unknown();
        }
        var payment = found.get();
        if (payment.amount() != claim.amount()) {
            return mismatch();
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", payment.id());
        answer.put("token", payment.token());
        answer.put("amount", payment.amount());
        answer.put("paid", payment.state() == Payment.State.PAID);
        answer.put("state", payment.state());
        answer.put("reference", payment.reference());
        answer.put("paidAt", payment.paidAt());
        return Answer.json(answer);
    }

    private Answer refund(Call call) throws IOException, SQLException {
        var wanted = call.json(RefundRequest.class);
        var found = till.byToken(wanted.token());
        if (found.isEmpty()) {
            return unknown();
        }
        var payment = found.get();
        if (payment.amount() != wanted.amount()) {
            return mismatch();
        }
        return till.refund(wanted.id(), payment)
                .<Answer>map(
                        refund ->
                                Answer.json(
                                        Map.of(
                                                "id", refund.id(),
                                                "token", payment.token(),
                                                "amount", payment.amount(),
                                                "reference", refund.reference(),
                                                "refundedAt", refund.refundedAt())))
                .orElseGet(
                        () ->
                                Answer.problem(
                                        409,
                                        "not-refundable",
                                        "Not refundable",
                                        "Not paid, or refunded under another id"));
    }

    private static Answer unknown() {
        return Answer.problem(404, "unknown-payment", "Unknown payment", "No such payment");
    }

    private static Answer mismatch() {
        return Answer.problem(
                409, "amount-mismatch", "Amount differs", "This is not the amount of the payment");
    }
}
