package org.dargah.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.flowable.common.engine.api.FlowableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process may make the engine evaluate, should its check ever be passed by. */
class ReadingExpressionsTest {

    private final Expressions expressions = new Expressions(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${inquiry}",
                "${outcome == 'approved'}",
                "${waits.until(execution, 'startsOn')}",
                "بررسی کارشناس"
            })
    void theVocabularyAndPlainWordsAreRead(String text) {
        assertThat(expressions.createExpression(text).getExpressionText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${catalog}",
                "#{outcome == 'approved'}",
                "بررسی ${outcome == 'approved'}",
                "${outcome == 'approved'}${catalog}",
                "${outcome == 'a' || catalog.all() == 'b'}"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> expressions.createExpression(text))
                .isInstanceOf(FlowableException.class);
    }
}
