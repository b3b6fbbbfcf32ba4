package org.dargah.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A document that the service issues.
 *
 * @param xhtml the template in the vocabulary of the documents module
 * @param validity how long it is valid; none for ever, unless an answer says it
 * @param until the question whose answer is the last day on which it is valid; null for most
 */
public record Output(
        String code, Text title, String xhtml, @Nullable Period validity, @Nullable String until) {

    public byte[] template() {
        return xhtml.getBytes(StandardCharsets.UTF_8);
    }
}
