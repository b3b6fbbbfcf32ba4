package org.dargah.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a registry in the registry's own words, to be carried as it is.
 *
 * @param registry its code with version
 * @param method such as {@code POST}
 * @param path below the registry's address, percent-encoded, or empty
 * @param query percent-encoded, or null
 * @param headers that the registry gets, in their order
 * @param body empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Message(
        String registry,
        String method,
        String path,
        @Nullable String query,
        List<Map.Entry<String, String>> headers,
        byte[] body) {

    public Message {
        headers = List.copyOf(headers);
    }

    /** Query and body hold keys. */
    @Override
    public String toString() {
        return "Message[" + registry + ", " + method + "]";
    }
}
