package org.dargah.exchange.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dargah.exchange.Message;
import org.dargah.exchange.Question;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * One file of {@code registries/}: how to reach a registry, what it knows, and for which purpose
 * which of its fields may be asked. Whatever is not written there is denied.
 *
 * @param operations its endpoints; all take the same keys, and each field is answered by one
 * @param absent the problem types by which a 404 says "no such record"; any other 404 is an error,
 *     so that a wrong path never reads as "this person does not exist"
 * @param spares what nobody need be asked for, since this registry tells it
 * @param description its OpenAPI document, if it is declared by one
 */
public record Declaration(
        @JsonProperty("registry") String code,
        Title title,
        String provider,
        @Nullable URI url,
        List<Operation> operations,
        Map<String, Field> fields,
        @Nullable List<String> absent,
        Map<String, List<String>> purposes,
        Limits limits,
        Breaker breaker,
        @Nullable Caching caching,
        @Nullable @JsonProperty("retry") Again again,
        @Nullable Spares spares,
        @Nullable JsonNode description) {

    /** The purposes for which cases ask. */
    private static final Set<String> OF_CASES = Set.of("application", "case-review");

    private static final Pattern CODE =
            Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*@[1-9]\\d*");

    public Declaration {
        require(CODE.matcher(code).matches(), "has no code such as civil/person@1", code);
        require(!fields.isEmpty(), "declares no field", code);
        require(!operations.isEmpty(), "offers no endpoint", code);
        operations = List.copyOf(operations);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        absent = absent == null ? List.of() : List.copyOf(absent);
        Stream.of(title, provider, limits, breaker).forEach(Objects::requireNonNull);
        purposes.keySet().forEach(Purpose::new);
        for (List<String> allowed : purposes.values()) {
            require(fields.keySet().containsAll(allowed), "allows an undeclared field", code);
        }
        if (caching != null) {
            require(fields.keySet().containsAll(caching.fields()), "keeps an unknown field", code);
            require(
                    caching.isReasoned() || sensitive(fields, caching.fields()).isEmpty(),
                    "keeps sensitive fields and does not say why",
                    code);
        }
        require(
                again == null || operations.stream().allMatch(it -> it.request().isSafe()),
                "asks again, though asking twice may do harm (safe)",
                code);
    }

    /** True for a name and version such as {@code civil/person@1}. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static void require(boolean holds, String fault, String code) {
        if (!holds) {
            throw new IllegalArgumentException("The declaration " + code + " " + fault);
        }
    }

    /** True if a problem of this type means that the registry has no such record. */
    boolean saysAbsent(String problemType) {
        return absent != null && absent.stream().anyMatch(problemType::endsWith);
    }

    /** Whom or what it is asked about; the same for all its endpoints. */
    public Map<String, Key> keys() {
        return operations.getFirst().keys();
    }

    /** The endpoint that answers all of these fields; empty when none does alone. */
    Optional<Operation> answering(Collection<String> names) {
        return operations.stream().filter(it -> it.fields().containsAll(names)).findFirst();
    }

    /** True when a value has the form of this key. */
    public boolean takes(String name, String value) {
        Key key = keys().get(name);
        return key != null && key.type().read(value).isPresent();
    }

    /** Those of the fields that can do most harm. */
    List<String> sensitive(List<String> names) {
        return sensitive(fields, names);
    }

    private static List<String> sensitive(Map<String, Field> fields, List<String> names) {
        return names.stream()
                .filter(
                        name -> {
                            Field field = fields.get(name);
                            return field != null
                                    && field.sensitivity() == Registry.Sensitivity.SENSITIVE;
                        })
                .toList();
    }

    /** The person whom a question is about, if one of its keys is a national id. */
    public Optional<NationalId> person(Question question) {
        return keys().entrySet().stream()
                .filter(key -> key.getValue().type() == KeyType.NATIONAL_ID)
                .flatMap(key -> Stream.ofNullable(question.keys().get(key.getKey())))
                .flatMap(digits -> NationalId.parse(digits).stream())
                .findFirst();
    }

    /** Where a message goes; empty when no endpoint is there. */
    public Optional<Operation> receiving(Message message) {
        return operations.stream().filter(it -> it.takes(message)).findFirst();
    }

    public List<Registries.Endpoint> endpoints() {
        return operations.stream().map(Operation::endpoint).toList();
    }

    /** What people see of it. */
    public Registry card() {
        List<Registry.Field> known =
                fields.entrySet().stream()
                        .map(entry -> entry.getValue().card(entry.getKey()))
                        .toList();
        return new Registry(
                code, title.fa(), title.en(), new AgencyCode(provider), known, spared());
    }

    /**
     * Only what a case may ask: what asks for consent, or serves other bodies, spares nobody here.
     */
    private Registry.Spared spared() {
        return spares == null || Collections.disjoint(purposes.keySet(), OF_CASES)
                ? Registry.Spared.NOTHING
                : new Registry.Spared(
                        Objects.requireNonNullElse(spares.facts(), Map.of()),
                        Objects.requireNonNullElse(spares.papers(), List.of()),
                        Objects.requireNonNullElse(spares.concepts(), Map.of()),
                        Objects.requireNonNullElse(spares.paperConcepts(), List.of()));
    }

    /** A name in both languages. */
    public record Title(String fa, String en) {}

    /**
     * A request that a registry takes. What stands in braces in the path is a key; a GET carries
     * the others as parameters, a POST in a JSON object.
     *
     * @param safe whether asking twice does no more than asking once; a GET does not by itself
     */
    public record Request(
            Method method, String path, Map<String, Key> keys, @Nullable Boolean safe) {

        public Request {
            // Otherwise a path could name another host or climb out of the registry's own.
            if (!path.startsWith("/") || path.startsWith("//") || path.contains("..")) {
                throw new IllegalArgumentException("Not the path of a registry: " + path);
            }
            keys = Map.copyOf(keys);
        }

        boolean isSafe() {
            return safe == null ? method == Method.GET : safe;
        }

        Way way() {
            return Way.of(path);
        }
    }

    /** How a request is sent. */
    public enum Method {
        GET,
        POST
    }

    /**
     * A key of the question.
     *
     * @param as the registry's own name of it, if another
     */
    public record Key(KeyType type, @Nullable String as) {}

    /**
     * A field of the answer.
     *
     * @param from where it stands in the registry's answer, as a JSON pointer
     * @param list where the entries of an array hold what is told of them; null for a single value
     * @param plain how somebody is asked for it before signing in, where that makes sense
     */
    public record Field(
            JsonPointer from,
            String fa,
            String en,
            Registry.Sensitivity sensitivity,
            @Nullable Entries list,
            Registry.@Nullable Plain plain) {

        Registry.Field card(String name) {
            return new Registry.Field(name, fa, en, sensitivity, plain);
        }
    }

    /** Names by which forms ask for what this registry tells. */
    public record Spares(
            @Nullable Map<String, List<String>> facts,
            @Nullable List<String> papers,
            @Nullable Map<String, String> concepts,
            @Nullable List<String> paperConcepts) {}

    /**
     * What is told of each entry of an array: its value, and the words that people know it by.
     *
     * @param value as a JSON pointer within the entry, and so the words
     */
    public record Entries(JsonPointer value, JsonPointer words) {}

    /**
     * How much of us a registry may hold.
     *
     * @param timeout for the whole exchange of words, to the last byte
     * @param bytes of an answer at most
     * @param concurrent questions at most; those beyond are told at once, not queued
     */
    public record Limits(Duration timeout, int bytes, int concurrent) {}

    /**
     * When a failing registry is left in peace.
     *
     * @param calls how many of the last calls are looked at
     * @param failurePercent from which share of failures on
     * @param rest for how long
     */
    public record Breaker(int calls, int failurePercent, Duration rest) {}
}
