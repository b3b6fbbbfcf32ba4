package org.dargah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayingTest {

    @Test
    void aPaymentGoesFromRequestToVerification() throws Exception {
        var token = token(request("pay-1", 1_200_000));
        assertThat(verify(token, 1_200_000).json().get("paid").asBoolean()).isFalse();

        var back = World.form("/sandbox/pay/" + token + "/payment");

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location"))
                .isEqualTo("/payments/callback?x=1&token=" + token + "&status=ok");
        var verified = verify(token, 1_200_000).json();
        assertThat(verified.get("paid").asBoolean()).isTrue();
        assertThat(verified.get("reference").asString()).matches("\\d{4}-\\d{4}-\\d{4}");
        assertThat(verify(token, 1_200_000).json()).isEqualTo(verified);
    }

    @Test
    void theSameRequestAgainIsTheSamePaymentAndAnotherAmountIsRefused() throws Exception {
        var token = token(request("pay-2", 500));

        assertThat(token(request("pay-2", 500))).isEqualTo(token);
        assertThat(request("pay-2", 501).status()).isEqualTo(409);
    }

    @Test
    void tenRequestsAtOnceAreOnePayment() {
        var tokens =
                IntStream.range(0, 10)
                        .parallel()
                        .mapToObj(_ -> requestQuietly("pay-3", 900))
                        .distinct();

        assertThat(tokens).hasSize(1);
    }

    @Test
    void anotherAmountIsNotVerified() throws Exception {
        var token = token(request("pay-4", 1000));
        World.form("/sandbox/pay/" + token + "/payment");

        assertThat(verify(token, 999).status()).isEqualTo(409);
        assertThat(verify("nobody", 1000).status()).isEqualTo(404);
    }

    @Test
    void whoCancelsHasNotPaidAndCannotPayAfterwards() throws Exception {
        var token = token(request("pay-5", 1000));

        var back = World.form("/sandbox/pay/" + token + "/cancellation");
        assertThat(back.header("Location")).endsWith("&status=cancelled");
        World.form("/sandbox/pay/" + token + "/payment");

        assertThat(verify(token, 1000).json().get("paid").asBoolean()).isFalse();
    }

    @Test
    void aSilentPaymentIsFoundOnlyByAsking() throws Exception {
        var token = token(request("pay-6", 1000));

        var back = World.form("/sandbox/pay/" + token + "/silent-payment");

        assertThat(back.header("Location")).isEqualTo("/sandbox/pay/" + token);
        assertThat(World.get("/pay/requests/pay-6").json().get("state").asString())
                .isEqualTo("paid");
        assertThat(World.get("/pay/requests/nothing").status()).isEqualTo(404);
    }

    @Test
    void aRefundHappensOnceAndOnlyForWhatWasPaid() throws Exception {
        var token = token(request("pay-7", 1000));
        assertThat(refund("r-7", token, 1000).status()).isEqualTo(409);
        World.form("/sandbox/pay/" + token + "/payment");

        var refund = refund("r-7", token, 1000);

        assertThat(refund.status()).isEqualTo(200);
        assertThat(refund("r-7", token, 1000).json()).isEqualTo(refund.json());
        assertThat(refund("r-8", token, 1000).status()).isEqualTo(409);
        assertThat(verify(token, 1000).json().get("state").asString()).isEqualTo("refunded");
    }

    @Test
    void thePageAllowsFormsToLeadToTheCallbackAndNowhereElse() throws Exception {
        var away =
                World.post(
                        "/pay/requests",
                        """
                        {"id": "pay-8", "amount": 5, "callback": "http://localhost:8080/c", "description": "<b>"}
                        """);
        var page = World.get(away.json().get("redirect").asString());

        assertThat(page.header("Content-Security-Policy"))
                .endsWith("form-action 'self' http://localhost:8080");
        assertThat(page.body()).contains("۵ ریال", "&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void aCallbackThatIsNoAddressIsRefused() throws Exception {
        for (var callback : new String[] {"javascript:alert(1)", "//evil.example/", "c", ""}) {
            var reply =
                    World.post(
                            "/pay/requests",
                            "{\"id\": \"bad\", \"amount\": 5, \"callback\": \"%s\", \"description\": \"\"}"
                                    .formatted(callback));
            assertThat(reply.status()).as(callback).isEqualTo(400);
        }
    }

    private static World.Reply request(String id, long amount) throws Exception {
        return World.post(
                "/pay/requests",
                """
                {"id": "%s", "amount": %d, "callback": "/payments/callback?x=1", "description": "پروانهٔ کسب"}
                """
                        .formatted(id, amount));
    }

    private static String requestQuietly(String id, long amount) {
        try {
            return token(request(id, amount));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(World.Reply reply) {
        return reply.json().get("token").asString();
    }

    private static World.Reply verify(String token, long amount) throws Exception {
        return World.post(
                "/pay/verify", "{\"token\": \"%s\", \"amount\": %d}".formatted(token, amount));
    }

    private static World.Reply refund(String id, String token, long amount) throws Exception {
        return World.post(
                "/pay/refunds",
                "{\"id\": \"%s\", \"token\": \"%s\", \"amount\": %d}".formatted(id, token, amount));
    }
}
