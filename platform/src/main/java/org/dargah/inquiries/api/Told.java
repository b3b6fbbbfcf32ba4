package org.dargah.inquiries.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.dargah.exchange.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question.
 *
 * @param outcome {@code known}, {@code not-found} or {@code compared}
 * @param fields only those asked for; one that the registry left empty is absent
 * @param matches whether all that was claimed is so
 * @param at when the registry was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Told(
        String outcome,
        @Nullable Map<String, String> fields,
        @Nullable Boolean matches,
        @Nullable Instant at) {

    static Told known(Answer.Known known) {
        return new Told("known", known.fields(), null, known.at());
    }

    static Told notFound() {
        return new Told("not-found", null, null, null);
    }

    static Told compared(boolean matches) {
        return new Told("compared", null, matches, null);
    }

    /** Values are personal data. */
    @Override
    public String toString() {
        return "Told[" + outcome + "]";
    }
}
