package org.dargah.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class MeetingAnErrorTest {

    private static final ServletWebServerApplicationContext PAGES = PagesAlone.start();
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void aMissingPageSaysInPersianWhatToDo() throws Exception {
        HttpResponse<String> page = get("/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("dir=\"rtl\"", "این صفحه پیدا نشد", "/nothing?lang=en")
                .doesNotContain("Exception");
    }

    @Test
    void theLanguageIsRemembered() throws Exception {
        HttpResponse<String> page = get("/ui?lang=en");
        assertThat(page.body()).contains("dir=\"ltr\"", "<h1>Components</h1>");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie ->
                                assertThat(cookie).contains("lang=en", "HttpOnly", "SameSite=Lax"));
        assertThat(get("/ui", "Cookie", "lang=en").body()).contains("<h1>Components</h1>");
        assertThat(get("/ui", "Cookie", "lang=xx").body()).contains("<h1>اجزای رابط</h1>");
    }

    @Test
    void aProgramReadsAProblemDocument() throws Exception {
        HttpResponse<String> answer = get("/api/v1/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"/problems/not-found\"", "\"instance\":\"/api/v1/nothing\"");
    }

    @Test
    void aQueryThatCannotBeReadIsTheSendersMistakeAndFillsNoLog() throws Exception {
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try {
            HttpResponse<String> page = get("/ui?=x");
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("lang=\"fa-IR\"").doesNotContain("Exception");
            assertThat(get("/api/v1/cases?=x").statusCode()).isIn(400, 404);
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void aProblemTypeExplainsItself() throws Exception {
        assertThat(get("/problems/not-found").body()).contains("/problems/not-found", "پیدا نشد");
        assertThat(get("/problems/no-such-type").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormAddressDoesNotOpenByHand() throws Exception {
        HttpRequest post = request("/ui").POST(HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<String> page = browser.send(post, HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.body()).contains("این کار از این راه نمی‌شود");
    }

    @Test
    void everyAnswerIsStrict() throws Exception {
        for (String path : new String[] {"/ui", "/nothing", "/css/dargah.css"}) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(
                            policy ->
                                    assertThat(policy)
                                            .contains(
                                                    "default-src 'self'", "frame-ancestors 'none'")
                                            .doesNotContain("unsafe"));
        }
    }

    @Test
    void fontsAndScriptsComeFromTheProgram() throws Exception {
        for (String path :
                new String[] {
                    "/fonts/vazirmatn-arabic-wght-normal.woff2",
                    "/fonts/vazirmatn-latin-wght-normal.woff2",
                    "/js/htmx.min.js",
                    "/img/girih.svg"
                }) {
            HttpResponse<String> file = get(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).as(path).isPresent();
        }
    }

    private HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        int port = Objects.requireNonNull(PAGES.getWebServer()).getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
