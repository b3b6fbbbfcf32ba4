package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;

/**
 * Confirming «این من نبودم».
 *
 * @param said what was written so far
 */
public record ComplainPage(String back, String action, List<Row> rows, String said, Errors errors) {

    /** What people write may hold anything. */
    @Override
    public String toString() {
        return "ComplainPage";
    }
}
