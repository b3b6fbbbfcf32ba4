package org.dargah.acts;

import java.util.List;
import org.dargah.kernel.ActId;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of the record, newest first.
 *
 * @param next pass it as {@code before} for the lines that follow; null when there are none
 */
public record ActPage(List<RecordedAct> acts, @Nullable ActId next) {

    public ActPage {
        acts = List.copyOf(acts);
    }
}
