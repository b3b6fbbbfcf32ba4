package org.dargah.sandbox.pay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payment as the provider keeps it.
 *
 * @param amount whole rials
 * @param reference what a bank statement would show; null until paid
 */
public record Payment(
        String id,
        String token,
        long amount,
        @JsonIgnore String callback,
        @JsonIgnore String description,
        State state,
        @Nullable String reference,
        @Nullable Instant paidAt) {

    /** waiting → paid → refunded; waiting → cancelled. */
    public enum State {
        WAITING,
        PAID,
        CANCELLED,
        REFUNDED;

        @com.fasterxml.jackson.annotation.JsonValue
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean paid() {
        return state == State.PAID || state == State.REFUNDED;
    }

    /** Where a browser goes afterwards. It proves nothing, so it carries nothing else. */
    String returnAddress() {
        var joint = callback.contains("?") ? "&" : "?";
        return callback + joint + "token=" + token + "&status=" + (paid() ? "ok" : "cancelled");
    }
}
