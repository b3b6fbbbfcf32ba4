package org.dargah.documents.internal;

import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * Prints and signs, a few sheets at a time: each takes tens of megabytes while it lasts, and a
 * thousand virtual threads may ask at once.
 */
public final class Printer {

    private final Typesetter typesetter = new Typesetter();
    private final Semaphore presses =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final Seal seal;

    public Printer(Keys keys) {
        this.seal = new Seal(keys);
    }

    public byte[] print(Sheet sheet, Instant moment) {
        presses.acquireUninterruptibly();
        try {
            return typesetter.set(sheet, moment);
        } finally {
            presses.release();
        }
    }

    public byte[] printSigned(Sheet sheet, Instant moment) {
        presses.acquireUninterruptibly();
        try {
            return seal.sign(typesetter.set(sheet, moment), moment);
        } finally {
            presses.release();
        }
    }
}
