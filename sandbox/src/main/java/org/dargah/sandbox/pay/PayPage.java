package org.dargah.sandbox.pay;

import java.net.URI;
import java.sql.SQLException;
import java.util.Objects;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;
import org.dargah.sandbox.pages.Html;
import org.dargah.sandbox.pages.Layout;
import org.dargah.sandbox.pages.Persian;

/** Where a person pays, cancels, or pays without anybody being told. */
final class PayPage {
    private final Till till;

    PayPage(Till till) {
        this.till = till;
    }

    void on(Routes routes) {
        routes.on("GET", "/sandbox/pay/{token}", this::page)
                .on("POST", "/sandbox/pay/{token}/payment", this::pay)
                .on("POST", "/sandbox/pay/{token}/cancellation", this::cancel)
                .on("POST", "/sandbox/pay/{token}/silent-payment", this::payInSilence);
    }

    private Answer page(Call call) throws SQLException {
        return till.byToken(call.path("token"))
                .<Answer>map(PayPage::show)
                .orElseGet(() -> Layout.notFound("چنین پرداختی وجود ندارد"));
    }

    private Answer pay(Call call) throws SQLException {
        till.pay(call.path("token"));
        return back(call);
    }

    private Answer cancel(Call call) throws SQLException {
        till.cancel(call.path("token"));
        return back(call);
    }

    private Answer payInSilence(Call call) throws SQLException {
        till.pay(call.path("token"));
        return till.byToken(call.path("token"))
                .<Answer>map(payment -> Answer.seeOther("/sandbox/pay/" + payment.token()))
                .orElseGet(() -> Layout.notFound("چنین پرداختی وجود ندارد"));
    }

    private Answer back(Call call) throws SQLException {
        return till.byToken(call.path("token"))
                .<Answer>map(payment -> Answer.seeOther(payment.returnAddress()))
                .orElseGet(() -> Layout.notFound("چنین پرداختی وجود ندارد"));
    }

    private static Answer show(Payment payment) {
        var amount = Persian.rials(payment.amount());
        var main =
                """
                <p class="kicker">درگاه پرداخت آزمایشی</p>
                <h1>%s</h1>
                <dl class="facts">
                <div><dt>بابت</dt><dd><bdi>%s</bdi></dd></div>
                <div><dt>شمارهٔ درخواست</dt><dd>%s</dd></div>
                </dl>
                %s
                """
                        .formatted(
                                amount,
                                Html.text(payment.description()),
                                Html.code(payment.token().substring(0, 8)),
                                payment.state() == Payment.State.WAITING
                                        ? choices(payment, amount)
                                        : done(payment));
        return Layout.page(200, "پرداخت " + amount, main, formTargets(payment));
    }

    private static String choices(Payment payment, String amount) {
        return """
        <form method="post" action="/sandbox/pay/%1$s/payment">
        <button class="btn btn--big">پرداخت %2$s</button>
        </form>
        <form method="post" action="/sandbox/pay/%1$s/cancellation">
        <button class="btn btn--2">انصراف</button>
        </form>
        <section class="aside" aria-labelledby="silent">
        <h2 id="silent">برای آزمودن روز بد</h2>
        <p>گاهی پول پرداخت می‌شود ولی خبرش به سامانه نمی‌رسد. با این دکمه پرداخت انجام می‌شود و مرورگر برنمی‌گردد؛ سامانه باید خودش آن را پیدا کند.</p>
        <form method="post" action="/sandbox/pay/%1$s/silent-payment">
        <button class="btn btn--2">پرداخت بدون خبر دادن</button>
        </form>
        </section>
        """
                .formatted(payment.token(), amount);
    }

    private static String done(Payment payment) {
        var title =
                switch (payment.state()) {
                    case PAID, WAITING -> "پرداخت شد";
                    case CANCELLED -> "از پرداخت انصراف دادید";
                    case REFUNDED -> "پرداخت شد و بازگردانده شد";
                };
        var detail =
                payment.paid()
                        ? "شمارهٔ پیگیری "
                                + Html.code(Objects.requireNonNull(payment.reference()))
                                + "، "
                                + Persian.moment(Objects.requireNonNull(payment.paidAt()))
                        : "هیچ مبلغی کم نشد.";
        return """
        <div class="notice"><h2>%1$s</h2>
        <p>%2$s</p></div>
        <p><a class="btn btn--2" href="%3$s">بازگشت به سامانهٔ پذیرنده</a></p>
        """
                .formatted(title, detail, Html.text(payment.returnAddress()));
    }

    /** A browser follows the redirect of a form only where the page's policy lets forms go. */
    private static String formTargets(Payment payment) {
        var callback = URI.create(payment.callback());
        return callback.isAbsolute()
                ? "'self' " + callback.getScheme() + "://" + callback.getRawAuthority()
                : "'self'";
    }
}
