package org.dargah.authoring.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What the second person sees before approving.
 *
 * @param differences to the current version; null for a new service
 * @param rebased true when the current version is another than the one from which it was begun
 * @param own true when the reader wrote in it and so may not approve it
 * @param scheduled from when it was approved already; empty else
 * @param choice what was chosen, as typed
 * @param date day, month, year of a later start, as typed
 * @param onceOnly what registries tell of what it asks; null while it cannot be read
 */
public record ApprovalPage(
        String title,
        String here,
        Tag state,
        List<Row> facts,
        @Nullable DifferencesView differences,
        boolean rebased,
        List<ProblemLine> problems,
        @Nullable OnceOnlyView onceOnly,
        boolean own,
        String scheduled,
        String choice,
        List<Option> choices,
        List<String> date,
        String hour,
        String reason,
        int revision,
        Errors errors) {}
