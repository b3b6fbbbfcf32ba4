package org.dargah.exchange;

import java.util.Set;
import org.dargah.kernel.InquiryId;

/**
 * What an official says beside a single question.
 *
 * @param inquiry by which its evidence is found again
 * @param issue the file or reason that gave rise to it; the person asked about reads it
 * @param roles of the official, by their codes
 */
public record Occasion(InquiryId inquiry, Manner manner, String issue, Set<String> roles) {

    public Occasion {
        roles = Set.copyOf(roles);
        if (issue.isBlank()) {
            throw new IllegalArgumentException("An official says why they ask");
        }
    }

    /** What an official wrote may hold anything. */
    @Override
    public String toString() {
        return "Occasion[" + inquiry + "]";
    }
}
