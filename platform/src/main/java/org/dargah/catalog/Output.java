package org.dargah.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A document that the service issues.
 *
 * @param xhtml the template in the vocabulary of the documents module
 * @param validity how long it is valid, none for ever
 */
public record Output(String code, Text title, String xhtml, @Nullable Period validity) {

    public byte[] template() {
        return xhtml.getBytes(StandardCharsets.UTF_8);
    }
}
