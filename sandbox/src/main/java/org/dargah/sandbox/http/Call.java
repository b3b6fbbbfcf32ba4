package org.dargah.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request: what was in its path, its query and its body. */
public final class Call {
    /** Five thousand people fit; a flood does not. */
    private static final int MAX_BODY = 8 * 1024 * 1024;

    private final HttpExchange exchange;
    private final Map<String, String> variables;

    Call(HttpExchange exchange, Map<String, String> variables) {
        this.exchange = exchange;
        this.variables = variables;
    }

    public String path(String variable) {
        var value = variables.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("The route has no {" + variable + "}");
        }
        return value;
    }

    public @Nullable String query(String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null ? null : pairs(query).get(name);
    }

    public <T> T json(Class<T> shape) throws IOException {
        return Json.read(body(), shape);
    }

    public Map<String, String> form() throws IOException {
        return pairs(new String(body(), StandardCharsets.UTF_8));
    }

    private byte[] body() throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new BodyTooLarge();
        }
        return bytes;
    }

    private static Map<String, String> pairs(String encoded) {
        var pairs = new HashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static final class BodyTooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }
}
