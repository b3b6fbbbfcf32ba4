package org.dargah.inquiries;

import java.time.Instant;
import java.util.UUID;
import org.dargah.kernel.ComplaintId;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * «این من نبودم» about one use of a person's data.
 *
 * @param usage the id of the {@link Usage}
 * @param words what the person adds, or empty
 * @param answer of the data-protection officer; null while it waits
 */
public record Complaint(
        ComplaintId id,
        PersonId person,
        UUID usage,
        String words,
        Instant madeAt,
        @Nullable Answer answer) {

    /**
     * @param by the title of who answered
     */
    public record Answer(String text, String by, Instant at) {

        @Override
        public String toString() {
            return "Answer[" + at + "]";
        }
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** What people write may hold anything. */
    @Override
    public String toString() {
        return "Complaint[" + id + "]";
    }
}
