package org.dargah.documents.web;

import java.util.List;
import org.dargah.ui.Errors;
import org.dargah.ui.Row;

/**
 * The page that asks for a code or a file.
 *
 * @param code as typed
 * @param limit the largest file, in bytes
 * @param answers what may come out, and what it means
 */
public record VerifyPage(String code, long limit, List<Row> answers, Errors errors) {

    public VerifyPage {
        answers = List.copyOf(answers);
    }
}
