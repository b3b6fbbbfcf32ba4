package org.dargah.history;

import java.io.IOException;
import java.time.Instant;

/**
 * One thing that a body's program, an official or a citizen does about the exchange.
 *
 * @param number in the diary, beyond those of the cases
 */
record Errand(int number, Instant at, Step step) {

    /** What is done; tells what is to be remembered of it, or {@link #NOTHING}. */
    @FunctionalInterface
    interface Step {
        String run() throws IOException, InterruptedException, Stuck;
    }

    static final String NOTHING = "-";
}
