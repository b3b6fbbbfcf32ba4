package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dargah.exchange.Receiver;

/** Writes a registry's answer as it comes, under the headers of the protocol. */
record Answering(Call call, HttpServletResponse response) implements Receiver {

    private static final Set<String> OURS =
            Set.of(
                    "transfer-encoding",
                    "keep-alive",
                    "proxy-authenticate",
                    "connection",
                    "trailer",
                    "upgrade",
                    "server",
                    "x-road-error");

    @Override
    public void begin(int status, List<Map.Entry<String, String>> headers) {
        response.setStatus(status);
        headers.forEach(
                header -> {
                    if (!OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                        response.addHeader(header.getKey(), header.getValue());
                    }
                });
        response.setHeader("X-Road-Client", call.client().toString());
        response.setHeader("X-Road-Service", call.service().toString());
        response.setHeader("X-Road-Id", call.id());
        response.setHeader("X-Road-Request-Id", call.requestId());
        response.setHeader("X-Road-Request-Hash", RequestHash.of(call));
    }

    @Override
    public void write(byte[] part) throws IOException {
        response.getOutputStream().write(part);
    }
}
