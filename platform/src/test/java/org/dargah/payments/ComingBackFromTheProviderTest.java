package org.dargah.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The callback page of the running program, with a browser that follows no redirect. */
@DargahTest
class ComingBackFromTheProviderTest {

    private static final Province KERMAN = new Province("IR-08");

    @Autowired Payments payments;
    @Autowired TransactionTemplate transaction;

    @Value("${dargah.sandbox.url}")
    URI sandbox;

    @LocalServerPort int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CaseId caseId = CaseId.next(Clock.systemUTC());

    @AfterEach
    void goodDay() throws Exception {
        at(sandbox, "PUT", "/control/pay", "{}");
    }

    @Test
    void thePayerComesBackToTheCaseAndItIsPaid() throws Exception {
        URI provider = invite();
        String back =
                at(sandbox, "POST", provider + "/payment", "")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        assertThat(back).startsWith("/payments/callback?token=").endsWith("&status=ok");

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = here(back);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .endsWith("/cases/of-the-test");
        }
        assertThat(payments.ofCase(KERMAN, caseId)).singleElement().matches(Payment::isPaid);
    }

    @Test
    void whatTheAddressClaimsIsNotBelieved() throws Exception {
        String token = invite().toString().replace("/sandbox/pay/", "");

        assertThat(here("/payments/callback?status=ok&token=" + token).statusCode()).isEqualTo(303);
        assertThat(payments.ofCase(KERMAN, caseId)).noneMatch(Payment::isPaid);
    }

    @Test
    void aStrangersTokenLeadsNowhere() throws Exception {
        for (String query : List.of("", "?token=", "?token=nobody&status=ok", "?token=%00")) {
            HttpResponse<String> answer = here("/payments/callback" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(404);
            assertThat(answer.body()).contains("چنین پرداختی پیدا نشد");
        }
    }

    @Test
    void aPayerWhoseBankIsSilentReadsThatNothingIsLost() throws Exception {
        URI provider = invite();
        at(sandbox, "POST", provider + "/payment", "");
        at(sandbox, "PUT", "/control/pay", "{\"fault\": \"error\"}");
        String token = provider.toString().replace("/sandbox/pay/", "");

        HttpResponse<String> answer = here("/payments/callback?token=" + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("دوباره پرداخت نکنید", "/cases/of-the-test");
    }

    @Test
    void aPayerWithoutJavaScriptPaysThroughThePagesOfTheDemo() throws Exception {
        URI provider = invite();
        String here = "http://127.0.0.1:" + port;
        try (Browser browser = new Browser()) {
            Page phone = browser.plainPhone();
            phone.navigate(here + provider);
            phone.locator("form[action$='/payment'] button").click();

            assertThat(phone.url()).doesNotContain("/sandbox/", "/payments/callback");
            assertThat(payments.ofCase(KERMAN, caseId)).singleElement().matches(Payment::isPaid);
        }
    }

    @Test
    void whatAPayerReadsServesEveryone() throws Exception {
        URI provider = invite();
        at(sandbox, "PUT", "/control/pay", "{\"fault\": \"error\"}");
        String token = provider.toString().replace("/sandbox/pay/", "");
        String here = "http://127.0.0.1:" + port + "/payments/callback";
        try (Browser browser = new Browser()) {
            Page desktop = browser.desktop();
            desktop.navigate(here + "?token=" + token);
            Browser.look(desktop, "payment-checking-desktop");
            Page phone = browser.phone();
            phone.navigate(here + "?token=" + token);
            Browser.look(phone, "payment-checking-phone");
            phone.navigate(here + "?lang=en");
            Browser.look(phone, "payment-unknown-phone-en");
        }
    }

    @Test
    void theProviderIsNeverAskedWithinATransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(t -> payments.request(wanted())))
                .isInstanceOf(IllegalStateException.class);
    }

    private URI invite() {
        return switch (payments.request(wanted())) {
            case Invitation.Pay(Payment _, URI provider) -> provider;
            case Invitation.AlreadyPaid _, Invitation.Unavailable _ ->
                    throw new AssertionError("Nobody is invited");
        };
    }

    private PaymentRequest wanted() {
        PersonId payer = PersonId.next(Clock.systemUTC());
        Caller caller =
                new Caller(
                        new AgencyCode("asnaf"),
                        new Actor(Actor.Kind.CITIZEN, payer.toString(), "متقاضی"),
                        Channel.PORTAL,
                        new Purpose("application"),
                        caseId,
                        null);
        return new PaymentRequest(
                KERMAN,
                "fee-" + caseId,
                caller,
                payer,
                "صدور پروانهٔ کسب",
                List.of(new Fee(new AgencyCode("asnaf"), "کارمزد صدور", new Rial(1_200_000))),
                "/cases/of-the-test");
    }

    private HttpResponse<String> here(String path) throws Exception {
        return at(URI.create("http://127.0.0.1:" + port), "GET", path, "");
    }

    private HttpResponse<String> at(URI base, String method, String path, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
