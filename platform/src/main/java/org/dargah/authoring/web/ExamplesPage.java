package org.dargah.authoring.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the examples of a draft.
 *
 * @param results null while they cannot run
 */
public record ExamplesPage(
        String title, String here, String summary, @Nullable List<Result> results) {

    /**
     * One example.
     *
     * @param differences promises that do not hold, each in a sentence
     * @param specimen where its document can be seen; null when there is none
     */
    public record Result(
            String file,
            String href,
            String persona,
            String expected,
            String got,
            boolean good,
            List<String> differences,
            @Nullable String specimen) {}
}
