package org.dargah.ui;

/** One answer to choose; a disabled one says in its label why. */
public record Option(String value, String label, String hint, boolean disabled) {

    public Option(String value, String label) {
        this(value, label, "", false);
    }
}
