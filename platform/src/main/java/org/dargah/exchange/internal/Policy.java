package org.dargah.exchange.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.exchange.Occasion;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Question;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one place that decides whether a question is forwarded. Default deny: a registry, a purpose
 * and each field must be declared, each key must be what it claims to be, and the program of an
 * organisation must hold a right.
 */
@Component
public final class Policy {

    private final Declarations declarations;
    private final Entitlement entitlement;
    private final Consenting consenting;

    Policy(Declarations declarations, Entitlement entitlement, Consenting consenting) {
        this.declarations = declarations;
        this.entitlement = entitlement;
        this.consenting = consenting;
    }

    /** All that is known of a question: of a program by its rights, of an official by role. */
    public Verdict judge(Asked asked) {
        Verdict verdict = judge(asked.question(), asked.caller(), asked.organisation());
        return verdict instanceof Verdict.Allowed
                ? asked.lookUp()
                        .flatMap(occasion -> checkLookUp(asked, occasion))
                        .<Verdict>map(refused -> refused)
                        .orElse(verdict)
                : verdict;
    }

    /** The purpose must be for the official's role, and what is sensitive is for cases only. */
    private Optional<Verdict.Refused> checkLookUp(Asked asked, Occasion occasion) {
        if (declarations
                .purpose(asked.caller().purpose())
                .filter(purpose -> purpose.isFor(occasion.roles()))
                .isEmpty()) {
            return refused(Refusal.ROLE_NOT_ALLOWED, asked.caller().purpose().code());
        }
        List<String> denied =
                declarations
                        .find(asked.question().registry())
                        .map(it -> it.sensitive(asked.question().fields()))
                        .orElse(List.of());
        return denied.isEmpty()
                ? Optional.empty()
                : refused(Refusal.FIELD_NOT_ALLOWED, String.join(", ", denied));
    }

    /**
     * What a right allows is used up by asking here, so ask once for each question.
     *
     * @param organisation whose program asks; null for Dargah's own questions
     */
    public Verdict judge(Question question, Caller caller, @Nullable Organisation organisation) {
        Optional<Declaration> declared = declarations.find(question.registry());
        if (declared.isEmpty()) {
            return Verdict.refused(Refusal.UNKNOWN_REGISTRY, question.registry());
        }
        Verdict verdict =
                check(question, caller, declared.get())
                        .<Verdict>map(refused -> refused)
                        .orElseGet(
                                () ->
                                        organisation == null
                                                ? new Verdict.Allowed(null)
                                                : entitlement.judge(
                                                        question, caller, organisation));
        return verdict instanceof Verdict.Allowed allowed
                ? consenting.judge(question, caller, organisation, allowed)
                : verdict;
    }

    /** To be told when what was allowed got no answer: it used no consent up. */
    public void unanswered(Verdict verdict, @Nullable Organisation organisation) {
        consenting.unanswered(verdict, organisation);
    }

    private Optional<Verdict.Refused> check(
            Question question, Caller caller, Declaration declaration) {
        List<String> allowed = declaration.purposes().get(caller.purpose().code());
        if (allowed == null) {
            return refused(Refusal.PURPOSE_NOT_ALLOWED, caller.purpose().code());
        }
        if (question.fields().isEmpty() || !allowed.containsAll(question.fields())) {
            List<String> denied =
                    question.fields().stream().filter(field -> !allowed.contains(field)).toList();
            return refused(Refusal.FIELD_NOT_ALLOWED, String.join(", ", denied));
        }
        if (declaration.answering(question.fields()).isEmpty()) {
            return refused(Refusal.ENDPOINT_NOT_OFFERED, "no endpoint answers all of these fields");
        }
        return checkKeys(question.keys(), declaration.keys());
    }

    private Optional<Verdict.Refused> checkKeys(
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

    private static Optional<Verdict.Refused> refused(Refusal reason, String detail) {
        return Optional.of(new Verdict.Refused(reason, detail, null));
    }
}
