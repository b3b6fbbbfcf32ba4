package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Reminders;
import org.dargah.documents.Certificate;
import org.dargah.documents.Certificates;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document ends, and its holder has a new one without being asked what the old one says. */
@DargahTest
class RenewingADocumentTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final String RENEWAL = "/apply/asnaf/business-licence-renewal";
    private static final String UNIT = "پوشاک ماندگار";

    @LocalServerPort int port;

    @Autowired Certificates certificates;

    @Autowired CaseTable table;

    @Autowired Reminders reminders;

    @Autowired Acts acts;

    @Autowired DemoAccounts accounts;

    @Autowired JdbcClient jdbc;

    @Test
    void aLicenceThatEndsSoonIsRenewedInPlaceOfTheOldOneAndLosesNoDay() {
        Certificate old = licence(Personas.OFFICE_OWNER);
        LocalDate lastDay = today().plusDays(30);
        ends(old, lastDay);
        assertThat(reminders.round()).isPositive();
        assertThat(reminders.round()).isZero();
        assertThat(acts.ofCase(KERMAN, Objects.requireNonNull(old.caseId())))
                .anyMatch(line -> line.act() == Act.HOLDER_REMINDED);

        Applying holder = renewal(Personas.OFFICE_OWNER, old);
        assertThat(holder.page().body()).contains("از سند پیشین شما", UNIT, "پوشاک و پارچه");
        holder.answer("changes", Map.of("changed", "no"));
        Visitor.Page check = holder.visitor.open("/cases/" + holder.code + "/check");
        assertThat(check.body()).contains("۴۵۰٬۰۰۰").doesNotContain("جریمه");
        pay(holder);
        holder.waitFor("PDF با امضای دیجیتال");

        Certificate renewed = certificateOf(holder);
        assertThat(renewed.validUntil()).isEqualTo(lastDay.plusYears(5));
        assertThat(certificates.find(KERMAN, old.id()).orElseThrow().replacement())
                .satisfies(it -> assertThat(it.by()).isEqualTo(renewed.id()));
        assertThat(new Visitor(port).open("/verify/" + old.code().text()).body())
                .contains("سند تازه‌تری جای این سند را گرفته است");
        assertThat(holder.visitor.open(RENEWAL).body())
                .contains("اکنون سندی برای تمدید ندارید", "این سند تمدید شده است");
    }

    @Test
    void whoComesLateIsChargedAndWhoComesTooLateOrTooEarlyReadsWhy() {
        Certificate licence = licence(Personas.WITHOUT_DEGREE);
        var holder = new Visitor(port);
        String start =
                Objects.requireNonNull(holder.signIn(Personas.WITHOUT_DEGREE, RENEWAL).location());

        ends(licence, today().plusDays(61));
        assertThat(holder.open(start).body()).contains("می‌توانید آن را تمدید کنید");
        ends(licence, today().minusYears(1).minusDays(1));
        assertThat(holder.open(start).body()).contains("مهلت تمدید تا");

        ends(licence, today().minusDays(31));
        Applying late = renewal(Personas.WITHOUT_DEGREE, licence);
        late.answer("changes", Map.of("changed", "no"));
        assertThat(late.visitor.open("/cases/" + late.code + "/check").body())
                .contains("جریمهٔ دیرکرد", "۶۵۰٬۰۰۰");
    }

    @Test
    void aDocumentThatWasTakenBackMeanwhileIsNotRenewed() {
        Certificate licence = licence(Personas.SHOPKEEPER);
        ends(licence, today().plusDays(10));
        Applying holder = renewal(Personas.SHOPKEEPER, licence);
        holder.answer("changes", Map.of("changed", "no"));
        Visitor.Form last = holder.lastForm();
        revoke(licence, "واحد صنفی تعطیل شده است.");

        Visitor.Page refused = holder.visitor.submit(last);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("این سند باطل شده است و تمدید نمی‌شود");
    }

    @Test
    void aSecondApplicationForTheSameDocumentIsNotTaken() {
        Certificate licence = licence(Personas.GRADUATE);
        ends(licence, today().plusDays(10));
        Applying one = renewal(Personas.GRADUATE, licence);
        one.answer("changes", Map.of("changed", "no"));
        Visitor.Form chosen =
                one.visitor.open(RENEWAL).form(RENEWAL).with("document", licence.id().toString());
        assertThat(one.visitor.submit(chosen).location()).isEqualTo("/cases/" + one.code);
        pay(one);

        Visitor.Page again = one.visitor.submit(chosen.with("_key", "another-key-of-this-test"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("سندی را که می‌خواهید تمدید کنید انتخاب کنید");
    }

    @Test
    void whoNeverHadOneIsToldSoAndAnothersDocumentIsNoChoice() {
        Certificate another = licence(Personas.SHOPKEEPER);
        ends(another, today().plusDays(10));
        var stranger = new Visitor(port);
        String start = Objects.requireNonNull(stranger.signIn(Personas.EXEMPT, RENEWAL).location());
        Visitor.Page page = stranger.open(start);

        assertThat(page.body()).contains("سندی به نام شما نیست که در اینجا تمدید شود");
        assertThat(page.body()).doesNotContain(another.id().toString());
    }

    @Test
    void aSupervisorTakesADocumentBackWithAReasonAndTheHolderIsTold() {
        Certificate licence = licence(Personas.SHOPKEEPER);
        String code = tracking(licence);
        String address = "/work/cases/" + code + "/certificates/" + licence.id() + "/revocation";
        assertThat(officer("guild-kerman").open("/work/cases/" + code).body())
                .doesNotContain(address);
        assertThat(officer("guild-kerman").open(address).status()).isEqualTo(403);
        Visitor supervisor = officer("guild-supervisor");
        assertThat(supervisor.open("/work/cases/" + code).body()).contains(address);
        Visitor.Form form = supervisor.open(address).form(address);
        assertThat(supervisor.submit(form).body()).contains("دلیل ابطال را بنویسید");

        int textsBefore = texts(licence);
        Visitor.Form filled = form.with("reason", "محل کسب تخلیه شده است.");
        assertThat(supervisor.submit(filled).status()).isEqualTo(303);
        assertThat(supervisor.submit(filled.with("reason", "دلیل دیگر")).status()).isEqualTo(303);

        assertThat(new Visitor(port).open("/verify/" + licence.code().text()).body())
                .contains("این سند باطل شده است", "محل کسب تخلیه شده است");
        assertThat(
                        acts.ofCase(KERMAN, Objects.requireNonNull(licence.caseId())).stream()
                                .filter(line -> line.act() == Act.CERTIFICATE_REVOKED))
                .hasSize(1);
        assertThat(texts(licence)).isEqualTo(textsBefore + 1);
    }

    @Test
    void whoDecidedTheCaseDoesNotTakeItsDocumentBackToo() {
        Certificate licence = licence(Personas.SHOPKEEPER, "guild-supervisor");
        String address =
                "/work/cases/"
                        + tracking(licence)
                        + "/certificates/"
                        + licence.id()
                        + "/revocation";
        Visitor supervisor = officer("guild-supervisor");

        Visitor.Page refused =
                supervisor.submit(
                        supervisor.open(address).form(address).with("reason", "اشتباه شد."));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("خودتان دربارهٔ این پرونده تصمیم گرفته‌اید");
        assertThat(certificates.find(KERMAN, licence.id()).orElseThrow().stands()).isTrue();
    }

    /** Only the document itself tells its code, and only to its holder's application. */
    @Test
    void aProgramNamesTheDocumentByItsCodeAndOfTwoAtOnceOneIsTaken() throws Exception {
        Certificate licence = licence(Personas.SHOPKEEPER);
        String code = licence.code().text();
        ends(licence, today().plusDays(300));
        assertThat(brought("early", Personas.SHOPKEEPER, code).at("/reason"))
                .isEqualTo("too-early");
        ends(licence, today().plusDays(10));
        assertThat(brought("other", Personas.GRADUATE, code).at("/type"))
                .isEqualTo("/problems/unknown-document");
        assertThat(brought("none", Personas.SHOPKEEPER, "").at("/errors/0/pointer"))
                .isEqualTo("/renews");

        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Program.Reply>> both =
                    List.of(
                            () -> brought("one", Personas.SHOPKEEPER, code),
                            () -> brought("two", Personas.SHOPKEEPER, code));
            List<Program.Reply> replies =
                    two.invokeAll(both).stream().map(Future::resultNow).toList();
            assertThat(replies.stream().map(Program.Reply::status))
                    .containsExactlyInAnyOrder(201, 422);
            for (Program.Reply reply : replies) {
                if (reply.status() == 201) {
                    assertThat(reply.at("/stage")).isEqualTo("awaiting-payment");
                    assertThat(
                                    Program.of(accounts, port)
                                            .get("/api/v1/cases/" + reply.at("/trackingCode"))
                                            .at("/renews/number"))
                            .isEqualTo(licence.number());
                } else {
                    assertThat(reply.at("/reason")).isEqualTo("underway");
                }
            }
        }
    }

    private Program.Reply brought(String key, Citizen holder, String document) {
        return Program.of(accounts, port)
                .submit(
                        key + UUID.randomUUID(),
                        Map.of(
                                "service",
                                "asnaf/business-licence-renewal",
                                "applicant",
                                Map.of(
                                        "nationalId", holder.nationalId(),
                                        "birthDate", holder.birthDate().toString(),
                                        "mobile", holder.mobile()),
                                "answers",
                                Map.of("changed", "no"),
                                "renews",
                                document));
    }

    private int texts(Certificate licence) {
        return jdbc.sql("select count(*) from messages.sms where case_id = ?")
                .param(Objects.requireNonNull(licence.caseId()).value())
                .query(Integer.class)
                .single();
    }

    private void revoke(Certificate licence, String reason) {
        String address =
                "/work/cases/"
                        + tracking(licence)
                        + "/certificates/"
                        + licence.id()
                        + "/revocation";
        Visitor supervisor = officer("guild-supervisor");
        assertThat(
                        supervisor
                                .submit(
                                        supervisor
                                                .open(address)
                                                .form(address)
                                                .with("reason", reason))
                                .status())
                .isEqualTo(303);
    }

    private Applying renewal(Citizen citizen, Certificate licence) {
        var holder = new Applying(port);
        Visitor.Page start = holder.visitor.follow(holder.visitor.signIn(citizen, RENEWAL));
        Visitor.Page opened =
                holder.visitor.submit(
                        start.form(RENEWAL).with("document", licence.id().toString()));
        assertThat(opened.status()).isEqualTo(303);
        holder.code = Objects.requireNonNull(opened.location()).substring("/cases/".length());
        return holder;
    }

    /** A licence of this citizen, as it is issued. */
    private Certificate licence(Citizen citizen) {
        return licence(citizen, "guild-kerman");
    }

    private Certificate licence(Citizen citizen, String decidedBy) {
        var holder = new Applying(port).draft(citizen, Applying.LICENCE);
        holder.answer("place", Map.of("postcode", "7616611301"));
        holder.answer("trade", Map.of("trade", "clothing"));
        holder.answer("name", Map.of("unitName", UNIT));
        holder.answer("plan", Map.of());
        pay(holder);
        holder.waitFor("در حال بررسی");
        Visitor officer = officer(decidedBy);
        String address = "/work/cases/" + holder.code;
        Visitor.Form decision = officer.open(address).form(address + "/decision");
        assertThat(officer.submit(decision.with("choice", "APPROVE")).status()).isEqualTo(303);
        holder.waitFor("PDF با امضای دیجیتال");
        return certificateOf(holder);
    }

    private static void pay(Applying holder) {
        Visitor.Page provider = holder.visitor.submit(holder.lastForm());
        String address = Objects.requireNonNull(provider.location());
        Visitor.Page paid =
                holder.visitor.submit(holder.visitor.open(address).form(address + "/payment"));
        holder.visitor.follow(paid);
    }

    private Certificate certificateOf(Applying holder) {
        CaseFile file =
                table.find(KERMAN, TrackingCode.parse(holder.code).orElseThrow()).orElseThrow();
        List<Certificate> issued = certificates.ofCase(KERMAN, file.id());
        assertThat(issued).hasSize(1);
        return issued.getFirst();
    }

    private String tracking(Certificate certificate) {
        return table.find(KERMAN, Objects.requireNonNull(certificate.caseId()))
                .orElseThrow()
                .tracking()
                .text();
    }

    /** As if it had been issued so long ago. */
    private void ends(Certificate certificate, LocalDate lastDay) {
        jdbc.sql("update documents.certificate set valid_until = ? where id = ?")
                .params(lastDay, certificate.id().value())
                .update();
    }

    private Visitor officer(String username) {
        var officer = new Visitor(port);
        officer.signInAtWork(username, accounts.password(username));
        return officer;
    }

    private static LocalDate today() {
        return Tehran.today(Clock.systemUTC());
    }
}
