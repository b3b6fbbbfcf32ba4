package org.dargah.catalog.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.marshalling.DMNExtensionRegister;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.compiler.DRGElementCompiler;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Symbol;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.NamedParameter;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/**
 * The functions of FEEL as they are, each within the time of its evaluation and within the sizes
 * that it gets through in time: {@code floor(10**100000000)} writes a hundred million digits.
 */
final class TimedFunctions implements DMNProfile {

    /** The numbers of FEEL have 34 digits and exponents of four. */
    private static final int LARGEST_EXPONENT = 6200;

    private static final int MOST_ITEMS = 200_000;
    private static final int LONGEST_TEXT = 1_000_000;

    /** These add the digits of all items up. */
    private static final Set<String> EXACT = Set.of("sum", "mean", "stddev", "median", "product");

    private static final List<FEELFunction> ALL =
            Arrays.stream(BuiltInFunctions.getFunctions()).<FEELFunction>map(Timed::new).toList();

    @Override
    public List<FEELFunction> getFEELFunctions() {
        return ALL;
    }

    @Override
    public List<DMNExtensionRegister> getExtensionRegisters() {
        return List.of();
    }

    @Override
    public List<DRGElementCompiler> getDRGElementCompilers() {
        return List.of();
    }

    private record Timed(FEELFunction function) implements FEELFunction {

        @Override
        public String getName() {
            return function.getName();
        }

        @Override
        public Symbol getSymbol() {
            return function.getSymbol();
        }

        @Override
        public List<List<Param>> getParameters() {
            return function.getParameters();
        }

        @Override
        public @Nullable Object defaultValue() {
            return function.defaultValue();
        }

        @Override
        @SuppressWarnings("rawtypes") // as the engine declares it
        public List feelDialectAdaptedInputList(List list) {
            return function.feelDialectAdaptedInputList(list);
        }

        @Override
        public boolean isCompatible(Type[] inputs, Type output) {
            return function.isCompatible(inputs, output);
        }

        @Override
        public @Nullable Object invokeReflectively(
                EvaluationContext context, @Nullable Object[] arguments) {
            RuleTime.checkNow();
            @Nullable Object[] timed = new Object[arguments.length];
            long items = 0;
            long text = 1;
            for (int i = 0; i < arguments.length; i++) {
                timed[i] = timed(arguments[i]);
                Object value = bare(timed[i]);
                items += value instanceof List<?> list ? list.size() : 0;
                text *= Math.max(1, size(value));
            }
            if (items > MOST_ITEMS || (makesText() && text > LONGEST_TEXT)) {
                throw RuleTime.tooMuch();
            }
            return function.invokeReflectively(context, timed);
        }

        /** In the worst case as long as its arguments multiplied. */
        private boolean makesText() {
            return getName().equals("replace") || getName().equals("string join");
        }

        private static long size(@Nullable Object value) {
            return switch (value) {
                case String text -> text.length();
                case List<?> list -> list.size();
                case null, default -> 1;
            };
        }

        private @Nullable Object timed(@Nullable Object argument) {
            return argument instanceof NamedParameter named
                    ? new NamedParameter(named.getName(), timed(named.getValue()))
                    : checked(argument);
        }

        private static @Nullable Object bare(@Nullable Object argument) {
            return argument instanceof NamedParameter named ? named.getValue() : argument;
        }

        private @Nullable Object checked(@Nullable Object value) {
            if (value instanceof BigDecimal number && Math.abs(number.scale()) > LARGEST_EXPONENT) {
                throw RuleTime.tooMuch();
            }
            if (!(value instanceof List<?> list)) {
                return value;
            }
            if (EXACT.contains(getName())) {
                list.stream().filter(BigDecimal.class::isInstance).forEach(this::checked);
            }
            return TimedList.of(list);
        }
    }
}
