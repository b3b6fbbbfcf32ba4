package org.dargah.payments.web;

import org.dargah.kernel.Province;
import org.dargah.payments.Confirmation;
import org.dargah.payments.Payment;
import org.dargah.payments.Payments;
import org.dargah.ui.Reply;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the provider sends browsers. What the address claims about success is not even read: the
 * token only says about which payment the provider is to be asked. It needs no session and shows
 * nothing of the payment, so a stranger's token tells a stranger nothing.
 */
@Controller
class Callback {

    private static final int LONGEST_TOKEN = 200;

    private final Payments payments;
    private final Province province;

    Callback(Payments payments, @Value("${dargah.province}") String province) {
        this.payments = payments;
        this.province = new Province(province);
    }

    @GetMapping("/payments/callback")
    ModelAndView back(@RequestParam(defaultValue = "") String token) {
        return token.isEmpty() || token.length() > LONGEST_TOKEN || token.indexOf('\0') >= 0
                ? unknown()
                : answer(payments.confirm(province, token));
    }

    private static ModelAndView answer(Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.Settled(Payment payment) -> Reply.seeOther(payment.returnTo());
            case Confirmation.NotPaid(Payment payment) -> Reply.seeOther(payment.returnTo());
            case Confirmation.Checking(Payment payment) ->
                    Reply.page(
                            "payments/callback", new CallbackPage("checking", payment.returnTo()));
            case Confirmation.Unknown() -> unknown();
        };
    }

    private static ModelAndView unknown() {
        return Reply.page(
                "payments/callback", new CallbackPage("unknown", "/"), HttpStatus.NOT_FOUND);
    }
}
