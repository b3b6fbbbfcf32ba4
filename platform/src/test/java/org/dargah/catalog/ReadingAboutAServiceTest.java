package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class ReadingAboutAServiceTest {

    @LocalServerPort int port;

    @Test
    void oneSearchesInOnesOwnWordsAndReadsEverythingOnOnePage() throws Exception {
        String found = page("/search?q=" + encoded("میخوام مغازه بزنم"), 200);
        assertThat(found).contains("href=\"/services/asnaf/business-licence\"");

        String page = page("/services/asnaf/business-licence", 200);
        assertThat(page)
                .contains(
                        "صدور پروانهٔ کسب",
                        "۱٬۲۰۰٬۰۰۰ ریال",
                        "۷ روز کاری",
                        "۵ سال",
                        "مردان: پایان خدمت یا معافیت دائم",
                        "سازمان وظیفهٔ عمومی",
                        "کپی شناسنامه و کارت ملی",
                        "۲۵۰٬۰۰۰",
                        "/apply/asnaf/business-licence");
    }

    @Test
    void theSamePageIsReadInEnglish() throws Exception {
        assertThat(page("/services/education/degree-confirmation?lang=en", 200))
                .contains("Confirmation of education", "A few seconds", "6 months", "Free");
    }

    @Test
    void theIdentityCardIsFoldedOnThePageInBothLanguages() throws Exception {
        assertThat(page("/services/asnaf/business-licence", 200))
                .contains(
                        "<summary>شناسنامهٔ خدمت</summary>",
                        "کسب‌وکارها (G2B)",
                        "حاکمیتی",
                        "شهرستانی",
                        "۹٬۵۰۰",
                        "۴ روز کاری",
                        "یک بار، تا ۵ روز کاری",
                        "پیش از این ۵ بار؛ اکنون لازم نیست");
        assertThat(page("/services/asnaf/business-licence?lang=en", 200))
                .contains("Identity card of the service", "businesses (G2B)", "An act of state");
    }

    @Test
    void whoHasNotSignedInAsksWhetherTheyAreEligible() {
        var visitor = new Visitor(port);
        assertThat(visitor.open("/services/asnaf/business-licence").body())
                .contains("href=\"/services/asnaf/business-licence/eligible\"");
        Visitor.Page asked = visitor.open("/services/asnaf/business-licence/eligible?all=true");
        assertThat(asked.body())
                .contains("پاسخ‌ها جایی نگه داشته نمی‌شود", "چه روزی به دنیا آمده‌اید؟");
        Visitor.Form form = asked.form("/services/asnaf/business-licence/eligible");
        Visitor.Page told =
                visitor.submit(
                        form.with("person_birthDate.year", "۱۳۹۰")
                                .with("person_birthDate.month", "۶")
                                .with("person_birthDate.day", "۱۲")
                                .with("person_gender", "female"));
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body())
                .contains(
                        "شرطی که برقرار نیست: ۱",
                        "هنگام درخواست از شرکت پست پرسیده می‌شود.",
                        "/apply/asnaf/business-licence");
        assertThat(told.body().indexOf("سن متقاضی"))
                .isLessThan(told.body().indexOf("مردان: پایان خدمت"));
        Visitor.Page wrong = visitor.submit(form.with("person_birthDate.year", "۱۳۹۰"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("errsum", "۱۳۹۰");
    }

    /** On a phone: the answers travel along, what no longer matters is not asked. */
    @Test
    void oneQuestionAtATimeEndsAsSoonAsAConditionFails() {
        var visitor = new Visitor(port);
        String here = "/services/asnaf/business-licence/eligible";
        Visitor.Page page = visitor.open(here);
        assertThat(page.body()).contains("چه کاری انجام می‌دهید؟", "حداکثر ۸ پرسش مانده است");
        assertThat(page.body()).doesNotContain("چه روزی به دنیا آمده‌اید؟");
        page = visitor.submit(page.form(here).with("answers_trade", "clothing"));
        assertThat(page.body()).contains("پاسخ‌های شما").contains("person_gender");
        page = visitor.submit(page.form(here).with("person_gender", "female"));
        page =
                visitor.submit(
                        page.form(here)
                                .with("person_birthDate.year", "۱۳۹۰")
                                .with("person_birthDate.month", "۶")
                                .with("person_birthDate.day", "۱۲"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "شرطی که برقرار نیست: ۱", "مستند قانونی: ", "ادامهٔ پرسش‌ها", "۱۳۹۰/۶/۱۲");
        Visitor.Page wrong =
                visitor.submit(visitor.open(here).form(here).with("answers_trade", "nothing"));
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void whatIsNotFoundGivesAdviceInsteadOfAnEmptyPage() throws Exception {
        assertThat(page("/search?q=" + encoded("قلقلک بنفش"), 200))
                .contains("قلقلک بنفش", "خدمتی پیدا نشد", "href=\"/services\"");
    }

    @Test
    void whatIsTypedIsNeverMarkup() throws Exception {
        assertThat(page("/search?q=" + encoded("<script>alert(1)</script>"), 200))
                .doesNotContain("<script>alert");
    }

    @Test
    void aServiceThatDoesNotExistIsNotFoundAndNothingBreaks() throws Exception {
        page("/services/asnaf/marriage", 404);
        page("/services/education/business-licence", 404);
        page("/services/AsNaF/Business%20Licence", 404);
    }

    private String page(String path, int status) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + port + path))
                                        .header("Accept", "text/html")
                                        .header("Accept-Language", "fa")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
