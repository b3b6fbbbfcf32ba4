package org.dargah.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person must fix, by field, in the order of the page. The same sentence stands in the
 * summary and at the field, and says how to fix it.
 */
public record Errors(Map<String, String> messages) {

    private static final Errors NONE = new Errors(Map.of());

    public Errors {
        messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
    }

    public static Errors none() {
        return NONE;
    }

    public static Errors of(String field, String message) {
        return NONE.with(field, message);
    }

    /** The first message of a field stays. */
    public Errors with(String field, String message) {
        Map<String, String> more = new LinkedHashMap<>(messages);
        more.putIfAbsent(field, message);
        return new Errors(more);
    }

    /** Empty when the field is right. */
    public String at(String field) {
        return messages.getOrDefault(field, "");
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    public int count() {
        return messages.size();
    }
}
