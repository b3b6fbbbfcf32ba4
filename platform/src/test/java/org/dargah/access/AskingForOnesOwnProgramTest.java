package org.dargah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.Invitation;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Officers;
import org.dargah.identity.Role;
import org.dargah.identity.Scope;
import org.dargah.inquiries.Bodies;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.dargah.sandbox.people.Citizen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A supervisor asks at a page for a program of their own organisation. */
@DargahTest
@Import(Bodies.class)
class AskingForOnesOwnProgramTest {

    private static final String PASSWORD = "a long sentence for tests";
    private static final String QUERY = "?registry=civil/person@1&purpose=service-delivery";

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired Rights rights;
    @Autowired Officers officers;
    @Autowired DemoAccounts accounts;

    private Visitor officer = new Visitor(0);

    @BeforeEach
    void signIn() {
        officer = new Visitor(port);
        officer.signInAtWork("access", accounts.password("access"));
    }

    private Organisation organisation(String agency) {
        return new Organisation(
                bodies.admit(
                        "سامانهٔ خودی",
                        agency,
                        port,
                        Scope.CASES_WRITE,
                        Scope.CASES_READ,
                        Scope.INQUIRIES));
    }

    private Visitor official(String agency, Role... roles) {
        String name = "o" + UUID.randomUUID().toString().substring(0, 12);
        var administrator =
                new CurrentOfficer(
                        new Province("IR-08"),
                        OfficerId.next(java.time.Clock.systemUTC()),
                        "administrator",
                        "نمونه",
                        "مدیر سامانه",
                        new AgencyCode("dargah"),
                        Set.of(Role.ADMINISTRATOR));
        String link =
                officers.invite(
                        new Invitation(new AgencyCode(agency), "سرپرست فناوری", Set.of(roles)),
                        administrator);
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(officers.accept(token, name, "نمونه سرپرست", PASSWORD))
                .isEqualTo(Officers.Acceptance.DONE);
        var visitor = new Visitor(port);
        assertThat(visitor.signInAtWork(name, PASSWORD).status()).isEqualTo(303);
        return visitor;
    }

    private static String address(Organisation organisation) {
        return "/work/access/programs/" + organisation.id() + "/new";
    }

    private static Visitor.Form form(Visitor supervisor, Organisation organisation) {
        Citizen official = Organisation.OFFICIAL;
        JalaliDate birth = JalaliDate.of(official.birthDate());
        JalaliDate until = JalaliDate.of(java.time.LocalDate.now(Tehran.ZONE).plusMonths(3));
        Map<String, String> typed =
                new LinkedHashMap<>(
                        Map.of(
                                "manner", "fields",
                                "fields", "birthDate",
                                "need", "به‌جای رونوشت شناسنامه که امروز از هر متقاضی می‌گیریم",
                                "position", "مدیر فناوری اطلاعات",
                                "perDay", "۵۰۰",
                                "perMinute", "۱۰",
                                "volume", "هر روز نزدیک پانصد نفر مراجعه می‌کنند",
                                "nationalId", official.nationalId(),
                                "mobile", official.mobiles().getFirst()));
        typed.put("birthDate.day", "" + birth.day());
        typed.put("birthDate.month", "" + birth.month());
        typed.put("birthDate.year", "" + birth.year());
        typed.put("until.day", "" + until.day());
        typed.put("until.month", "" + until.month());
        typed.put("until.year", "" + until.year());
        Visitor.Form form =
                supervisor.open(address(organisation) + QUERY).form(address(organisation));
        for (Map.Entry<String, String> one : typed.entrySet()) {
            form = form.with(one.getKey(), one.getValue());
        }
        return form;
    }

