package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Moment;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;

/**
 * One use of a citizen's data.
 *
 * @param meaning the outcome in a whole sentence
 * @param complaint what became of «این من نبودم»; empty when nobody complained
 * @param said what the citizen added, or empty
 * @param answer of the data-protection officer, or empty
 * @param receipt where the proof is fetched; empty while the public log does not speak of it
 * @param consent where the citizen reads by which consent of theirs it was asked; empty without one
 * @param complain where one complains; empty of what citizens did themselves
 */
public record UsagePage(
        String title,
        Tag outcome,
        String meaning,
        List<Row> rows,
        List<Moment> complaint,
        String said,
        String answer,
        String receipt,
        String consent,
        String complain) {

    /** What people write may hold anything. */
    @Override
    public String toString() {
        return "UsagePage";
    }
}
