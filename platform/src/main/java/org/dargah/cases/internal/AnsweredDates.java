package org.dargah.cases.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.bpmn.parser.handler.AbstractBpmnParseHandler;

/**
 * A pack waits for <code>${answers.startsOn}</code>; the engine knows no answers and asks {@link
 * Waits} for that day. Nothing but the name of the question comes from the pack.
 */
final class AnsweredDates extends AbstractBpmnParseHandler<IntermediateCatchEvent> {

    private static final Pattern ANSWER =
            Pattern.compile("\\$\\{answers\\.([a-z][a-zA-Z0-9]{0,39})}");

    @Override
    protected Class<? extends BaseElement> getHandledType() {
        return IntermediateCatchEvent.class;
    }

    @Override
    protected void executeParse(BpmnParse parse, IntermediateCatchEvent event) {
        event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .filter(timer -> timer.getTimeDate() != null)
                .forEach(AnsweredDates::ask);
    }

    private static void ask(TimerEventDefinition timer) {
        Matcher answer = ANSWER.matcher(timer.getTimeDate().strip());
        if (answer.matches()) {
            timer.setTimeDate("${waits.until(execution, '" + answer.group(1) + "')}");
        }
    }
}
