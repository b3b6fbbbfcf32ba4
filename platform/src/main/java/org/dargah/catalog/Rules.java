package org.dargah.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dargah.catalog.Assessment.Evidence;
import org.dargah.catalog.Assessment.Finding;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.internal.DecisionModel;
import org.dargah.catalog.internal.RuleFacts;
import org.dargah.catalog.internal.RuleTime;
import org.dargah.kernel.Rial;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules of services, DMN with FEEL: who is eligible and what it costs. The engine starts with
 * the first question, so that the program does not wait for it.
 */
@Component
public final class Rules {

    private record Models(DecisionModel eligibility, DecisionModel fees) {}

    private final Map<VersionId, Models> compiled = new ConcurrentHashMap<>();
    private final Duration allowed;

    public Rules() {
        this(RuleTime.LONGEST);
    }

    /** Rules that have another time to end. */
    Rules(Duration allowed) {
        this.allowed = allowed;
    }

    /**
     * How the application stands against each condition, in the order of their numbers. Rules that
     * do not end in time leave every condition unknown (ADR 133).
     */
    public Assessment assess(Service service, Facts facts) {
        try {
            return assessed(service, facts);
        } catch (EndlessRule e) {
            return assessment(service, Map.of(), facts);
        }
    }

    private Assessment assessed(Service service, Facts facts) {
        return assessment(
                service, models(service).eligibility().evaluate(facts.asContext(), allowed), facts);
    }

    private static Assessment assessment(
            Service service, Map<String, @Nullable Object> results, Facts facts) {
        return new Assessment(
                service.conditions().stream()
                        .sorted(Comparator.comparingInt(Condition::number))
                        .map(condition -> finding(service, condition, results, facts))
                        .toList());
    }

    /**
     * The same in numbers, as examples promise it.
     *
     * @throws EndlessRule when they do not end in time: no example may promise that
     */
    public Example.Judged judge(Service service, Facts facts) {
        Assessment assessment = assessed(service, facts);
        return new Example.Judged(
                numbers(assessment, Standing.FAILED),
                numbers(assessment, Standing.UNKNOWN),
                service.asks().stream().filter(ask -> !ask.applies(facts)).map(Ask::name).toList(),
                BigDecimal.valueOf(fee(service, facts).total().amount()));
    }

    private static List<Integer> numbers(Assessment assessment, Standing standing) {
        return assessment.with(standing).stream()
                .map(finding -> finding.condition().number())
                .toList();
    }

    /**
     * The facts from which a rule tells how a condition stands, such as {@code answers.trade}; in
     * no order, and none where an officer judges.
     */
    public static Set<String> readFor(Service service, Condition condition) {
        return condition.decision() == null
                ? Set.of()
                : RuleFacts.of(service.eligibility()).readBy(condition.decision());
    }

    private static Finding finding(
            Service service,
            Condition condition,
            Map<String, @Nullable Object> results,
            Facts facts) {
        Object result = condition.decision() == null ? null : results.get(condition.decision());
        Standing standing =
                switch (result) {
                    case Boolean met -> met ? Standing.MET : Standing.FAILED;
                    case null, default -> Standing.UNKNOWN;
                };
        List<Evidence> evidence =
                condition.answeredBy().stream()
                        .flatMap(name -> service.ask(name).stream())
                        .flatMap(ask -> evidence(ask, facts).stream())
                        .toList();
        return new Finding(condition, standing, evidence);
    }

    private static Optional<Evidence> evidence(Ask ask, Facts facts) {
        return facts.said(ask.name())
                .map(said -> new Evidence(ask, said.found(), said.fields(), said.at()));
    }

    /**
     * What this applicant pays, as far as the facts tell.
     *
     * @throws EndlessRule when the rules do not end in time: what nobody knows is not free
     */
    public Fee fee(Service service, Facts facts) {
        return fee(service, "fees", service.fees().lines(), facts);
    }

    /**
     * What is paid in the course of the case, as far as the facts tell.
     *
     * @throws EndlessRule when the rules do not end in time
     */
    public Fee fee(Service service, LaterFee later, Facts facts) {
        return fee(service, later.decision(), later.lines(), facts);
    }

    private Fee fee(Service service, String decision, List<Fees.Line> declared, Facts facts) {
        Object result = models(service).fees().evaluate(facts.asContext(), allowed).get(decision);
        var lines = new ArrayList<Fee.Line>();
        if (result instanceof List<?> rows) {
            for (Object row : rows) {
                lines.add(line(service, declared, row));
            }
        }
        return new Fee(lines);
    }

    private static Fee.Line line(Service service, List<Fees.Line> declared, Object row) {
        if (row instanceof Map<?, ?> fields
                && fields.get("code") instanceof String code
                && fields.get("amount") instanceof Number amount) {
            Text text =
                    declared.stream()
                            .filter(line -> line.code().equals(code))
                            .map(Fees.Line::text)
                            .findFirst()
                            .orElse(new Text(code, code));
            return new Fee.Line(code, text, new Rial(amount.longValue()));
        }
        throw new IllegalStateException("fees.dmn of " + service + " gives no code and amount");
    }

    private Models models(Service service) {
        return compiled.computeIfAbsent(
                service.version(),
                id ->
                        new Models(
                                DecisionModel.compile(service.eligibility()),
                                DecisionModel.compile(service.feeRules())));
    }
}
