package org.dargah.acts;

import static org.dargah.acts.Act.Trace.REVEALS;
import static org.dargah.acts.Act.Trace.TIMELINE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Everything that can be done in Dargah and leaves a line. The names stand in the table, so a
 * constant may be added but never renamed. The text of each is {@link #messageKey()} in {@code
 * messages/acts_*.properties}, as a past passive («درخواست ثبت شد»).
 */
public enum Act {
    // Who are you
    SIGN_IN_CODE_SENT,
    SIGN_IN_REFUSED,
    SIGNED_IN,
    SIGNED_OUT,
    PASSKEY_ADDED,
    PASSKEY_RENAMED,
    PASSKEY_REMOVED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    OFFICER_INVITED,
    PASSWORD_CHANGED,
    CLIENT_ADMITTED,
    CLIENT_CLOSED,
    CLIENT_KEY_REGISTERED,
    CLIENT_KEY_REMOVED,
    CLIENT_CERTIFICATE_ISSUED,
    CLIENT_CERTIFICATE_REVOKED,
    AUTHORITY_REPLACED,
    ACCESS_RIGHT_GRANTED(TIMELINE),
    ACCESS_RIGHT_NOT_GRANTED(TIMELINE),
    ACCESS_RIGHT_REVOKED,
    CONSENT_ASKED,
    CONSENT_GIVEN,
    CONSENT_REFUSED,
    CONSENT_WITHDRAWN,
    GROUP_MADE,
    GROUP_JOINED,
    GROUP_LEFT,

    // Who looked at me
    HIDING_ORDERED,
    HIDING_LIFTED,
    COMPLAINT_MADE,
    COMPLAINT_ANSWERED,

    // Asking registries; an answer "there is none" tells something about a person too
    INQUIRY_ANSWERED(TIMELINE, REVEALS),
    INQUIRY_FOUND_NOTHING(TIMELINE, REVEALS),
    INQUIRY_REFUSED(REVEALS),
    INQUIRY_UNREACHABLE(TIMELINE),

    // A case and its stations
    DRAFT_STARTED(TIMELINE),
    DRAFT_DISCARDED,
    SIGNATURE_ASKED(TIMELINE),
    SIGNATURE_GIVEN(TIMELINE),
    SIGNATURE_REFUSED(TIMELINE),
    SIGNATURES_TAKEN_BACK(TIMELINE),
    SIGNATURES_LATE(TIMELINE),
    CASE_SUBMITTED(TIMELINE),
    CASE_QUEUED(TIMELINE),
    TERM_EXTENDED(TIMELINE),
    CASE_SILENT(TIMELINE),
    CASE_ASSIGNED(TIMELINE),
    CASE_RELEASED(TIMELINE),
    CASE_WAITS_FOR_REGISTRY(TIMELINE),
    CASE_RESUMED(TIMELINE),
    FEE_ASKED(TIMELINE),
    CORRECTION_REQUESTED(TIMELINE),
    CORRECTION_SENT(TIMELINE),
    ANSWERS_CORRECTED(TIMELINE),
    NOTE_WRITTEN(TIMELINE),
    INSPECTION_NEEDED(TIMELINE),
    INSPECTION_DAY_SET(TIMELINE),
    INSPECTION_DAY_DISPUTED(TIMELINE),
    INSPECTION_REPORTED(TIMELINE),
    OPINION_ASKED(TIMELINE),
    OPINION_OPENED(REVEALS),
    OPINION_GIVEN(TIMELINE),
    OPINION_SILENT(TIMELINE),
    DECISION_PROPOSED(TIMELINE),
    DECISION_SENT_BACK(TIMELINE),
    WAIT_BEGUN(TIMELINE),
    WAIT_OVER(TIMELINE),
    CASE_APPROVED(TIMELINE),
    CASE_REFUSED(TIMELINE),
    CASE_WITHDRAWN(TIMELINE),
    CASE_EXPIRED(TIMELINE),
    CASE_RATED(TIMELINE),

    // Looking at a person's data
    CASE_OPENED(REVEALS),
    CASES_LISTED(REVEALS),
    FILE_OPENED(REVEALS),
    DATA_EXPORTED(REVEALS),

    // Files and certificates
    FILE_UPLOADED(TIMELINE),
    FILE_REMOVED(TIMELINE),
    RECEIPT_ISSUED(TIMELINE),
    CERTIFICATE_ISSUED(TIMELINE),
    CERTIFICATE_DOWNLOADED,
    CERTIFICATE_REVOKED(TIMELINE),
    CERTIFICATE_REPLACED(TIMELINE),
    HOLDER_REMINDED(TIMELINE),
    CERTIFICATE_VERIFIED(REVEALS),

    // Money
    PAYMENT_REQUESTED(TIMELINE),
    PAYMENT_SETTLED(TIMELINE),
    PAYMENT_CANCELLED(TIMELINE),
    PAYMENT_FAILED(TIMELINE),
    REFUND_DECIDED(TIMELINE),
    REFUND_REFUSED(TIMELINE),
    PAYMENT_REFUNDED(TIMELINE),

    // Messages
    SMS_SENT,
    SMS_GIVEN_UP,

    // The machine
    JOB_TRIED_AGAIN,

    // What is offered
    SERVICE_PUBLISHED,
    SERVICE_WITHDRAWN,
    SERVICE_RETURNED_TO,
    SERVICE_RETIRED,
    PACK_BEGUN,
    PACK_HANDED_IN,
    PACK_RETURNED,
    PACK_APPROVED,
    PACK_NOT_PUBLISHED,
    PACK_DISCARDED;

    enum Trace {
        TIMELINE,
        REVEALS
    }

    private final boolean reveals;
    private final boolean onTimeline;

    Act(Trace... traces) {
        List<Trace> left = Arrays.asList(traces);
        reveals = left.contains(REVEALS);
        onTimeline = left.contains(TIMELINE);
    }

    /** True when the act shows a person's data to somebody: a row of "who looked at my data". */
    public boolean reveals() {
        return reveals;
    }

    /** True when the act is a station that the applicant reads on the page of the case. */
    public boolean onTimeline() {
        return onTimeline;
    }

    /** Such as {@code acts.case-submitted}. */
    public String messageKey() {
        return "acts." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when the act is a question to a registry, which leaves evidence of its own. */
    public boolean isInquiry() {
        return name().startsWith("INQUIRY_");
    }

    /** All acts that show a person's data to somebody. */
    public static List<Act> revealing() {
        return Arrays.stream(values()).filter(Act::reveals).toList();
    }
}
