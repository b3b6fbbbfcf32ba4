package org.dargah.prove;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Citizens say which step they take; who aims at one is woken when somebody takes it. */
final class Aim<S extends Enum<S>> {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private @Nullable S wanted;

    /** A citizen takes this step now. */
    synchronized void at(S step) {
        if (step == wanted) {
            wanted = null;
            notifyAll();
        }
    }

    /** Waits until somebody takes the step, and then for some moment within it. */
    void await(S step, int longest, Random random) throws InterruptedException {
        awaitStart(step);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(longest));
    }

    private synchronized void awaitStart(S step) throws InterruptedException {
        wanted = step;
        long until = System.nanoTime() + PATIENCE;
        while (wanted != null) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Nobody comes to " + step);
            }
            TimeUnit.NANOSECONDS.timedWait(this, TimeUnit.SECONDS.toNanos(1));
        }
    }
}
