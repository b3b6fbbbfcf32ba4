package org.dargah.evidence;

/**
 * Evidence could not be made durable: the disk is full, the database is away, the program is
 * ending, or the thing's own rows were refused. Whoever gets this must give no answer. When the
 * database went away just while it committed, the record may stand all the same.
 */
public final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotKept(String message) {
        super(message);
    }

    public NotKept(String message, Throwable cause) {
        super(message, cause);
    }
}
