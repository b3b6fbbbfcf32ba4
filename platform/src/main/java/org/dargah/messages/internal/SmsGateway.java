package org.dargah.messages.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the gateway over HTTP: {@code POST {id, mobile, text}}, idempotent by id. */
final class SmsGateway {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    private final URI address;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    SmsGateway(URI address) {
        this.address = address;
    }

    Delivery deliver(SmsOutbox.Sms sms) {
        try {
            return read(http.send(request(sms), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException broken) {
            return new Delivery.Unanswered(broken.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery.Unanswered("interrupted");
        }
    }

    private HttpRequest request(SmsOutbox.Sms sms) {
        Map<String, String> body =
                Map.of(
                        "id", sms.id().toString(),
                        "mobile", sms.mobile().digits(),
                        "text", sms.text().text());
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }

    private Delivery read(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return saysAccepted(response.body())
                    ? new Delivery.Accepted()
                    : new Delivery.Unanswered("unreadable answer");
        }
        boolean final4xx = status >= 400 && status < 500 && !isForLater(status);
        return final4xx
                ? new Delivery.Refused(status)
                : new Delivery.Unanswered("status " + status);
    }

    private static boolean isForLater(int status) {
        return status == 408 || status == TOO_EARLY || status == TOO_MANY;
    }

    private boolean saysAccepted(String body) {
        try {
            JsonNode answer = json.readTree(body);
            return answer.path("accepted").asBoolean(false);
        } catch (JacksonException garbage) {
            return false;
        }
    }
}
