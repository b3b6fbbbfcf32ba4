package org.dargah.inquiries.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.dargah.exchange.Consent;
import org.jspecify.annotations.Nullable;

/**
 * A consent as the program reads it that asked for it.
 *
 * @param state as {@link Consent.State}, in small letters; only the one after giving lets questions
 *     pass
 * @param answerBy until when the person may answer
 * @param how {@code portal} or {@code counter}
 * @param text exactly what the person read
 * @param artefact the signed consent, a JWS in compact form (RFC 7515, EdDSA)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentBrief(
        String id,
        String state,
        String registry,
        String purpose,
        String manner,
        List<String> fields,
        Instant until,
        boolean once,
        String way,
        @Nullable String reference,
        Instant askedAt,
        Instant answerBy,
        @Nullable Instant givenAt,
        @Nullable String how,
        @Nullable Instant refusedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Instant usedAt,
        String text,
        @Nullable String artefact) {

    static ConsentBrief of(Consent consent, Instant now) {
        Consent.Terms terms = consent.terms();
        Consent.Course course = consent.course();
        Consent.Way how = course.how();
        return new ConsentBrief(
                consent.id().toString(),
                InquiriesApi.word(consent.state(now)),
                terms.registry(),
                terms.purpose().code(),
                InquiriesApi.word(terms.manner()),
                terms.fields(),
                terms.until(),
                terms.once(),
                InquiriesApi.word(consent.way()),
                consent.reference(),
                course.askedAt(),
                consent.answerBy(),
                course.givenAt(),
                how == null ? null : InquiriesApi.word(how),
                course.refusedAt(),
                course.withdrawnAt(),
                terms.once() ? course.usedAt() : null,
                consent.text(),
                course.artefact());
    }

    /** What an asker wrote may hold anything. */
    @Override
    public String toString() {
        return "ConsentBrief[" + id + "]";
    }
}
