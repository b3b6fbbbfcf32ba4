package org.dargah.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class VerifyingADocumentTest {

    @Autowired Certificates certificates;
    @LocalServerPort int port;

    private final Sample sample = new Sample();

    private Certificate issue() {
        return certificates.issue(sample.order(LocalDate.of(2031, 1, 1)), sample.officer());
    }

    private byte[] file(Certificate certificate) throws IOException {
        Opening opening = certificates.open(Sample.KERMAN, certificate.id(), sample.citizen());
        return ((Opening.Opened) opening).content().getContentAsByteArray();
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    @Test
    void aTypedCodeLeadsToItsPage() throws Exception {
        String code = issue().code().text();
        String typed = code.replace("-", "").toLowerCase(Locale.ROOT);
        HttpResponse<String> answer = visitor().get("/verify?code=" + typed);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/verify/" + code);
    }

    @Test
    void aGenuineOneShowsOnlyWhatAStrangerMaySee() throws Exception {
        HttpResponse<String> answer = visitor().get("/verify/" + issue().code().text());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("این سند اصل است", "گواهی تأیید تحصیلات", "ن••• ن•••")
                .doesNotContain("نمونه‌پور", sample.person.toString(), sample.caseId.toString());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void aMisspeltCodeIsAskedForAgain() throws Exception {
        HttpResponse<String> answer = visitor().get("/verify?code=08-ABCD");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("خطا:", "value=\"08-ABCD\"", "درست نوشته نشده");
    }

    @Test
    void aCodeNobodyGaveIsNotFound() throws Exception {
        String code = VerificationCode.next(Sample.KERMAN).text();
        HttpResponse<String> answer = visitor().get("/verify/" + code);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("چنین سندی پیدا نشد");
    }

    @Test
    void aRevokedOneSaysWhenAndWhy() throws Exception {
        Certificate certificate = issue();
        certificates.revoke(Sample.KERMAN, certificate.id(), "به درخواست دارنده", sample.officer());
        assertThat(visitor().get("/verify/" + certificate.code().text()).body())
                .contains("این سند باطل شده است", "به درخواست دارنده");
    }

    @Test
    void theFileItselfIsGenuineAChangedOneAltered() throws Exception {
        byte[] file = file(issue());
        assertThat(visitor().send("سند.pdf", file).body()).contains("این سند اصل است");
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        assertThat(visitor().send("سند.pdf", longer).body()).contains("این فایل دستکاری شده است");
        byte[] foreign = "%PDF-1.7 something else".getBytes(StandardCharsets.UTF_8);
        assertThat(visitor().send("سند.pdf", foreign).body()).contains("چنین سندی پیدا نشد");
    }

    @Test
    void whatIsNoPdfOrTooLargeIsRefusedWithTheReason() throws Exception {
        byte[] program = "MZ this is no PDF".getBytes(StandardCharsets.UTF_8);
        assertThat(visitor().send("سند.pdf", program))
                .satisfies(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(422);
                            assertThat(answer.body()).contains("این فایل PDF نیست");
                        });
        assertThat(visitor().send("سند.pdf", new byte[20 * 1024 * 1024]))
                .satisfies(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(422);
                            assertThat(answer.body()).contains("۱۰ مگابایت بزرگ‌تر است");
                        });
        assertThat(visitor().send("", new byte[0]).body()).contains("فایل PDF سند را انتخاب کنید");
    }

    @Test
    void everyAnswerServesEveryone() throws Exception {
        Certificate certificate = issue();
        Certificate revoked = issue();
        certificates.revoke(Sample.KERMAN, revoked.id(), "به درخواست دارنده", sample.officer());
        String[] paths = {
            "/verify",
            "/verify?code=08-ABCD",
            "/verify/" + certificate.code().text(),
            "/verify/" + revoked.code().text(),
            "/verify/" + VerificationCode.next(Sample.KERMAN).text(),
            "/verify?lang=en"
        };
        String[] names = {"form", "misspelt", "genuine", "revoked", "unknown", "english"};
        try (Browser browser = new Browser()) {
            Page desktop = browser.desktop();
            Page phone = browser.phone();
            for (int i = 0; i < paths.length; i++) {
                desktop.navigate("http://127.0.0.1:" + port + paths[i]);
                Browser.look(desktop, "verify-" + names[i] + "-desktop");
                phone.navigate("http://127.0.0.1:" + port + paths[i]);
                Browser.look(phone, "verify-" + names[i] + "-phone");
            }
        }
    }
}
