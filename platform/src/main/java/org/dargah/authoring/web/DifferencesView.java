package org.dargah.authoring.web;

import java.util.List;

/**
 * Two versions side by side.
 *
 * @param none true when a reader would find no difference
 */
public record DifferencesView(String before, String after, List<Part> parts, boolean none) {

    /** What differs in one part of the service. */
    public record Part(String title, List<Line> lines) {}

    /**
     * One difference: what it is about, how it was and how it is; empty for what was not or is not.
     */
    public record Line(String about, String change, String before, String after) {}
}
