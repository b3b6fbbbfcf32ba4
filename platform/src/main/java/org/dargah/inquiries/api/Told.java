package org.dargah.inquiries.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.dargah.exchange.Answer;
import org.dargah.kernel.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question.
 *
 * @param inquiry by which the receipt is asked for
 * @param outcome {@code known}, {@code not-found} or {@code compared}
 * @param fields only those asked for; one that the registry left empty is absent
 * @param matches whether all that was claimed is so
 * @param at when the registry was asked
 * @param age seconds since then, where an answer kept in memory was given; absent when the registry
 *     was asked just now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Told(
        String inquiry,
        String outcome,
        @Nullable Map<String, String> fields,
        @Nullable Boolean matches,
        @Nullable Instant at,
        @Nullable Long age) {

    static Told known(InquiryId inquiry, Answer.Known known) {
        return new Told(
                inquiry.toString(),
                "known",
                known.fields(),
                null,
                known.at(),
                seconds(known.age()));
    }

    static Told notFound(InquiryId inquiry) {
        return new Told(inquiry.toString(), "not-found", null, null, null, null);
    }

    static Told compared(InquiryId inquiry, boolean matches, @Nullable Duration age) {
        return new Told(inquiry.toString(), "compared", null, matches, null, seconds(age));
    }

    private static @Nullable Long seconds(@Nullable Duration age) {
        return age == null ? null : age.toSeconds();
    }

    /** Values are personal data. */
    @Override
    public String toString() {
        return "Told[" + outcome + "]";
    }
}
