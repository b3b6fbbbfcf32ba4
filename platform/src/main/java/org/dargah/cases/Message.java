package org.dargah.cases;

import java.time.Instant;

/**
 * One thing written between the office and the applicant.
 *
 * @param author as the reader sees it, such as «کارشناس صدور پروانه»
 */
public record Message(Kind kind, String author, String text, Instant at) {

    /** Who wrote and to what end. */
    public enum Kind {
        CORRECTION_REQUEST,
        CORRECTION,
        FROM_OFFICE,
        FROM_APPLICANT;

        public boolean isFromApplicant() {
            return this == CORRECTION || this == FROM_APPLICANT;
        }
    }
}
