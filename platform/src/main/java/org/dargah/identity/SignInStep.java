package org.dargah.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the first half of a citizen's sign-in ended. */
public sealed interface SignInStep {

    /** A code is on its way to the mobile. */
    record CodeSent(Challenge challenge) implements SignInStep {}

    /**
     * It goes no further.
     *
     * @param retryAfter when trying again may help; null when only another answer would
     */
    record Stopped(Stop stop, @Nullable Duration retryAfter) implements SignInStep {}

    /** Why a sign-in goes no further; each has a page of its own. */
    enum Stop {
        /** The civil registry knows no such national id. */
        UNKNOWN,
        /** It has another birth date. */
        BIRTH_DATE_DIFFERS,
        /** The person has died. */
        DECEASED,
        /** The SIM registry says that the number is not theirs. */
        MOBILE_NOT_THEIRS,
        CIVIL_REGISTRY_SILENT,
        SIM_REGISTRY_SILENT,
        /** Too many attempts for now. */
        TOO_MANY;

        /** True when the same answers may do better later. */
        public boolean passes() {
            return this == CIVIL_REGISTRY_SILENT || this == SIM_REGISTRY_SILENT || this == TOO_MANY;
        }

        /** The word in message keys, such as {@code birth-date-differs}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
