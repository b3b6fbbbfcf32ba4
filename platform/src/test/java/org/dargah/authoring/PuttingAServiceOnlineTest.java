package org.dargah.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a zip in an analyst's hands to a certificate in a citizen's, without a restart. */
@DargahTest
class PuttingAServiceOnlineTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    @Test
    void anAnalystUploadsASecondPersonApprovesAndACitizenHasTheCertificate() {
        var authors = new Authors(port, accounts);
        Visitor analyst = authors.at("education-analyst");
        String draft = Authors.upload(analyst, Authors.pack("education", "letter-of-use"));
        assertThat(analyst.open(draft).body()).contains("این پیش‌نویس ایرادی ندارد");
        assertThat(Authors.handIn(analyst, draft).status()).isEqualTo(303);
        assertThat(lastAct("letter-of-use")).isEqualTo("PACK_HANDED_IN");
        assertThat(new Visitor(port).open("/services/education/letter-of-use").status())
                .isEqualTo(404);

        Visitor approver = authors.at("education-approver");
        assertThat(Authors.decide(approver, draft, "now").location()).isEqualTo(draft);
        assertThat(approver.open(draft).body()).contains("منتشر شد");
        assertThat(lastAct("letter-of-use")).isEqualTo("SERVICE_PUBLISHED");

        assertThat(new Visitor(port).open("/services/education/letter-of-use").status())
                .isEqualTo(200);
        var citizen = new Visitor(port);
        String apply = "/apply/education/letter-of-use";
        Visitor.Page start = citizen.follow(citizen.signIn(Personas.GRADUATE, apply));
        String home = String.valueOf(citizen.submit(start.form(apply)).location());
        String page = home + "/form/use";
        assertThat(citizen.submit(citizen.open(page).form(page).with("use", "استخدام")).location())
                .isEqualTo(home + "/check");
        String submission = home + "/submission";
        citizen.submit(citizen.open(home + "/check").form(submission).with("agreed", "true"));
        waitFor(citizen, home, "PDF با امضای دیجیتال");
    }

    private static void waitFor(Visitor visitor, String page, String text) {
        for (int tries = 0; tries < 300 && !visitor.open(page).body().contains(text); tries++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(visitor.open(page).body()).contains(text);
    }

    private String lastAct(String service) {
        return jdbc.sql(
                        """
                        select act from acts.act
                        where province = 'IR-08' and details ->> 'service' = :service
                        order by id desc limit 1
                        """)
                .param("service", service)
                .query(String.class)
                .single();
    }
}
