package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.World;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.CaseId;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that the engine gave up is seen, understood, and handed over again by a person. */
@DargahTest
class GivingUpAJobTest {

    @LocalServerPort int port;

    @Value("${dargah.data}")
    Path data;

    @Autowired JdbcClient jdbc;

    @Autowired DemoAccounts accounts;

    @Autowired ManagementService engine;

    @Autowired RuntimeService running;

    @AfterEach
    void everyRegistryAnswersAgain() throws Exception {
        control("DELETE", "");
    }

    @Test
    void theAdministratorSeesItAndHandsItOverAgain() throws Exception {
        Applying citizen = waitingForDegrees(Personas.GRADUATE);
        Job waiting = jobOf(citizen);
        assertThat(waiting.getRetries()).as("silence uses up no tries").isEqualTo(60);
        engine.moveJobToDeadLetterJob(waiting.getId());
        control("DELETE", "");

        for (Page page : List.of(Browser.shared().desktop(), Browser.shared().phone())) {
            String size = page.viewportSize().width > 600 ? "desktop" : "phone";
            signIn(page, "administrator");
            page.navigate(home() + "/work/machine");
            assertThat(page.locator("main").innerText())
                    .contains("رسیدگی کنید", "کارهای رهاشده", citizen.code)
                    .doesNotContain("نمونه‌پور");
            Browser.look(page, "machine-" + size + "-dead");
            link(page, "دوباره بسپارید");
            Browser.look(page, "machine-" + size + "-retry");
            if (size.equals("phone")) {
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("بله، دوباره بسپار"))
                        .click();
                assertThat(page.locator("main").innerText()).contains("این کار ثبت شد");
                Browser.look(page, "machine-" + size + "-done");
            }
            page.context().close();
        }

        citizen.waitFor("پذیرفته شد");
        assertThat(acts(citizen.code, "JOB_TRIED_AGAIN")).isEqualTo(1);
        assertThat(acts(citizen.code, "CERTIFICATE_ISSUED")).isEqualTo(1);
    }

    @Test
    void anAuditorReadsButChangesNothingAndNobodyElseEnters() throws Exception {
        Visitor auditor = official("auditor");
        assertThat(auditor.open("/work/machine").body())
                .contains("حال سامانه")
                .doesNotContain("تلاش دوباره");
        assertThat(auditor.open("/work/machine/retries/x").status()).isEqualTo(403);
        assertThat(official("guild-kerman").open("/work/machine").status()).isEqualTo(403);
        assertThat(official("governor").open("/work/machine").status()).isEqualTo(403);
        assertThat(new Visitor(port).open("/work/machine").status()).isEqualTo(303);

        Visitor administrator = official("administrator");
        assertThat(administrator.open("/work/machine/retries/nothing").location())
                .isEqualTo("/work/machine?again=gone");
    }

    @Test
    void prometheusReadsTheFiguresByTheTokenAlone() throws Exception {
        assertThat(metrics("wrong").statusCode()).isEqualTo(401);
        assertThat(new Visitor(port).open("/actuator/prometheus").status()).isEqualTo(303);

        var answer = metrics(Files.readString(data.resolve("metrics-token")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "dargah_jobs{state=\"dead\"}",
                        "dargah_jobs_oldest_seconds{state=\"waiting\"}",
                        "dargah_cases{stage=\"approved\"}",
                        "dargah_sms_waiting",
                        "dargah_sms_oldest_seconds",
                        "dargah_news_unheard",
                        "dargah_payments_mismatched",
                        "dargah_payments_pending",
                        "dargah_rounds_failing",
                        "dargah_acts_total{act=",
                        "hikaricp_connections_pending",
                        "disk_free_bytes");
        assertThat(answer.body())
                .as("no national id, mobile, or code of a case in a label")
                .doesNotContainPattern("=\"[^\"]*\\b(999\\d{7}|09\\d{9}|KR-[2-9A-Z]{4})");
    }

    private Applying waitingForDegrees(Citizen citizen) throws Exception {
        control("PUT", "{\"fault\":\"error\"}");
        var applying = new Applying(port).draft(citizen, Applying.CERTIFICATE);
        applying.answer("recipient", Map.of("recipient", "study"));
        assertThat(applying.visitor.submit(applying.lastForm()).status()).isEqualTo(303);
        applying.waitFor("منتظر پاسخ استعلام");
        return applying;
    }

    /** The job between two tries. */
    private Job jobOf(Applying citizen) {
        CaseId id =
                jdbc.sql("select id from cases.case_file where tracking = :code")
                        .param("code", citizen.code)
                        .query(
                                (row, number) ->
                                        new CaseId(row.getObject("id", java.util.UUID.class)))
                        .single();
        String process =
                running.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .singleResult()
                        .getId();
        for (int tries = 0; tries < 100; tries++) {
            Job job =
                    engine.createTimerJobQuery()
                            .processInstanceId(process)
                            .withException()
                            .singleResult();
            if (job != null) {
                return job;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("No job waits for another try");
    }

    private Visitor official(String name) {
        Visitor visitor = new Visitor(port);
        visitor.signInAtWork(name, accounts.password(name));
        return visitor;
    }

    private void signIn(Page page, String name) {
        page.navigate(home() + "/work/sign-in");
        page.locator("[name='username']").fill(name);
        page.locator("[name='password']").fill(accounts.password(name));
        page.locator("main form button").first().click();
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private String home() {
        return "http://127.0.0.1:" + port;
    }

    private HttpResponse<String> metrics(String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(home() + "/actuator/prometheus"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private int acts(String code, String act) {
        return jdbc.sql(
                        """
                        select count(*) from acts.act a join cases.case_file c
                            on c.province = a.province and c.id = a.case_id
                        where c.tracking = :code and a.act = :act
                        """)
                .param("code", code)
                .param("act", act)
                .query(Integer.class)
                .single();
    }

    private static void control(String method, String body) throws Exception {
        String path = method.equals("PUT") ? "/control/degrees" : "/control";
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(World.outside().url() + path))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
