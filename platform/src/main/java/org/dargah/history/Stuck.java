package org.dargah.history;

/** A planned case does not go as planned. Names no person: the message goes to the log. */
final class Stuck extends Exception {

    private static final long serialVersionUID = 1L;

    Stuck(String message) {
        super(message);
    }
}
