package org.dargah.exchange.internal;

import java.util.List;
import org.dargah.acts.Acts;
import org.dargah.acts.Noted;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.springframework.stereotype.Component;

/** Steps of consents as evidence: record, row and act in one commit. */
@Component
public final class ConsentSteps implements Evident<ConsentStep> {

    private final ConsentTable table;
    private final Acts acts;

    ConsentSteps(ConsentTable table, Acts acts) {
        this.table = table;
        this.acts = acts;
    }

    /** Somebody was faster, or the time has passed: what would be recorded is not so. */
    public static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken(ConsentStep step) {
            super("No longer possible: " + step.act());
        }
    }

    @Override
    public byte[] record(ConsentStep step) {
        return ConsentStep.record(step, table.tag(step.province(), step.consent()));
    }

    @Override
    public void keep(List<Left<ConsentStep>> left) {
        for (Left<ConsentStep> one : left) {
            if (!table.take(one.thing(), one.place().index())) {
                throw new Overtaken(one.thing());
            }
        }
        acts.record(
                left.stream()
                        .map(Left::thing)
                        .map(
                                step ->
                                        new Noted(
                                                step.act(),
                                                ConsentStep.about(step.consent(), step.by())))
                        .toList());
    }
}
