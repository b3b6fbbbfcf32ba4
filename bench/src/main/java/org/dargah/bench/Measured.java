package org.dargah.bench;

import org.HdrHistogram.Histogram;

/** What came of a load, and what it cost. */
record Measured(Load.Outcome outcome, Cpu spent) {

    /** Both together, as if the one had followed the other without a pause. */
    Measured and(Measured other) {
        Histogram micros = outcome.micros().copy();
        micros.add(other.outcome.micros());
        return new Measured(
                new Load.Outcome(
                        micros,
                        outcome.accepted() + other.outcome.accepted(),
                        outcome.errors() + other.outcome.errors(),
                        outcome.seconds() + other.outcome.seconds()),
                spent.and(other.spent));
    }

    /** Of all processes that had a part in it, in milliseconds for each answer. */
    double cost() {
        return 1000 * spent.ours() / outcome.accepted();
    }
}
