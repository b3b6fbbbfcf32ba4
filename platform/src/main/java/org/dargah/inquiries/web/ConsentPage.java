package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One consent whole.
 *
 * @param here its address
 * @param program that asked
 * @param meaning of its state, in a whole sentence
 * @param text what the citizen consents to, line by line
 * @param mayAnswer true while it waits for the answer
 * @param mayWithdraw true while it is in force
 * @param isSigned true when there is a signed consent to be downloaded
 * @param isProved true when the public log speaks of it
 * @param uses questions that it let pass; null when there are none
 * @param trouble why no code was sent, or empty
 */
public record ConsentPage(
        String here,
        String program,
        Tag state,
        String meaning,
        List<String> text,
        List<Row> rows,
        boolean mayAnswer,
        boolean mayWithdraw,
        boolean isSigned,
        boolean isProved,
        @Nullable DataTable uses,
        String trouble) {

    /** What an asker wrote may hold anything. */
    @Override
    public String toString() {
        return "ConsentPage";
    }
}
