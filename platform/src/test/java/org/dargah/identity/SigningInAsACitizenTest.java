package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.Visitor.mobileOf;
import static org.dargah.Visitor.newCode;
import static org.dargah.Visitor.smsTo;
import static org.dargah.sandbox.people.Personas.DECEASED;
import static org.dargah.sandbox.people.Personas.GRADUATE;
import static org.dargah.sandbox.people.Personas.SHOPKEEPER;
import static org.dargah.sandbox.people.Personas.WITHOUT_MOBILE;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.acts.Act;
import org.dargah.exchange.Inquiries;
import org.dargah.exchange.Inquiry;
import org.dargah.identity.internal.PersonRepository;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class SigningInAsACitizenTest {

    private static final Province KERMAN = new Province("IR-08");

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Inquiries inquiries;
    @Autowired PersonRepository people;

    @Value("${dargah.sandbox.url}")
    URI sandbox;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void open() {
        visitor = new Visitor(port);
    }

    @AfterEach
    void heal() throws Exception {
        control("DELETE", "/control", "");
    }

    private void control(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(sandbox.resolve(path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private List<@Nullable String> actsOf(PersonId person) {
        return jdbc.sql(
                        """
                        select act from acts.act
                        where province = 'IR-08' and subject = :person order by id
                        """)
                .param("person", person.value())
                .query(String.class)
                .list();
    }

    @Test
    void theCodeThatReachesTheirOwnMobileLetsThemIn() {
        assertThat(visitor.open("/cases").location()).isEqualTo("/sign-in?continue=%2Fcases");

        Visitor.Page in = visitor.signIn(SHOPKEEPER, "/cases");

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/cases");
        assertThat(visitor.open("/cases").location()).isNull();
        PersonId person = personOf(SHOPKEEPER.nationalId());
        assertThat(actsOf(person))
                .contains(
                        Act.INQUIRY_ANSWERED.name(),
                        Act.SIGN_IN_CODE_SENT.name(),
                        Act.SIGNED_IN.name());
        assertThat(inquiries.about(KERMAN, person, null, 2))
                .extracting(Inquiry::registry)
                .containsExactly("sim/ownership@1", "civil/person@1");
    }

    private PersonId personOf(String nationalId) {
        return people.idOf(new org.dargah.kernel.NationalId(nationalId)).orElseThrow();
    }

    @Test
    void whatIsStoredOfThemIsSealed() {
        visitor.signIn(SHOPKEEPER, "/cases");
        String rows =
                String.join(
                        "\n",
                        jdbc.sql("select p::text from identity.person p")
                                .query(String.class)
                                .list());
        assertThat(rows)
                .doesNotContain(SHOPKEEPER.nationalId(), hex(SHOPKEEPER.nationalId()))
                .doesNotContain(mobileOf(SHOPKEEPER), hex(mobileOf(SHOPKEEPER)));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void persianDigitsAndMonthNamesAreUnderstood() {
        int before = smsTo(mobileOf(SHOPKEEPER)).size();
        Visitor.Page sent =
                visitor.submit(
                        visitor.open("/sign-in")
                                .form("/sign-in")
                                .with("nationalId", "۹۹۹-۰۰۰۰۰۱-۸")
                                .with("birthDate.day", "۱۵")
                                .with("birthDate.month", "ارديبهشت")
                                .with("birthDate.year", "۱۳۶۸")
                                .with("mobile", "۰۹۱۳ ۰۰۰ ۰۰۰۱"));
        assertThat(sent.location()).isEqualTo("/sign-in/code");
        assertThat(newCode(mobileOf(SHOPKEEPER), before)).hasSize(6);
    }

    @Test
    void whatIsNoIdDateOrNumberIsSaidAtItsField() {
        Visitor.Page page =
                visitor.submit(
                        visitor.open("/sign-in")
                                .form("/sign-in")
                                .with("nationalId", "9990000019")
                                .with("birthDate.day", "31")
                                .with("birthDate.month", "12")
                                .with("birthDate.year", "1368")
                                .with("mobile", "0913"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "id=\"nationalId-error\"", "id=\"birthDate-error\"", "id=\"mobile-error\"")
                .contains("value=\"9990000019\"", "value=\"0913\"");
    }

    @Test
    void someoneWhomTheRegistryDoesNotKnowReadsSo() {
        var stranger =
                visitor.open("/sign-in")
                        .form("/sign-in")
                        .with("nationalId", org.dargah.kernel.NationalId.demo(900_001).digits())
                        .with("birthDate.day", "1")
                        .with("birthDate.month", "1")
                        .with("birthDate.year", "1370")
                        .with("mobile", "09130000001");
        Visitor.Page page = visitor.submit(stranger);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("این کد ملی در ثبت احوال پیدا نشد");
    }

    @Test
    void aBirthDateThatDiffersIsSaidAndTheirDataIsNotShown() {
        Visitor.Page page =
                visitor.claim(
                        SHOPKEEPER,
                        SHOPKEEPER.birthDate().plusDays(1),
                        mobileOf(SHOPKEEPER),
                        "/cases");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("تاریخ تولد با ثبت احوال یکی نیست")
                .doesNotContain(SHOPKEEPER.lastName());
    }

    @Test
    void theDeceasedCannotSignInAndStrangersDoNotLearnThatTheyDied() {
        assertThat(visitor.claim(DECEASED, "/cases").body())
                .contains("برای این کد ملی درگذشت ثبت شده است");
        assertThat(
                        visitor.claim(
                                        DECEASED,
                                        DECEASED.birthDate().plusYears(1),
                                        mobileOf(DECEASED),
                                        "/cases")
                                .body())
                .contains("تاریخ تولد با ثبت احوال یکی نیست")
                .doesNotContain("درگذشت");
    }

    @Test
    void aMobileOfSomebodyElseGetsNoCode() {
        int before = smsTo(mobileOf(GRADUATE)).size();
        for (var person : List.of(SHOPKEEPER, WITHOUT_MOBILE)) {
            Visitor.Page page =
                    visitor.claim(person, person.birthDate(), mobileOf(GRADUATE), "/cases");
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("این تلفن همراه به نام شما نیست");
        }
        assertThat(smsTo(mobileOf(GRADUATE))).hasSize(before);
        assertThat(actsOf(personOf(SHOPKEEPER.nationalId()))).contains(Act.SIGN_IN_REFUSED.name());
    }

    @Test
    void aSilentRegistryIsNamedAndTryingAgainNeedsNoTyping() throws Exception {
        control("PUT", "/control/civil", "{\"fault\":\"error\",\"times\":1}");
        Visitor.Page silent = visitor.claim(SHOPKEEPER, "/cases");
        assertThat(silent.status()).isEqualTo(503);
        assertThat(silent.body()).contains("ثبت احوال اکنون پاسخ نمی‌دهد");

        control("PUT", "/control/sim", "{\"fault\":\"error\",\"times\":1}");
        Visitor.Page sim = visitor.submit(silent.form("/sign-in"));
        assertThat(sim.status()).isEqualTo(503);
        assertThat(sim.body()).contains("سامانهٔ شاهکار اکنون پاسخ نمی‌دهد");

        assertThat(visitor.submit(sim.form("/sign-in")).location()).isEqualTo("/sign-in/code");
    }

    @Test
    void whatWasTypedComesBackForCorrection() {
        Visitor.Page stopped =
                visitor.claim(
                        SHOPKEEPER,
                        SHOPKEEPER.birthDate().plusDays(1),
                        mobileOf(SHOPKEEPER),
                        "/cases");
        Visitor.Page again = visitor.submit(stopped.form("/sign-in").with("change", "true"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .contains("value=\"" + SHOPKEEPER.nationalId() + "\"")
                .contains("value=\"" + mobileOf(SHOPKEEPER) + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "cases",
                "/sign-in"
            })
    void signingInNeverLeadsElsewhere(String wanted) {
        assertThat(visitor.signIn(SHOPKEEPER, wanted).location()).isEqualTo("/me");
    }

    @Test
    void theSessionGetsAFreshIdAndItsCookieIsGuarded() {
        visitor.claim(SHOPKEEPER, "/cases");
        String before = visitor.cookie("dargah-session").orElseThrow().getValue();
        Visitor.Page in = visitor.signIn(SHOPKEEPER, "/cases");
        assertThat(visitor.cookie("dargah-session").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(in.raw().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("dargah-session"))
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void signingOutEndsTheSession() {
        visitor.signIn(SHOPKEEPER, "/cases");
        var leave = visitor.open("/sign-in").form("/sign-in");
        Visitor.Page left = visitor.submit(new Visitor.Form("/sign-out", leave.fields()));
        assertThat(left.location()).isEqualTo("/sign-out");
        assertThat(visitor.open("/sign-out").body()).contains("از درگاه خارج شدید");
        assertThat(visitor.open("/cases").location()).startsWith("/sign-in");
        assertThat(actsOf(personOf(SHOPKEEPER.nationalId()))).contains(Act.SIGNED_OUT.name());
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var form = visitor.open("/sign-in").form("/sign-in");
        assertThat(visitor.submit(form.with("_csrf", "guess")).status()).isEqualTo(403);
        assertThat(visitor.submit(form, java.util.Map.of("Sec-Fetch-Site", "cross-site")).status())
                .isEqualTo(403);
        assertThat(visitor.submit(form, java.util.Map.of("Sec-Fetch-Site", "same-origin")).status())
                .isEqualTo(422);
    }

    @Test
    void anUnknownAddressDoesNotAskWhoYouAre() {
        assertThat(visitor.open("/no-such-page").status()).isEqualTo(404);
        assertThat(visitor.open("/identity").status()).isEqualTo(404);
    }
}
