package org.dargah;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * In the demo a browser reaches only this program; the sandbox's pages (phones, payment, switches)
 * are passed on from its own server. Only the body and the headers named here travel: no cookie of
 * ours ever leaves.
 */
@RestController
@Profile("demo")
class SandboxRelay {

    private static final List<String> THERE = List.of("Content-Type", "Accept", "Accept-Language");
    private static final List<String> BACK =
            List.of("Content-Type", "Location", "Content-Security-Policy", "Cache-Control");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI sandbox;

    SandboxRelay(@Value("${dargah.sandbox.url}") URI sandbox) {
        this.sandbox = sandbox;
    }

    @RequestMapping("/sandbox/**")
    ResponseEntity<byte[]> relay(HttpServletRequest request)
            throws IOException, InterruptedException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var there =
                HttpRequest.newBuilder(sandbox.resolve(request.getRequestURI() + query))
                        .timeout(Duration.ofSeconds(10))
                        .method(
                                request.getMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(
                                        request.getInputStream().readAllBytes()));
        for (String header : THERE) {
            String value = request.getHeader(header);
            if (value != null) {
                there.header(header, value);
            }
        }
        HttpResponse<byte[]> answer =
                client.send(there.build(), HttpResponse.BodyHandlers.ofByteArray());
        var back = ResponseEntity.status(answer.statusCode());
        for (String header : BACK) {
            answer.headers().firstValue(header).ifPresent(value -> back.header(header, value));
        }
        return back.body(answer.body());
    }
}
