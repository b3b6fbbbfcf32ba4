package org.dargah.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dargah.exchange.Failure;

/** The body of an answer, with an end to its bytes and to its time. */
final class Limited extends FilterInputStream {

    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final long deadline;
    private final Future<?> watching;
    private long left;

    Limited(InputStream body, long bytes, long deadline) {
        super(body);
        this.left = bytes;
        this.deadline = deadline;
        // A body may drip for ever, and a read that waits for it can only be ended from outside.
        this.watching =
                WATCH.schedule(this::end, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor watch() {
        var watch =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("exchange-watch").factory());
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** A limit of the declaration was reached. */
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1;

        private final Failure reason;

        Exceeded(Failure reason) {
            super(reason.name());
            this.reason = reason;
        }

        Failure reason() {
            return reason;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count;
        try {
            count = super.read(into, from, most);
        } catch (IOException broken) {
            throw isLate() ? new Exceeded(Failure.TOO_SLOW) : broken;
        }
        left -= Math.max(0, count);
        if (left < 0) {
            throw new Exceeded(Failure.TOO_LARGE);
        }
        if (count >= 0 && isLate()) {
            throw new Exceeded(Failure.TOO_SLOW);
        }
        return count;
    }

    private boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    private void end() {
        try {
            super.close();
        } catch (IOException ended) {
            // It is gone, which is all that was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        watching.cancel(false);
        super.close();
    }
}
