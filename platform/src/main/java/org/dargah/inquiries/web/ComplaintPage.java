package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;

/**
 * One complaint before the data-protection officer; its person stays unnamed.
 *
 * @param said what the person added, or empty
 * @param answer what was answered; with the form, what was written so far
 * @param overtaken somebody else answered in the meantime
 */
public record ComplaintPage(
        String id,
        Tag state,
        List<Row> facts,
        List<Row> usage,
        String said,
        String answer,
        boolean open,
        boolean overtaken,
        Errors errors) {

    /** What people write may hold anything. */
    @Override
    public String toString() {
        return "ComplaintPage[" + id + "]";
    }
}
