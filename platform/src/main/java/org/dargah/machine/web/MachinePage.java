package org.dargah.machine.web;

import java.time.Instant;
import org.dargah.ui.DataTable;
import org.dargah.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * @param word how the machine feels, in a word
 * @param said the same in a sentence
 * @param done what came of handing a job to the engine again, or null
 */
public record MachinePage(
        Instant at,
        Tone tone,
        String word,
        String said,
        @Nullable String done,
        DataTable signs,
        DataTable jobs,
        DataTable answers,
        DataTable stages) {}
