package org.dargah.cases;

import java.util.Locale;

/** Where a case stands. */
public enum Stage {
    DRAFT,
    /** Those who ask together with the applicant are to confirm. */
    AWAITING_SIGNATURES,
    AWAITING_PAYMENT,
    SUBMITTED,
    REVIEWING,
    AWAITING_APPLICANT,
    AWAITING_REGISTRY,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    /** True when nothing more will happen to the case itself. */
    public boolean isEnd() {
        return this == APPROVED || this == REFUSED || this == WITHDRAWN;
    }

    /** True from the moment when the agency has to act. */
    public boolean isSubmitted() {
        return this != DRAFT && this != AWAITING_SIGNATURES && this != AWAITING_PAYMENT;
    }

    /** As the API writes it, such as {@code awaiting-payment}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name in the messages. */
    public String key() {
        return "cases.stage." + name().toLowerCase(Locale.ROOT);
    }
}
