package org.dargah.documents;

import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody hands in.
 *
 * @param id made by the caller; storing the same id again changes nothing
 * @param owner whose document it is
 * @param name as the person's own machine called it; kept for people, trusted for nothing
 */
public record Upload(
        Province province, DocumentId id, PersonId owner, @Nullable CaseId caseId, String name) {

    private static final int LONGEST_NAME = 120;

    public Upload {
        name = tidy(name);
    }

    /** Browsers may send a whole path, and people anything. */
    private static String tidy(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain =
                last.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\"<>|:*?]", "").strip();
        return plain.isEmpty()
                ? "file"
                : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /** File names often hold names of people. */
    @Override
    public String toString() {
        return "Upload[" + id + "]";
    }
}
