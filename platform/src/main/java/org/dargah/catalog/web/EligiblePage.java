package org.dargah.catalog.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Link;
import org.dargah.ui.Tag;
import org.dargah.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands before signing in.
 *
 * @param result null before the first answers
 * @param start null when only programs of organisations may ask for the service
 */
public record EligiblePage(
        String title,
        List<Link> crumbs,
        String action,
        List<Field> fields,
        Errors errors,
        @Nullable Result result,
        @Nullable Link start) {

    public EligiblePage {
        crumbs = List.copyOf(crumbs);
        fields = List.copyOf(fields);
    }

    /** In one sentence, and condition by condition. */
    public record Result(Tone tone, String word, String text, List<Line> lines) {
        public Result {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param number permanent; refusals cite it
     */
    public record Line(int number, String text, String hint, Tag tag) {}
}
