package org.dargah.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dargah.catalog.internal.DecisionModel;
import org.dargah.catalog.internal.Expression;
import org.jspecify.annotations.Nullable;

/** The answers that nobody gives: each follows from others, in the order of the form. */
final class Computations {

    private record Computation(Form.Field field, String expression) {}

    private final List<Computation> computations;
    private volatile @Nullable List<DecisionModel> compiled;

    private Computations(List<Computation> computations) {
        this.computations = List.copyOf(computations);
    }

    static Computations of(List<Form.Field> fields) {
        var computations = new ArrayList<Computation>();
        for (Form.Field field : fields) {
            if (field.origin() instanceof Form.Origin.Computed(String expression)) {
                computations.add(new Computation(field, expression));
            }
        }
        return new Computations(computations);
    }

    /** The facts that the expressions name, such as {@code answers.workers}. */
    Set<String> facts() {
        Set<String> facts = new TreeSet<>();
        computations.forEach(it -> facts.addAll(Expression.facts(it.expression())));
        return facts;
    }

    /** Each is computed once everything that it names is known; until then it is not there. */
    Map<String, Object> addTo(Map<String, Object> answers, Facts facts) {
        if (computations.isEmpty()) {
            return answers;
        }
        Map<String, Object> all = new LinkedHashMap<>(answers);
        computations.forEach(it -> all.remove(it.field().name()));
        List<DecisionModel> models = models();
        for (int i = 0; i < models.size(); i++) {
            Computation computation = computations.get(i);
            Facts known = facts.answers(all);
            if (Expression.facts(computation.expression()).stream()
                    .allMatch(fact -> known.value(fact).isPresent())) {
                Object result = models.get(i).evaluate(known.asContext()).get(Expression.RESULT);
                Form.Field field = computation.field();
                kept(field.kind(), result).ifPresent(value -> all.put(field.name(), value));
            }
        }
        return all;
    }

    private List<DecisionModel> models() {
        List<DecisionModel> known = compiled;
        if (known == null) {
            known =
                    computations.stream()
                            .map(it -> DecisionModel.compile(Expression.model(it.expression())))
                            .toList();
            compiled = known;
        }
        return known;
    }

    /** As an answer of that kind is kept; a result of another kind is none. */
    private static Optional<Object> kept(FieldKind kind, @Nullable Object result) {
        return switch (result) {
            case BigDecimal number when kind == FieldKind.NUMBER ->
                    Optional.of(number.setScale(Math.max(0, Math.min(number.scale(), 6)), HALF));
            case BigDecimal number when kind == FieldKind.RIAL && isAmount(number) ->
                    Optional.of(number.setScale(0, HALF).longValueExact());
            case LocalDate date when kind == FieldKind.DATE -> Optional.of(date.toString());
            case String text when kind == FieldKind.TEXT && !text.isBlank() -> Optional.of(text);
            case null, default -> Optional.empty();
        };
    }

    private static final RoundingMode HALF = RoundingMode.HALF_UP;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE).movePointLeft(1);

    private static boolean isAmount(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(MOST) < 0;
    }
}