    @Test
    void aSupervisorAsksAnswersACorrectionAndSeesTheRightOfTheProgram() {
        Organisation post = organisation("post");
        Visitor supervisor = official("post", Role.SUPERVISOR);
        assertThat(supervisor.open("/work/access").body())
                .contains("سامانهٔ خودی", address(post), "ادارهٔ کل پست استان کرمان");
        assertThat(supervisor.open(address(post)).body()).contains("ثبت احوال");
        assertThat(supervisor.open(address(post) + "?registry=civil/person@1").body())
                .contains("قانون مبارزه با پول‌شویی");

        Visitor.Form form = form(supervisor, post);
        String home = String.valueOf(supervisor.submit(form).location());
        assertThat(home).startsWith("/work/access/requests/KR-");
        assertThat(supervisor.submit(form).location()).isEqualTo(home);
        String code = home.substring(home.lastIndexOf('/') + 1);
        post.until(code, whole -> whole.at("/brief/stage").asString().equals("reviewing"));
        assertThat(supervisor.open("/work/access").body()).contains(home, "در حال بررسی");

        Organisation.decide(
                officer,
                code,
                Map.of("choice", "ASK_CORRECTION", "explanation", "شمار مراجعان از کجاست؟"));
        assertThat(supervisor.open(home).body()).contains("شمار مراجعان از کجاست؟");
        Visitor.Form answer = supervisor.open(home).form(home + "/correction");
        assertThat(supervisor.submit(answer.with("text", " ")).status()).isEqualTo(422);
        supervisor.submit(answer.with("text", "از سامانهٔ نوبت‌دهی."));
        post.until(code, whole -> whole.at("/brief/stage").asString().equals("reviewing"));
        assertThat(officer.open("/work/cases/" + code).body())
                .contains("از سامانهٔ نوبت‌دهی")
                .doesNotContain("سرپرست فناوری، استانداری");
        Organisation.approve(officer, code);

        post.happened(code, "ACCESS_RIGHT_GRANTED");
        assertThat(supervisor.open(home).body()).contains("پذیرفته شد", "داده شد،");
        assertThat(rights.ofClient(post.id()).getFirst().fields()).containsExactly("birthDate");
        assertThat(post.asks()).isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaidAllAtOnceAndNothingTypedIsLost() {
        Organisation post = organisation("post");
        Visitor supervisor = official("post", Role.APPROVER);

        Visitor.Page wrong =
                supervisor.submit(
                        form(supervisor, post)
                                .with("need", "کوتاه")
                                .with("perDay", "0")
                                .with("until.day", "")
                                .with("nationalId", "123"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("دلیل نیاز", "پرسش در روز", "آخرین روز دسترسی", "کد ملی درست را")
                .contains("value=\"123\"", "کوتاه");

        Visitor.Page stranger =
                supervisor.submit(form(supervisor, post).with("birthDate.year", "1330"));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.body()).contains("تاریخ تولد با ثبت احوال یکی نیست");

        Visitor.Page never = supervisor.submit(form(supervisor, post).with("fields", "salary"));
        assertThat(never.status()).isEqualTo(422);
        assertThat(never.body()).contains("فقط این قلم‌ها");
        assertThat(rights.ofClient(post.id())).isEmpty();
    }

    @Test
    void nobodyAsksForAnotherOrganisationsProgramOrWithoutTheRole() {
        Organisation post = organisation("post");
        Visitor elsewhere = official("customs", Role.SUPERVISOR);
        Visitor clerk = official("post", Role.OFFICER);
        Visitor supervisor = official("post", Role.SUPERVISOR);
        String home = String.valueOf(supervisor.submit(form(supervisor, post)).location());

        assertThat(elsewhere.open(address(post)).status()).isEqualTo(404);
        assertThat(elsewhere.open(home).status()).isEqualTo(404);
        assertThat(elsewhere.open("/work/access").body()).doesNotContain(post.id());
        assertThat(clerk.open("/work/access").status()).isEqualTo(403);
        assertThat(clerk.open(home).status()).isEqualTo(403);
        Visitor.Form stolen = form(supervisor, post);
        assertThat(elsewhere.open("/work/access").status()).isEqualTo(200);
        assertThat(
                        elsewhere
                                .submit(
                                        new Visitor.Form(
                                                        stolen.action(),
                                                        new LinkedHashMap<>(stolen.fields()))
                                                .with("_csrf", csrf(elsewhere)))
                                .status())
                .isIn(403, 404);
    }

    private static String csrf(Visitor visitor) {
        return visitor.open("/work/account")
                .form("/work/account/password")
                .fields()
                .getOrDefault("_csrf", "");
    }

    /** The deciding agency's own programs may ask too: then a colleague decides. */
    @Test
    void whoHandedACaseInDoesNotDecideIt() {
        Organisation own = organisation("governorate");
        Visitor both = official("governorate", Role.SUPERVISOR, Role.OFFICER);
        String home = String.valueOf(both.submit(form(both, own)).location());
        String code = home.substring(home.lastIndexOf('/') + 1);
        own.until(code, whole -> whole.at("/brief/stage").asString().equals("reviewing"));

        Visitor.Page refused = Organisation.approve(both, code);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("خودتان ثبت کرده‌اید");
        assertThat(rights.ofClient(own.id())).isEmpty();

        assertThat(Organisation.approve(officer, code).status()).isEqualTo(303);
        own.happened(code, "ACCESS_RIGHT_GRANTED");
    }
}
