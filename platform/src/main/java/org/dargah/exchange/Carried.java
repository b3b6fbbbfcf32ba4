package org.dargah.exchange;

import java.time.Duration;

/** How the carrying of a message ended. Whichever it is, its evidence is durable. */
public sealed interface Carried {

    /** True when the registry itself told something, if only that there is nothing. */
    default boolean isAnswer() {
        return this instanceof Passed(int status) && (status < 300 || status == 404);
    }

    /** The receiver has the registry's own answer, of whatever status. */
    record Passed(int status) implements Carried {}

    /**
     * Nothing was sent.
     *
     * @param detail names what is missing; never a value
     */
    record Refused(Refusal reason, String detail) implements Carried {}

    /** The registry gave no answer. */
    record Unreachable(Failure reason, Duration retryAfter) implements Carried {}
}
