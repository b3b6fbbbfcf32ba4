package org.dargah.exchange.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Question;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.Caller;
import org.springframework.stereotype.Component;

/**
 * The one place that decides whether a question is forwarded. Default deny: a registry, a purpose
 * and each field must be declared, and each key must be what it claims to be.
 */
@Component
public final class Policy {

    private final Declarations declarations;

    public Policy(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Empty when the question may go out. */
    public Optional<Answer> refuses(Question question, Caller caller) {
        return declarations
                .find(question.registry())
                .map(declaration -> check(question, caller, declaration))
                .orElseGet(() -> refused(Refusal.UNKNOWN_REGISTRY, question.registry()));
    }

    private Optional<Answer> check(Question question, Caller caller, Declaration declaration) {
        List<String> allowed = declaration.purposes().get(caller.purpose().code());
        if (allowed == null) {
            return refused(Refusal.PURPOSE_NOT_ALLOWED, caller.purpose().code());
        }
        if (question.fields().isEmpty() || !allowed.containsAll(question.fields())) {
            List<String> denied =
                    question.fields().stream().filter(field -> !allowed.contains(field)).toList();
            return refused(Refusal.FIELD_NOT_ALLOWED, String.join(", ", denied));
        }
        return checkKeys(question.keys(), declaration.request().keys());
    }

    private Optional<Answer> checkKeys(
            Map<String, String> keys, Map<String, Declaration.Key> declared) {
        if (!keys.keySet().equals(declared.keySet())) {
            return refused(Refusal.KEY_NOT_VALID, String.join(", ", declared.keySet()));
        }
        return declared.entrySet().stream()
                .filter(key -> key.getValue().type().read(valueOf(keys, key.getKey())).isEmpty())
                .findFirst()
                .flatMap(key -> refused(Refusal.KEY_NOT_VALID, key.getKey()));
    }

    private static String valueOf(Map<String, String> keys, String name) {
        return keys.getOrDefault(name, "");
    }

    private static Optional<Answer> refused(Refusal reason, String detail) {
        return Optional.of(new Answer.Refused(reason, detail));
    }
}
