package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes faults as the protocol does: type, message and a number to ask about. */
@Component
class Faults {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final boolean http;

    /**
     * @param http true to answer with what a fault means in HTTP (401, 403, 404, 429, 502, 503)
     *     instead of the specification's 500
     */
    Faults(@Value("${dargah.xroad.http-statuses:false}") boolean http) {
        this.http = http;
    }

    void write(HttpServletResponse response, Fault fault, String message) throws IOException {
        response.resetBuffer();
        response.setStatus(fault.status(http));
        response.setHeader("X-Road-Error", fault.type());
        response.setContentType("application/json;charset=utf-8");
        Map<String, String> body = new LinkedHashMap<>();
        body.put("type", fault.type());
        body.put("message", message);
        body.put("detail", UUID.randomUUID().toString());
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }
}
