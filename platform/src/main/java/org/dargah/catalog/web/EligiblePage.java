package org.dargah.catalog.web;

import java.util.List;
import java.util.Map;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Link;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands before signing in.
 *
 * @param step one question at a time; null on the page of all questions and when no question is
 *     left
 * @param told the answers so far
 * @param given the same as they were typed, by the names of their fields
 * @param more true when a condition has failed, and there are questions left all the same
 * @param result null before the first answers
 * @param start null when only programs of organisations may ask for the service
 */
public record EligiblePage(
        String title,
        List<Link> crumbs,
        String action,
        List<Field> fields,
        @Nullable Step step,
        List<Told> told,
        Map<String, String> given,
        boolean more,
        Errors errors,
        @Nullable Result result,
        @Nullable Link start) {

    public EligiblePage {
        crumbs = List.copyOf(crumbs);
        fields = List.copyOf(fields);
        told = List.copyOf(told);
        given = Map.copyOf(given);
    }

    /**
     * The question that is asked now.
     *
     * @param name of the question
     * @param progress how many were asked, in words
     * @param left how many are left at most, this one among them
     */
    public record Step(String name, Field field, String progress, int done, int left) {}

    /** One answer. */
    public record Told(String name, String question, String answer) {}

    /** In one sentence, and condition by condition. */
    public record Result(Tone tone, String word, String text, List<Line> lines) {
        public Result {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param number permanent; refusals cite it
     * @param basis the law, for a condition that failed; else empty
     */
    public record Line(int number, String text, String hint, String basis, Tag tag) {}
}
