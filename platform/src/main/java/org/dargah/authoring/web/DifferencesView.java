package org.dargah.authoring.web;

import java.util.List;

/**
 * Two versions side by side.
 *
 * @param before how the earlier one is called
 * @param none true when a reader would find no difference
 */
public record DifferencesView(String before, String after, List<Part> parts, boolean none) {

    /** What differs in one part of the service. */
    public record Part(String title, List<Line> lines) {}

    /**
     * One difference.
     *
     * @param code true when rules or names of files are shown as they are
     * @param before how it was; empty for what was not
     * @param after how it is; empty for what is no more
     */
    public record Line(String text, boolean code, String before, String after) {}
}
