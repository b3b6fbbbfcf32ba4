package org.dargah.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether what somebody claims is what the registry knows. */
public sealed interface Match {

    /**
     * All of it is so, or not; which part differs is not told.
     *
     * @param age of what it was compared with, as in {@link Answer.Known}
     */
    record Compared(boolean matches, @Nullable Duration age) implements Match {}

    /** Nothing was compared: no such record, refused, or no answer. */
    record Not(Answer answer) implements Match {}
}
