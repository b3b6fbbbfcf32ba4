package org.dargah;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Who asks is what the connection says, unless a proxy that we know says more. */
@NullMarked
class ComingThroughAProxyTest {

    @Test
    void withoutAProxyNobodyMayNameAnotherAddress() throws Exception {
        assertThat(asker(List.of(), "203.0.113.7")).isEqualTo("127.0.0.1 http");
    }

    @Test
    void anUnknownProxyIsNotBelieved() throws Exception {
        assertThat(asker(List.of("198.51.100.1"), "203.0.113.7")).isEqualTo("127.0.0.1 http");
    }

    @Test
    void aKnownProxyIsBelieved() throws Exception {
        assertThat(asker(List.of("127.0.0.1"), "203.0.113.7")).isEqualTo("203.0.113.7 https");
        assertThat(asker(List.of(" ::1 ", "127.0.0.1"), "203.0.113.7"))
                .isEqualTo("203.0.113.7 https");
    }

    @Test
    void whatTheAskerItselfWroteInFrontIsNotBelieved() throws Exception {
        assertThat(asker(List.of("127.0.0.1"), "192.0.2.1, 203.0.113.7"))
                .isEqualTo("203.0.113.7 https");
    }

    private static String asker(List<String> trusted, String forwardedFor) throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        new ReverseProxy(trusted).customize(factory);
        var server =
                factory.getWebServer(
                        context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + server.getPort()))
                                    .header("X-Forwarded-For", forwardedFor)
                                    .header("X-Forwarded-Proto", "https")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop();
        }
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.getWriter().print(request.getRemoteAddr() + " " + request.getScheme());
        }
    }
}
