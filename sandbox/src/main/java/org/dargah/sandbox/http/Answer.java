package org.dargah.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler gives back: content with a status, or a connection closed without a word. */
public sealed interface Answer {

    /** An answer that reaches the caller. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Content(int status, String type, byte[] body, Map<String, String> headers)
            implements Answer {
        public Content with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Content(status, type, body, Map.copyOf(more));
        }
    }

    /** The connection is closed before any answer. */
    record Dropped() implements Answer {}

    static Content json(Object value) {
        return content(200, "application/json", Json.bytes(value));
    }

    /** RFC 9457. */
    static Content problem(int status, String name, String title, String detail) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "/problems/" + name);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return content(status, "application/problem+json", Json.bytes(problem));
    }

    static Content html(int status, String page) {
        return content(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** 303, so that the browser follows with GET. */
    static Content seeOther(String location) {
        return content(303, "text/plain", new byte[0]).with("Location", location);
    }

    static Content content(int status, String type, byte @Nullable [] body) {
        return new Content(status, type, body == null ? new byte[0] : body, Map.of());
    }
}
