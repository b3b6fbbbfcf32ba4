package org.dargah.payments;

import java.util.Locale;

/** Why a payment came to nothing. */
public enum Failing {
    /** The payer turned back at the provider. */
    CANCELLED,
    /** A day went by and nobody paid. */
    ABANDONED,
    /** The provider names another amount or another payment than ours: somebody must look. */
    MISMATCH,
    /** The fees changed before anybody paid; another payment took its place. */
    REPLACED;

    /** As it stands in the table and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Failing of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
