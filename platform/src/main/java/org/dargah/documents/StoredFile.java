package org.dargah.documents;

import java.time.Instant;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a kept file without opening it.
 *
 * @param mediaType by its content: application/pdf, image/jpeg or image/png
 * @param size in bytes
 */
public record StoredFile(
        Province province,
        DocumentId id,
        PersonId owner,
        @Nullable CaseId caseId,
        String name,
        String mediaType,
        long size,
        Instant storedAt) {

    /** File names often hold names of people. */
    @Override
    public String toString() {
        return "StoredFile[" + id + " " + mediaType + " " + size + "]";
    }
}
