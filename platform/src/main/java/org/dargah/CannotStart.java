package org.dargah;

/** Why the program does not start, in a sentence for whoever started it. */
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }
}
