package org.dargah.exchange.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Question;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.PersianText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a registry said: status first, then only the fields that were asked. */
record Reading(Declaration declaration, Question question, Instant at) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    Answer of(Wire.Heard heard) {
        return switch (heard.status()) {
            case 200 -> known(heard.body());
            case 404 -> absent(heard.body());
            case 400, 401, 403, 422 ->
                    new Answer.Refused(Refusal.REFUSED_BY_REGISTRY, "HTTP " + heard.status());
            case 429 -> unreachable(Failure.BUSY, wait(heard.retryAfter()));
            default -> unreachable(Failure.REGISTRY_ERROR, declaration.breaker().rest());
        };
    }

    private Answer known(byte[] body) {
        JsonNode tree = tree(body);
        Map<String, String> values = new HashMap<>();
        for (String name : question.fields()) {
            JsonNode value = tree == null ? null : valueAt(tree, name);
            Declaration.Entries entries = entries(name);
            if (entries != null && value != null && value.isArray()) {
                values.put(name, lines(value, entries));
                continue;
            }
            if (value == null || value.isMissingNode() || value.isContainer()) {
                return unreachable(Failure.UNREADABLE, declaration.breaker().rest());
            }
            if (!value.isNull()) {
                values.put(name, PersianText.normalise(value.asString()));
            }
        }
        return new Answer.Known(values, at, declaration.card());
    }

    private Declaration.@Nullable Entries entries(String field) {
        Declaration.Field declared = declaration.fields().get(field);
        return declared == null ? null : declared.list();
    }

    /** A line for each entry, value and words with a bar between: an answer stays text. */
    private static String lines(JsonNode array, Declaration.Entries entries) {
        return array.valueStream()
                .map(
                        entry ->
                                plain(entry.at(entries.value()))
                                        + "|"
                                        + plain(entry.at(entries.words())))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(JsonNode value) {
        return PersianText.normalise(value.asString("")).replace('|', ' ');
    }

    private @Nullable JsonNode valueAt(JsonNode tree, String field) {
        Declaration.Field declared = declaration.fields().get(field);
        return declared == null ? null : tree.at(declared.from());
    }

    private Answer absent(byte[] body) {
        JsonNode problem = tree(body);
        String type = problem == null ? "" : problem.path("type").asString("");
        return declaration.saysAbsent(type)
                ? new Answer.NotFound(declaration.card())
                : unreachable(Failure.REGISTRY_ERROR, declaration.breaker().rest());
    }

    private static @Nullable JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private Answer unreachable(Failure reason, Duration retryAfter) {
        return new Answer.Unreachable(declaration.card(), reason, retryAfter);
    }

    /** Seconds; a registry that sends a date or nonsense gets its declared rest. */
    private Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.matches("\\d{1,9}")) {
            return declaration.breaker().rest();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    }
}
