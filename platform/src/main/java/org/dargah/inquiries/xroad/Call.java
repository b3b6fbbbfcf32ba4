package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dargah.exchange.Message;
import org.dargah.identity.Proof;
import org.jspecify.annotations.Nullable;

/**
 * A request of the protocol.
 *
 * @param service instance, class, member, subsystem and service
 * @param client as the header names it
 * @param id of the message, chosen by the client or by us
 * @param requestId of this request, chosen by us
 * @param headers as they count for the hash and as the registry gets them
 * @param path below the service, percent-encoded, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Call(
        String method,
        String uri,
        @Nullable String query,
        Identifier service,
        Identifier client,
        String id,
        String requestId,
        List<Map.Entry<String, String>> headers,
        String path,
        byte[] body) {

    private static final String ROOT = "/r1/";
    private static final int SERVICE_PARTS = 5;
    private static final int CLIENT_PARTS = 4;
    private static final int LARGEST_BODY = 64 * 1024;

    /** Between two neighbours only, or telling where a client sits. */
    private static final Set<String> OURS =
            Set.of(
                    "transfer-encoding",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "te",
                    "trailer",
                    "upgrade",
                    "connection",
                    "pragma",
                    "user-agent",
                    "host",
                    "content-length",
                    "server",
                    "expect",
                    "x-road-request-id",
                    "x-road-request-hash");

    /** Empty when it does not follow the protocol. */
    static Optional<Call> read(HttpServletRequest request) throws IOException {
        String uri = request.getRequestURI();
        if (!uri.startsWith(ROOT)) {
            return Optional.empty();
        }
        int end = ROOT.length() - 1;
        for (int parts = 0; parts < SERVICE_PARTS && end >= 0; parts++) {
            end = uri.indexOf('/', end + 1);
        }
        String path = end < 0 ? "" : uri.substring(end);
        Optional<Identifier> service =
                Identifier.parse(
                        uri.substring(ROOT.length(), end < 0 ? uri.length() : end), SERVICE_PARTS);
        Optional<Identifier> client =
                only(request, "X-Road-Client").flatMap(it -> Identifier.parse(it, CLIENT_PARTS));
        byte[] body = body(request);
        if (service.isEmpty() || client.isEmpty() || body.length > LARGEST_BODY) {
            return Optional.empty();
        }
        String id = only(request, "X-Road-Id").orElseGet(() -> UUID.randomUUID().toString());
        String requestId = UUID.randomUUID().toString();
        return Optional.of(
                new Call(
                        request.getMethod(),
                        uri,
                        request.getQueryString(),
                        service.get(),
                        client.get(),
                        id,
                        requestId,
                        headers(request, id, requestId),
                        path,
                        body));
    }

    /** At most one byte more than is allowed. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        int told = request.getContentLength();
        if (told < 0 || told > LARGEST_BODY) {
            return request.getInputStream().readNBytes(LARGEST_BODY + 1);
        }
        byte[] body = new byte[told];
        int read = request.getInputStream().readNBytes(body, 0, told);
        return read == told ? body : Arrays.copyOf(body, read);
    }

    /** A header that came twice would let two readers read two values. */
    static Optional<String> only(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.size() == 1 && !values.getFirst().isBlank()
                ? Optional.of(values.getFirst().strip())
                : Optional.empty();
    }

    private static List<Map.Entry<String, String>> headers(
            HttpServletRequest request, String id, String requestId) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                for (String value : Collections.list(request.getHeaders(name))) {
                    headers.add(Map.entry(name, value));
                }
            }
        }
        headers.add(Map.entry("X-Road-Request-Id", requestId));
        if (request.getHeader("X-Road-Id") == null) {
            headers.add(Map.entry("X-Road-Id", id));
        }
        return headers;
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** As Dargah names the registry behind the service. */
    String registry() {
        return service.part(3) + "/" + service.part(4);
    }

    /** What goes to the registry: all of it but a token by which the client came to us. */
    Message message(Proof proof) {
        return new Message(
                registry(),
                method,
                path,
                query,
                headers.stream()
                        .filter(
                                header ->
                                        proof != Proof.TOKEN
                                                || !header.getKey()
                                                        .equalsIgnoreCase("Authorization"))
                        .toList(),
                body);
    }

    @Override
    public String toString() {
        return "Call[" + method + " " + service + "]";
    }
}
