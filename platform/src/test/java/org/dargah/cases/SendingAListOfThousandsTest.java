package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.cases.internal.CaseTable;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An employer with five thousand workers, without a browser. */
@DargahTest
class SendingAListOfThousandsTest {

    static final String LIST = "/apply/social-security/insurance-list";

    @LocalServerPort int port;

    @Autowired CaseTable table;
    @Autowired JdbcClient jdbc;

    @Test
    void fiveThousandRowsAreCheckedKeptPaidForAndCertified() {
        var employer = new Applying(port).draft(Personas.SHOPKEEPER, LIST);
        String page = employer.visitor.open(employer.form("workshop")).body();
        assertThat(page).contains("کارگاه نمونهٔ نمونه‌پور").contains("کارخانهٔ نمونهٔ نمونه‌پور");
        assertThat(employer.answer("workshop", Map.of("workshop", "0811000001")).location())
                .isEqualTo(employer.form("month"));
        Visitor.Page month =
                employer.answer(
                        "month",
                        Map.of("endsOn.day", "30", "endsOn.month", "8", "endsOn.year", "1405"));
        assertThat(month.location()).as(month.body()).isEqualTo(employer.form("workers"));

        Visitor.Page sent = employer.upload("workers", Payrolls.csv(5000));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);

        assertThat(answersOf(employer)).hasSizeLessThan(1000).contains("\"rows\": 5000");
        assertThat(employer.visitor.open("/cases/" + employer.code + "/lists/workers").body())
                .contains("۵٬۰۰۰ ردیف")
                .contains("?page=2");
        Visitor.Page check = employer.visitor.open("/cases/" + employer.code + "/check");
        assertThat(check.body()).contains("۵٬۰۰۰ ردیف").contains("خودکار حساب شده");

        pay(employer);
        employer.waitFor("/certificates/");
    }

    private String answersOf(Applying employer) {
        return jdbc.sql(
                        "select answers::text from cases.case_file where province = 'IR-08' and"
                                + " tracking = :t")
                .param("t", new TrackingCode(employer.code).text())
                .query(String.class)
                .single();
    }

    private static void pay(Applying employer) {
        Visitor.Page due = employer.visitor.submit(employer.lastForm());
        String provider = Objects.requireNonNull(due.location());
        Visitor.Page page = employer.visitor.open(provider);
        Visitor.Page paid = employer.visitor.submit(page.form(provider + "/payment"));
        employer.visitor.follow(paid);
    }

    CaseFile file(Applying employer) {
        return table.find(new Province("IR-08"), new TrackingCode(employer.code)).orElseThrow();
    }
}
