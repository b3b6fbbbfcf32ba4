package org.dargah.catalog.internal;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.core.api.DMNExpressionEvaluator;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.ast.DMNLiteralExpressionEvaluator;
import org.kie.dmn.core.compiler.DMNCompilerContext;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.DMNEvaluatorCompiler;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.feel.codegen.feel11.ProcessedExpression;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.model.api.Expression;

/**
 * Puts a question into each loop and filter of an expression: is there time to go on? The engine
 * itself asks nobody.
 */
final class TimedDecisions extends DMNEvaluatorCompiler {

    TimedDecisions(DMNCompilerImpl compiler) {
        super(compiler);
    }

    @Override
    public @Nullable DMNExpressionEvaluator compileExpression(
            DMNCompilerContext context,
            DMNModelImpl model,
            DMNBaseNode node,
            String name,
            Expression expression) {
        DMNExpressionEvaluator made =
                super.compileExpression(context, model, node, name, expression);
        if (made instanceof DMNLiteralExpressionEvaluator literal
                && literal.getExpression() instanceof ProcessedExpression compiled) {
            ask(compiled.getInterpreted().getASTNode());
        }
        return made;
    }

    private static void ask(@Nullable ASTNode node) {
        if (node == null) {
            return;
        }
        for (ASTNode child : node.getChildrenNode()) {
            ask(child);
        }
        switch (node) {
            case FilterExpressionNode filter -> filter.setFilter(new Asking(filter.getFilter()));
            case ForExpressionNode loop -> loop.setExpression(new Keeping(loop.getExpression()));
            case QuantifiedExpressionNode every ->
                    every.setExpression(new Asking(every.getExpression()));
            case InfixOpNode infix -> infix.setLeft(new Sized(infix.getLeft()));
            default -> {}
        }
    }

    /** The node that it stands for, once there is time. */
    private static class Asking extends BaseNode {

        private final BaseNode node;

        Asking(BaseNode node) {
            this.node = node;
            copyLocationAttributesFrom(node);
        }

        @Override
        public @Nullable Object evaluate(EvaluationContext context) {
            RuleTime.check();
            return node.evaluate(context);
        }

        @Override
        public Type getResultType() {
            return node.getResultType();
        }

        @Override
        public ASTNode[] getChildrenNode() {
            return node.getChildrenNode();
        }
    }

    private static final class Keeping extends Asking {

        Keeping(BaseNode node) {
            super(node);
        }

        @Override
        public @Nullable Object evaluate(EvaluationContext context) {
            RuleTime.checkResult();
            return super.evaluate(context);
        }
    }

    /** The left side of a sum of texts, which grows with each that is added. */
    private static final class Sized extends Asking {

        private static final int LONGEST = 100_000;

        Sized(BaseNode node) {
            super(node);
        }

        @Override
        public @Nullable Object evaluate(EvaluationContext context) {
            Object value = super.evaluate(context);
            if (value instanceof String text && text.length() > LONGEST) {
                throw RuleTime.tooMuch();
            }
            return value;
        }
    }
}
