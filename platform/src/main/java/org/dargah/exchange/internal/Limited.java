package org.dargah.exchange.internal;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dargah.exchange.Failure;

/** The body of an answer, with an end to its bytes and to its time. */
final class Limited extends FilterInputStream {

    private final long deadline;
    private final Closeable end;
    private long left;

    /**
     * @param end of the body, whoever still waits for it
     */
    Limited(InputStream body, long bytes, long deadline, Closeable end) {
        super(body);
        this.left = bytes;
        this.deadline = deadline;
        this.end = end;
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

    @Override
    public void close() throws IOException {
        end.close();
    }
}
