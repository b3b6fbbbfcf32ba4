package org.dargah.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.RightId;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;

/**
 * What came of an approved request for access.
 *
 * @param program that is to have the right
 * @param right null while it could not be granted
 * @param why it could not be; null once it is granted
 * @param at when it was granted, or tried last
 */
public record Outcome(
        CaseId caseId,
        TrackingCode tracking,
        String program,
        String registry,
        String purpose,
        @Nullable RightId right,
        @Nullable Why why,
        Instant at) {

    /** Why an approved right could not be granted. */
    public enum Why {
        /** The program holds one for the same registry and purpose. */
        HELD,
        /** The registry is not declared, or gives these fields for this purpose no longer. */
        NOT_OFFERED,
        /** The program is closed, or may not make inquiries. */
        CLOSED,
        /** The case does not say what is asked, or no officer decided it. */
        UNSOUND;

        /** As the table and the messages write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static @Nullable Why of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(it -> it.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }
}
