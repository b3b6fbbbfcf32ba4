package org.dargah.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

/** As when the database, where sessions live, is gone: every request fails, the error page too. */
class NothingWorksTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Broken {

        /** That of the address first asked for. */
        private static @Nullable Object query(HttpServletRequest request) {
            Object first = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
            return first == null ? request.getQueryString() : first;
        }

        @Bean
        OncePerRequestFilter sessions() {
            return new OncePerRequestFilter() {
                @Override
                protected boolean shouldNotFilterErrorDispatch() {
                    return false;
                }

                @Override
                protected void doFilterInternal(
                        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws ServletException {
                    throw new ServletException(
                            "no database",
                            "sql".equals(query(request))
                                    ? new SQLException("shut down", "57P01")
                                    : null);
                }
            };
        }
    }

    @Test
    void peopleStillReadWhatToDo() throws Exception {
        SpringApplication program = new SpringApplication(PagesAlone.class, Broken.class);
        try (var context =
                (ServletWebServerApplicationContext)
                        program.run("--server.port=0", "--server.address=127.0.0.1")) {
            int port = Objects.requireNonNull(context.getWebServer()).getPort();
            String address = "http://127.0.0.1:" + port + "/ui";
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).isEqualTo(500);
            HttpResponse<String> away = get(address + "?sql");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(away.body()).isEqualTo(answer.body());
            assertThat(answer.body())
                    .contains("دوباره تلاش کنید", "Try again")
                    .doesNotContain("no database", "Tomcat", "Exception");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Everybody asks at once, and the database has no connection left for this one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Crowded {

        @Bean
        OncePerRequestFilter crowd() {
            return new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(
                        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws ServletException {
                    throw new ServletException(
                            new IllegalStateException(
                                    new SQLTransientConnectionException("no connection")));
                }
            };
        }
    }

    @Test
    void whoComesInACrowdIsToldToComeAgain() throws Exception {
        SpringApplication program = new SpringApplication(PagesAlone.class, Crowded.class);
        try (var context =
                        (ServletWebServerApplicationContext)
                                program.run("--server.port=0", "--server.address=127.0.0.1");
                HttpClient browser = HttpClient.newHttpClient()) {
            int port = Objects.requireNonNull(context.getWebServer()).getPort();
            for (String path : new String[] {"ui", "api/v1/cases"}) {
                HttpResponse<String> answer =
                        browser.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + port + "/" + path))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("2");
                assertThat(answer.body()).doesNotContain("no connection", "Exception");
            }
        }
    }
}
