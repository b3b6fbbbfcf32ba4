package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Fetched;
import org.dargah.ui.Row;
import org.dargah.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What came of a single question.
 *
 * @param word the result in a few words
 * @param text what it means and what to do
 * @param fetched what the registry told, or null
 * @param asked whom, for what and why; empty when nothing was asked
 */
public record FoundPage(
        Tone tone,
        String word,
        String text,
        @Nullable Fetched fetched,
        List<Row> asked,
        String again) {

    /** What a registry told is personal data. */
    @Override
    public String toString() {
        return "FoundPage";
    }
}
