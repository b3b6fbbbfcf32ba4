package org.dargah.authoring.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Link;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One draft: where it stands, what is wrong with it, its files, and what may be done next.
 *
 * @param here its address
 * @param said what has just happened, or why it could not; empty for nothing
 * @param returned why it came back; empty if it did not
 * @param files with where to open each
 * @param preview the secret address that was just made; empty else, since only its hash is kept
 * @param previewUntil until when the address that is out works; empty if none is
 * @param published where its service is now; empty before it is offered
 * @param outdated true when another version was published since it was begun
 * @param writes true when the reader may write in it now
 * @param takesBack true when the reader may take it back from the approver
 * @param approves true when the reader may decide it now
 * @param onceOnly what registries tell of what it asks; null while it cannot be read
 */
public record OpenDraftPage(
        String title,
        String here,
        Tag state,
        List<Row> facts,
        String said,
        String returned,
        List<ProblemLine> problems,
        @Nullable OnceOnlyView onceOnly,
        DataTable files,
        String preview,
        String previewUntil,
        boolean readable,
        List<Link> published,
        boolean outdated,
        boolean writes,
        boolean takesBack,
        boolean approves,
        int revision,
        Errors errors) {}
