package org.dargah.cases;

import java.util.Locale;

/** What the end of the statutory time brought about in a case where silence means something. */
public enum Lapse {
    APPROVED,
    REFUSED,
    /** To the body that the service names. */
    HANDED_OVER,
    /** It would have approved, but a condition is known to be missing: the case is late. */
    HINDERED;

    /** The end of a message key. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
