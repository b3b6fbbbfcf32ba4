package org.dargah.exchange.internal;

import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Refusal;
import org.dargah.kernel.ConsentId;
import org.jspecify.annotations.Nullable;

/** What the policy says of a question. */
public sealed interface Verdict {

    /** By which a program asks, or which fell short, if there is one. */
    default @Nullable AccessRight right() {
        return switch (this) {
            case Allowed allowed -> allowed.by();
            case Refused refused -> refused.by();
        };
    }

    /** The person's, where the purpose asks for one and it is there. */
    default @Nullable ConsentId consent() {
        return this instanceof Allowed allowed ? allowed.given() : null;
    }

    /**
     * @param by the right of a program; null for Dargah's own questions
     * @param given the person's consent, where the purpose asks for one
     */
    record Allowed(@Nullable AccessRight by, @Nullable ConsentId given) implements Verdict {

        Allowed(@Nullable AccessRight by) {
            this(by, null);
        }
    }

    /**
     * @param by the right that fell short, if one was found
     * @param detail names what is missing; never a value
     */
    record Refused(Refusal reason, String detail, @Nullable AccessRight by) implements Verdict {

        public Answer answer() {
            return new Answer.Refused(reason, detail);
        }
    }

    static Verdict refused(Refusal reason, String detail) {
        return new Refused(reason, detail, null);
    }
}
