package org.dargah.exchange.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dargah.exchange.Message;
import org.dargah.exchange.Question;
import org.dargah.exchange.Registries;

/**
 * One endpoint of a registry.
 *
 * @param fields those that it answers; no other endpoint of the registry does
 */
public record Operation(Declaration.Request request, List<String> fields) {

    public Operation {
        Objects.requireNonNull(request);
        fields = List.copyOf(fields);
    }

    public Map<String, Declaration.Key> keys() {
        return request.keys();
    }

    boolean takes(Message message) {
        return message.method().equals(request.method().name())
                && request.way().leadsTo(message.path());
    }

    /** What a message asks: all that the endpoint answers, of whom its keys name. */
    public Question read(String registry, Message message) {
        return new Question(registry, Words.keys(request, message), fields);
    }

    Registries.Endpoint endpoint() {
        return new Registries.Endpoint(
                request.method().name(),
                request.path(),
                request.keys().entrySet().stream()
                        .map(key -> Objects.requireNonNullElse(key.getValue().as(), key.getKey()))
                        .sorted()
                        .toList(),
                fields);
    }
}
