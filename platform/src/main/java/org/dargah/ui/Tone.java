package org.dargah.ui;

import java.util.Locale;

/** The colour of a tag or notice. It never speaks alone: the word beside it says the same. */
public enum Tone {
    PLAIN,
    INFO,
    OK,
    WARN,
    ERR;

    /** The CSS modifier of a block, with a space before it. */
    public String on(String block) {
        return this == PLAIN ? "" : " " + block + "--" + name().toLowerCase(Locale.ROOT);
    }
}
