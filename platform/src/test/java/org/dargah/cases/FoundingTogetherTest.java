package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.DargahTest;
import org.dargah.Homecoming;
import org.dargah.Visitor;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.LateSignatures;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.kernel.TravellingClock;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners found a company: one fills in the form, and each of the others signs for themselves. */
@DargahTest
class FoundingTogetherTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final String SERVICE = "/apply/land-deeds/company-founding";

    @LocalServerPort int port;

    @Autowired CaseTable table;

    @Autowired LateSignatures late;

    @Autowired DemoAccounts accounts;

    @Autowired Acts acts;

    @Autowired TravellingClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void comeHome() {
        Homecoming.of(clock, jdbc);
    }

    @Test
    void theCompanyIsHandedInOnlyWhenEachPartnerHasSigned() {
        Applying founder = filled(Personas.SHOPKEEPER, Personas.GRADUATE, Personas.OFFICE_OWNER);
        Visitor.Page asked = founder.visitor.submit(founder.lastForm());
        assertThat(asked.location()).isEqualTo(signatures(founder));
        Visitor.Page waiting = founder.visitor.open(signatures(founder));
        assertThat(waiting.body()).contains("در انتظار امضا", "مریم نمونه‌پور", "بهرام فرض‌پور");
        assertThat(founder.page().location()).isEqualTo(signatures(founder));

        Visitor graduate = partner(Personas.GRADUATE, founder);
        Visitor.Page read = graduate.open(signature(founder));
        assertThat(read.body()).contains("راهگشای نمونه", "من شریک این شرکت هستم");
        assertThat(graduate.open("/cases").body())
                .contains("درخواست‌هایی که همراه دیگران داده‌اید");
        Visitor.Form form = read.form(signature(founder));
        assertThat(graduate.submit(form).body()).contains("یکی از دو راه را انتخاب کنید");
        assertThat(graduate.submit(form.with("word", "sign")).status()).isEqualTo(303);
        assertThat(graduate.submit(form.with("word", "sign")).status()).isEqualTo(303);
        assertThat(file(founder).stage()).isEqualTo(Stage.AWAITING_SIGNATURES);
        assertThat(founder.visitor.open("/cases/" + founder.code + "/check").location())
                .isEqualTo(signatures(founder));

        Visitor owner = partner(Personas.OFFICE_OWNER, founder);
        owner.submit(owner.open(signature(founder)).form(signature(founder)).with("word", "sign"));
        assertThat(founder.visitor.open(signatures(founder)).body()).contains("همه امضا کرده‌اند");
        pay(founder);
        founder.waitFor("برای ادامه بپردازید");
        assertThat(acts(founder, Act.SIGNATURE_GIVEN)).isEqualTo(2);
        assertThat(founder.page().body()).contains("متقاضی همراه، برخط");
        assertThat(graduate.open(signature(founder)).body()).contains("منتظر متقاضی", "امضا شد");
    }

    @Test
    void theNoticeIsPaidOnTheWayAndTheOfficeDecides() {
        Applying founder = inProcess(Personas.SHOPKEEPER, Personas.GRADUATE);
        CaseFile waiting = file(founder);
        assertThat(waiting.stage()).isEqualTo(Stage.AWAITING_APPLICANT);
        assertThat(waiting.waitingSince()).isNotNull();
        Visitor.Page page = founder.page();
        assertThat(page.body()).contains("آگهی ثبت در روزنامهٔ رسمی", "۴۰۰٬۰۰۰");
        assertThat(page.body()).doesNotContain("/correction");

        payLater(founder);
        founder.waitFor("در حال بررسی");
        assertThat(acts(founder, Act.FEE_ASKED)).isEqualTo(1);
        assertThat(acts(founder, Act.PAYMENT_SETTLED)).isEqualTo(2);
        assertThat(founder.visitor.submit(page.form(later(founder))).location())
                .isEqualTo("/cases/" + founder.code);

        var officer = new Visitor(port);
        officer.signInAtWork("deeds", accounts.password("deeds"));
        String address = "/work/cases/" + founder.code;
        officer.submit(officer.open(address).form(address + "/decision").with("choice", "APPROVE"));
        founder.waitFor("PDF با امضای دیجیتال");
    }

    @Test
    void whoWithdrawsWhilePayingHasTheMoneyBackAndNothingGoesOn() {
        Applying founder = inProcess(Personas.EXEMPT, Personas.GRADUATE);
        String provider =
                Objects.requireNonNull(
                        founder.visitor.submit(founder.page().form(later(founder))).location());
        Visitor.Form payment = founder.visitor.open(provider).form(provider + "/payment");
        String withdrawal = "/cases/" + founder.code + "/withdrawal";
        founder.visitor.submit(founder.visitor.open(withdrawal).form(withdrawal));

        founder.visitor.follow(founder.visitor.submit(payment));

        assertThat(file(founder).stage()).isEqualTo(Stage.WITHDRAWN);
        await().untilAsserted(() -> assertThat(acts(founder, Act.PAYMENT_REFUNDED)).isEqualTo(1));
    }

    /** Signed, paid for, and waiting for the second fee. */
    private Applying inProcess(Citizen founder, Citizen partner) {
        Applying applying = filled(founder, partner);
        applying.visitor.submit(applying.lastForm());
        Visitor signer = partner(partner, applying);
        signer.submit(
                signer.open(signature(applying)).form(signature(applying)).with("word", "sign"));
        pay(applying);
        applying.waitFor("برای ادامه بپردازید");
        return applying;
    }

    private static String later(Applying founder) {
        return "/cases/" + founder.code + "/payment";
    }

    private static void payLater(Applying founder) {
        String provider =
                Objects.requireNonNull(
                        founder.visitor.submit(founder.page().form(later(founder))).location());
        founder.visitor.follow(
                founder.visitor.submit(founder.visitor.open(provider).form(provider + "/payment")));
    }

    @Test
    void whoDoesNotSignMakesItADraftAgainAndChangedAnswersAreSignedAnew() {
        Applying founder = filled(Personas.GRADUATE, Personas.EXEMPT);
        founder.visitor.submit(founder.lastForm());
        Visitor exempt = partner(Personas.EXEMPT, founder);
        Visitor.Form form = exempt.open(signature(founder)).form(signature(founder));

        exempt.submit(form.with("word", "refuse").with("reason", "سهم من کم نوشته شده است."));

        assertThat(file(founder).stage()).isEqualTo(Stage.DRAFT);
        assertThat(founder.visitor.open(signatures(founder)).body())
                .contains("درخواست دوباره پیش‌نویس شد", "سهم من کم نوشته شده است");
        founder.answer("capital", Map.of("capital", "100000000", "ownShare", "40000000"));
        founder.visitor.submit(founder.lastForm());
        Visitor.Page late = exempt.submit(form.with("word", "sign"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("درخواست تغییر کرده است");
        assertThat(acts(founder, Act.SIGNATURE_GIVEN)).isZero();
    }

    @Test
    void whatWasSignedIsVoidOnceTheApplicantTakesItBack() {
        Applying founder = filled(Personas.GRADUATE, Personas.EXEMPT, Personas.OFFICE_OWNER);
        founder.visitor.submit(founder.lastForm());
        Visitor exempt = partner(Personas.EXEMPT, founder);
        exempt.submit(
                exempt.open(signature(founder)).form(signature(founder)).with("word", "sign"));
        String back = signatures(founder) + "/return";

        founder.visitor.submit(founder.visitor.open(signatures(founder)).form(back));
        assertThat(file(founder).stage()).isEqualTo(Stage.DRAFT);
        founder.answer("name", Map.of("companyName", "نام دیگر", "activity", "trade"));
        founder.visitor.submit(founder.lastForm());

        assertThat(founder.visitor.open(signatures(founder)).body()).doesNotContain("امضا شد");
    }

    @Test
    void theLastTwoPartnersSignAtOnceAndItGoesOnOnce() throws Exception {
        Applying founder = filled(Personas.SHOPKEEPER, Personas.EXEMPT, Personas.OFFICE_OWNER);
        founder.visitor.submit(founder.lastForm());
        Visitor one = partner(Personas.EXEMPT, founder);
        Visitor other = partner(Personas.OFFICE_OWNER, founder);
        Visitor.Form first = one.open(signature(founder)).form(signature(founder));
        Visitor.Form second = other.open(signature(founder)).form(signature(founder));

        try (var both = Executors.newFixedThreadPool(2)) {
            for (Future<Visitor.Page> answer :
                    both.invokeAll(
                            List.<Callable<Visitor.Page>>of(
                                    () -> one.submit(first.with("word", "sign")),
                                    () -> other.submit(second.with("word", "sign"))))) {
                assertThat(answer.get().status()).isEqualTo(303);
            }
        }

        assertThat(acts(founder, Act.SIGNATURE_GIVEN)).isEqualTo(2);
        assertThat(founder.visitor.open(signatures(founder)).body()).contains("همه امضا کرده‌اند");
    }

    @Test
    void nobodySignsForAnotherOrForThemselvesTwice() {
        Applying founder = filled(Personas.SHOPKEEPER, Personas.SHOPKEEPER);
        Visitor.Page self = founder.visitor.submit(founder.lastForm());
        assertThat(self.status()).isEqualTo(422);
        assertThat(self.body()).contains("ردیف ۱: خودتان هستید");

        Applying alone = filled(Personas.OFFICE_OWNER, Personas.GRADUATE);
        alone.visitor.submit(alone.lastForm());
        assertThat(alone.visitor.open(signature(alone)).status()).isEqualTo(404);
        Visitor stranger = partner(Personas.WITHOUT_DEGREE, alone);
        assertThat(stranger.open(signature(alone)).status()).isEqualTo(404);
        assertThat(stranger.open("/cases").body()).doesNotContain(alone.code);
        assertThat(partner(Personas.GRADUATE, alone).open("/cases/" + alone.code).status())
                .isEqualTo(404);
    }

    @Test
    void aMobileOfSomebodyElseIsNotInvited() {
        Applying founder =
                filled(
                        Personas.SHOPKEEPER,
                        row(0, Personas.GRADUATE, Personas.EXEMPT.mobiles().getFirst()));

        Visitor.Page refused = founder.visitor.submit(founder.lastForm());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("این شمارهٔ همراه به نام این شخص نیست");
    }

    @Test
    void afterTwoWeeksWithoutASignatureItIsADraftAgain() {
        Applying founder = filled(Personas.OFFICE_OWNER, Personas.EXEMPT);
        founder.visitor.submit(founder.lastForm());
        assertThat(file(founder).stage()).isEqualTo(Stage.AWAITING_SIGNATURES);

        clock.travelTo(Clock.systemUTC().instant().plus(Duration.ofDays(14).plusMinutes(5)));
        late.round();

        assertThat(file(founder).stage()).isEqualTo(Stage.DRAFT);
        assertThat(acts(founder, Act.SIGNATURES_LATE)).isEqualTo(1);
    }

    private Applying filled(Citizen founder, Citizen... partners) {
        Map<String, String> rows = new java.util.HashMap<>();
        for (int i = 0; i < partners.length; i++) {
            rows.putAll(row(i, partners[i], partners[i].mobiles().getFirst()));
        }
        return filled(founder, rows);
    }

    private Applying filled(Citizen founder, Map<String, String> rows) {
        Applying applying = blank(founder);
        applying.answer("name", Map.of("companyName", "راهگشای نمونه", "activity", "services"));
        applying.answer("place", Map.of("postcode", "7616611301"));
        applying.answer("capital", Map.of("capital", "100000000", "ownShare", "50000000"));
        Visitor.Page answered = applying.answer("partners", rows);
        assertThat(answered.status()).as(answered.body()).isEqualTo(303);
        return applying;
    }

    /** A draft with nothing in it; what another story left of this founder is thrown away. */
    private Applying blank(Citizen founder) {
        var applying = new Applying(port).draft(founder, SERVICE);
        CaseFile left = file(applying);
        String back = signatures(applying) + "/return";
        if (left.stage() == Stage.AWAITING_SIGNATURES) {
            applying.visitor.submit(applying.visitor.open(signatures(applying)).form(back));
        }
        if (left.pagesDone().isEmpty()) {
            return applying;
        }
        String discard = "/cases/" + applying.code + "/discard";
        applying.visitor.submit(applying.visitor.open(discard).form(discard));
        return new Applying(port).draft(founder, SERVICE);
    }

    private static Map<String, String> row(int number, Citizen partner, String mobile) {
        String row = "partners." + number + ".";
        JalaliDate born = JalaliDate.of(partner.birthDate());
        return Map.of(
                "way",
                "type",
                row + "nationalId",
                partner.nationalId(),
                row + "birthDate",
                born.year() + "/" + born.month() + "/" + born.day(),
                row + "mobile",
                mobile,
                row + "share",
                "25000000");
    }

    private Visitor partner(Citizen citizen, Applying founder) {
        var partner = new Visitor(port);
        partner.signIn(citizen, signature(founder));
        return partner;
    }

    private static void pay(Applying founder) {
        String provider =
                Objects.requireNonNull(founder.visitor.submit(founder.lastForm()).location());
        Visitor.Page paid =
                founder.visitor.submit(founder.visitor.open(provider).form(provider + "/payment"));
        founder.visitor.follow(paid);
    }

    private static String signatures(Applying founder) {
        return "/cases/" + founder.code + "/signatures";
    }

    private static String signature(Applying founder) {
        return "/cases/" + founder.code + "/signature";
    }

    private CaseFile file(Applying founder) {
        return table.find(KERMAN, TrackingCode.parse(founder.code).orElseThrow()).orElseThrow();
    }

    private long acts(Applying founder, Act act) {
        return acts.ofCase(KERMAN, file(founder).id()).stream()
                .map(RecordedAct::act)
                .filter(act::equals)
                .count();
    }
}
