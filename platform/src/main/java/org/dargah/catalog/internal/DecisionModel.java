package org.dargah.catalog.internal;

import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.catalog.EndlessRule;
import org.dargah.catalog.Problem;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A compiled DMN file; the only place that knows the rule engine. */
public final class DecisionModel {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionModel.class);

    private final DMNRuntime runtime;
    private final DMNModel model;

    private DecisionModel(DMNRuntime runtime) {
        this.runtime = runtime;
        this.model = runtime.getModels().getFirst();
    }

    /** Of a file that was checked before. */
    public static DecisionModel compile(String dmn) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(dmn), "UTF-8");
        resource.setSourcePath("rules.dmn");
        DMNRuntime runtime =
                DMNRuntimeBuilder.fromDefaults()
                        .setOption(new RuntimeTypeCheckOption(true))
                        .addProfile(new TimedFunctions())
                        .setDecisionLogicCompilerFactory(
                                (compiler, configuration) -> new TimedDecisions(compiler))
                        .setRootClassLoader(DecisionModel.class.getClassLoader())
                        .buildConfiguration()
                        .fromResources(List.of(resource))
                        .getOrElseThrow(e -> new IllegalArgumentException(e.getMessage(), e));
        runtime.addListener(new DecisionBounds());
        return new DecisionModel(runtime);
    }

    /** What the engine finds wrong or doubtful in a file that keeps {@link RuleFiles}. */
    static List<Problem> problems(String file, String dmn) {
        try {
            return compile(dmn).model.getMessages().stream()
                    .map(message -> problem(file, message))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(Problem.of(file, String.valueOf(e.getMessage())));
        }
    }

    private static Problem problem(String file, DMNMessage message) {
        return new Problem(file, Math.max(0, message.getLine()), "", message.getText());
    }

    /**
     * All decisions of the file. A fact that is not in the context is null to the rules; a decision
     * that the engine could not make is null in the result.
     *
     * @throws EndlessRule when they are not made in five seconds
     */
    public Map<String, @Nullable Object> evaluate(Map<String, ?> facts) {
        return evaluate(facts, RuleTime.LONGEST);
    }

    /** The same within another time. */
    public Map<String, @Nullable Object> evaluate(Map<String, ?> facts, Duration allowed) {
        try {
            return RuleTime.within(allowed, () -> made(facts));
        } catch (EndlessRule e) {
            LOG.warn("The rule '{}' of {} was stopped", e.decision(), model.getNamespace());
            throw e;
        }
    }

    private Map<String, @Nullable Object> made(Map<String, ?> facts) {
        DMNContext context = runtime.newContext();
        for (InputDataNode input : model.getInputs()) {
            context.set(
                    input.getName(),
                    TimedList.of(whole(facts.get(input.getName()), input.getType())));
        }
        DMNResult result = runtime.evaluateAll(model, context);
        Map<String, @Nullable Object> values = new HashMap<>();
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            boolean made =
                    decision.getEvaluationStatus() == DecisionEvaluationStatus.SUCCEEDED
                            && DecisionBounds.isBounded(decision.getResult());
            values.put(decision.getDecisionName(), made ? decision.getResult() : null);
            if (decision.getEvaluationStatus() == DecisionEvaluationStatus.FAILED) {
                LOG.warn(
                        "The rule '{}' of {} could not decide",
                        decision.getDecisionName(),
                        model.getNamespace());
            }
        }
        return values;
    }

    /** The type check wants each field that the rules declare; what is not known is null. */
    private static @Nullable Object whole(@Nullable Object fact, DMNType type) {
        if (!(fact instanceof Map<?, ?> fields) || !type.isComposite()) {
            return fact;
        }
        Map<String, @Nullable Object> all = new HashMap<>();
        type.getFields().keySet().forEach(name -> all.put(name, null));
        fields.forEach((name, value) -> all.put(name.toString(), value));
        return all;
    }
}
