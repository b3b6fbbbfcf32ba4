package org.dargah.cases.internal;

import java.util.Map;
import java.util.regex.Pattern;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.delegate.Expression;
import org.flowable.engine.impl.delegate.invocation.DefaultDelegateInterceptor;
import org.flowable.engine.impl.el.ProcessExpressionManager;

/**
 * The expressions that a process engine reads: those of the vocabulary of processes, letter by
 * letter, and plain words. Agencies write processes, and the engine evaluates what it finds in them
 * even in names: whatever else looks like an expression ends the step that holds it.
 */
final class Expressions extends ProcessExpressionManager {

    private static final Pattern KNOWN =
            Pattern.compile(
                    "\\$\\{(?:inquiry|decide|issue|notify|outcome == '[a-z]+'"
                            + "|waits\\.until\\(execution, '[a-z][a-zA-Z0-9]{0,39}'\\))}");

    Expressions(Map<Object, Object> beans) {
        super(new DefaultDelegateInterceptor(), beans);
    }

    @Override
    public Expression createExpression(String text) {
        String bare = text.strip();
        if ((bare.contains("${") || bare.contains("#{")) && !KNOWN.matcher(bare).matches()) {
            throw new FlowableException("No expression of the vocabulary of processes: " + bare);
        }
        return super.createExpression(bare);
    }
}
